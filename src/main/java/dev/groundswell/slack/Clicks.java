package dev.groundswell.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload.Action;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.bolt.context.Context;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.context.builtin.MessageShortcutContext;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import dev.groundswell.kernel.ChannelId;
import dev.groundswell.kernel.UserId;
import dev.groundswell.slack.Feature.Click;
import dev.groundswell.slack.Feature.Reaction;
import dev.groundswell.slack.Feature.Shortcut;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reacts to buttons, to choices in menus, and to the shortcuts of messages. */
final class Clicks {
  private static final Logger LOG = LoggerFactory.getLogger(Clicks.class);

  private final Callers callers;
  private final Screen screen;
  private final Permalinks permalinks;

  Clicks(Callers callers, Screen screen, Permalinks permalinks) {
    this.callers = callers;
    this.screen = screen;
    this.permalinks = permalinks;
  }

  Response click(
      Function<Click, Reaction> handler, BlockActionPayload payload, ActionContext context) {
    View view = payload.getView();
    Origin origin = Origin.of(view);
    String workspace = payload.getTeam().getId();
    String user = payload.getUser().getId();
    Caller caller =
        payload.getChannel() == null
            ? callers.alone(workspace, user, origin.channel())
            : callers.in(
                workspace, user, payload.getChannel().getId(), payload.getChannel().getName());
    List<LayoutBlock> blocks =
        payload.getMessage() == null ? null : payload.getMessage().getBlocks();
    String url = orEmpty(payload.getResponseUrl());
    Click click =
        new Click(
            caller,
            value(payload.getActions().get(0)),
            payload.getActions().get(0).getBlockId(),
            Parts.isOneOfSeveral(blocks) ? Screen.besides(url) : url,
            origin.metadata(),
            view == null || view.getState() == null ? new ViewState() : view.getState());
    react(
        () -> Parts.within(blocks, click.blockId(), handler.apply(click)),
        new Screen.Clicked(caller, payload.getTriggerId(), url, view),
        context);
    return context.ack();
  }

  Response shortcut(
      Function<Shortcut, Reaction> handler,
      MessageShortcutPayload payload,
      MessageShortcutContext context) {
    Caller caller =
        callers.in(
            payload.getTeam().getId(),
            payload.getUser().getId(),
            payload.getChannel().getId(),
            payload.getChannel().getName());
    String author = payload.getMessage().getUser();
    ChannelId channel = new ChannelId(payload.getChannel().getId());
    String ts = payload.getMessageTs();
    Shortcut shortcut =
        new Shortcut(
            caller,
            orEmpty(payload.getMessage().getText()),
            author == null || author.isEmpty() ? null : new UserId(author),
            channel,
            ts,
            permalinks.of(payload.getTeam().getDomain(), channel, ts));
    react(
        () -> handler.apply(shortcut),
        new Screen.Clicked(caller, payload.getTriggerId(), orEmpty(payload.getResponseUrl()), null),
        context);
    return context.ack();
  }

  private void react(Supplier<Reaction> handler, Screen.Clicked clicked, Context context) {
    Reaction reaction;
    try {
      reaction = handler.get();
    } catch (RuntimeException e) {
      LOG.error("A click failed", e);
      reaction = new Reaction.Say(screen.broken(context));
    }
    screen.react(reaction, clicked);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static String value(Action action) {
    if (action.getSelectedOption() != null) {
      return action.getSelectedOption().getValue();
    }
    if (action.getSelectedOptions() != null) {
      return action.getSelectedOptions().stream()
          .map(Action.SelectedOption::getValue)
          .collect(Collectors.joining(","));
    }
    return Stream.of(
            action.getSelectedUser(),
            action.getSelectedConversation(),
            action.getSelectedChannel(),
            action.getSelectedDate(),
            action.getSelectedTime(),
            action.getValue())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse("");
  }
}
