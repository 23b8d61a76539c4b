package dev.groundswell.slack;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.context.Context;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.context.builtin.SlashCommandContext;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.methods.SlackApiException;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.UserChangeEvent;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import dev.groundswell.kernel.ChannelId;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.people.People;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Feature.Click;
import dev.groundswell.slack.Feature.Ending;
import dev.groundswell.slack.Feature.Reaction;
import dev.groundswell.slack.Feature.Reply;
import dev.groundswell.slack.Feature.Submission;
import dev.groundswell.slack.Verb.Answer;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Bolt app: each command, button and form is registered here, once. */
public final class SlackApp {
  private static final Logger LOG = LoggerFactory.getLogger(SlackApp.class);

  /** Under this name a listener says in the context how it ended, unless well. */
  static final String OUTCOME = "outcome";

  /** At the end of a response url: what replies to it stands besides, and replaces nothing. */
  private static final String BESIDES = "#besides";

  private final App app;
  private final SlackClients clients;
  private final People people;
  private final Menu menu;
  private final Words words;
  private final Replies replies;
  private final BiFunction<Caller, Optional<Message>, View> home;
  private final Set<String> taken = new HashSet<>();

  /**
   * @throws IllegalStateException when two features want the same action id or callback id
   */
  public SlackApp(
      String botToken,
      SlackClients clients,
      People people,
      Words words,
      Replies replies,
      List<Feature> features) {
    this.clients = clients;
    this.people = people;
    this.words = words;
    this.replies = replies;
    this.menu = new Menu(words, features.stream().flatMap(it -> it.verbs().stream()).toList());
    AppConfig config =
        AppConfig.builder()
            .slack(clients.slack())
            .singleTeamBotToken(botToken)
            // The door has checked the signature over the raw bytes; Bolt's check is weaker.
            .requestVerificationEnabled(false)
            .allEventsApiAutoAckEnabled(true)
            .unmatchedRequestHandler(new Unmatched())
            .build();
    // Without Bolt's own middleware: it would ask auth.test before the first answer, and a bot
    // whose Slack is down for outgoing calls could not even say what it knows.
    app = new App(config, clients.slack(), List.of());
    app.command("/buyin", (request, context) -> answer(request.getPayload(), context));
    register(menu);
    features.forEach(this::register);
    features.forEach(it -> it.conversation().ifPresent(this::converse));
    home =
        features.stream()
            .flatMap(it -> it.home().stream())
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no feature has a Home"));
    app.event(AppHomeOpenedEvent.class, (payload, context) -> homeOpened(payload, context));
    app.event(UserChangeEvent.class, (payload, context) -> personChanged(payload, context));
  }

  /** What {@link Intake} hands requests to. */
  App bolt() {
    return app;
  }

  /** The words that may stand behind {@code /buyin}. */
  Set<String> verbs() {
    return menu.names();
  }

  private void register(Feature feature) {
    feature
        .clicks()
        .forEach(
            (id, handler) -> {
              takeOnce("action " + id);
              app.blockAction(id, (request, context) -> click(handler, request, context));
            });
    feature
        .submissions()
        .forEach(
            (id, handler) -> {
              takeOnce("form " + id);
              app.viewSubmission(id, (request, context) -> submit(handler, request, context));
            });
  }

  private void converse(BiFunction<Caller, String, Message> answer) {
    takeOnce("conversation");
    app.event(
        MessageEvent.class,
        (payload, context) -> {
          MessageEvent event = payload.getEvent();
          boolean fromPerson = event.getBotId() == null && event.getUser() != null;
          if (fromPerson && "im".equals(event.getChannelType())) {
            Caller caller = caller(payload.getTeamId(), event.getUser(), event.getChannel());
            replies.say(
                event.getChannel(), () -> answer.apply(caller, String.valueOf(event.getText())));
          }
          return context.ack();
        });
    app.event(
        AppMentionEvent.class,
        (payload, context) -> {
          AppMentionEvent event = payload.getEvent();
          if (event.getBotId() == null && event.getUser() != null) {
            Caller caller =
                new Caller(
                    new WorkspaceId(payload.getTeamId()),
                    new UserId(event.getUser()),
                    channel(event.getChannel()),
                    words.plain("help.this-conversation"),
                    people);
            String question = event.getText().replaceFirst("<@[A-Z0-9]+(\\|[^>]*)?>", " ");
            replies.whisper(
                event.getChannel(), event.getUser(), () -> answer.apply(caller, question));
          }
          return context.ack();
        });
  }

  private Caller caller(String workspace, String user, @Nullable String channel) {
    return new Caller(new WorkspaceId(workspace), new UserId(user), channel(channel), "", people);
  }

  private Response homeOpened(EventsApiPayload<AppHomeOpenedEvent> payload, EventContext context) {
    if ("home".equals(payload.getEvent().getTab())) {
      showHome(caller(payload.getTeamId(), payload.getEvent().getUser(), null));
    }
    return context.ack();
  }

  private void showHome(Caller caller) {
    replies.showHome(caller.user().value(), () -> home.apply(caller, Optional.empty()));
  }

  private Response personChanged(EventsApiPayload<UserChangeEvent> payload, EventContext context) {
    people.changed(
        new WorkspaceId(payload.getTeamId()), SlackDirectory.person(payload.getEvent().getUser()));
    return context.ack();
  }

  private void takeOnce(String id) {
    if (!taken.add(id)) {
      throw new IllegalStateException("registered twice: " + id);
    }
  }

  private Response answer(SlashCommandPayload payload, SlashCommandContext context) {
    Caller caller =
        new Caller(
            new WorkspaceId(payload.getTeamId()),
            new UserId(payload.getUserId()),
            channel(payload.getChannelId()),
            channelName(payload.getChannelName()),
            people);
    Answer answer;
    try {
      answer = menu.answer(caller, payload.getText(), "command/" + payload.getTriggerId());
    } catch (RuntimeException e) {
      LOG.error("A command failed", e);
      failed(context);
      answer = Verb.say(words.say("help.failed"));
    }
    if (answer instanceof Answer.Say say) {
      return ephemeral(say.message());
    } else if (answer instanceof Answer.Open open) {
      return opened(payload.getTriggerId(), open.modal())
          ? context.ack()
          : ephemeral(Message.of(words.say("help.not-opened")));
    }
    throw new AssertionError(answer);
  }

  private static Response ephemeral(Message message) {
    return Response.builder()
        .statusCode(200)
        .contentType(Response.CONTENT_TYPE_APPLICATION_JSON_UTF8)
        .body(message.asEphemeralJson())
        .build();
  }

  private Response click(
      Function<Click, Reaction> handler, BlockActionRequest request, ActionContext context) {
    BlockActionPayload payload = request.getPayload();
    String responseUrl = payload.getResponseUrl() == null ? "" : payload.getResponseUrl();
    List<LayoutBlock> blocks =
        payload.getMessage() == null ? null : payload.getMessage().getBlocks();
    boolean oneOfSeveral = Parts.isOneOfSeveral(blocks);
    String blockId = payload.getActions().get(0).getBlockId();
    Caller caller =
        new Caller(
            new WorkspaceId(payload.getTeam().getId()),
            new UserId(payload.getUser().getId()),
            payload.getChannel() == null ? null : channel(payload.getChannel().getId()),
            payload.getChannel() == null ? "" : channelName(payload.getChannel().getName()),
            people);
    Reaction reaction;
    try {
      reaction =
          handler.apply(
              new Click(
                  caller,
                  value(payload),
                  blockId,
                  oneOfSeveral ? responseUrl + BESIDES : responseUrl));
    } catch (RuntimeException e) {
      LOG.error("A click failed", e);
      failed(context);
      reaction = new Reaction.Say(Message.of(words.say("help.failed")));
    }
    if (reaction instanceof Reaction.Replace && responseUrl.isEmpty()) {
      // On the Home there is no message to replace: what changed shows there.
      showHome(caller);
    } else if (reaction instanceof Reaction.Answer answer && responseUrl.isEmpty()) {
      replies.showHome(
          caller.user().value(), () -> home.apply(caller, Optional.of(answer.message())));
    } else if (reaction instanceof Reaction.Replace replace) {
      replace(responseUrl, blocks, blockId, replace.message());
    } else if (reaction instanceof Reaction.Answer answer) {
      replace(responseUrl, blocks, blockId, answer.message());
    } else if (reaction instanceof Reaction.Say say) {
      sayBesides(responseUrl, say.message());
    } else if (reaction instanceof Reaction.Share share) {
      share(responseUrl, share.message());
    } else if (reaction instanceof Reaction.Open open) {
      if (!opened(payload.getTriggerId(), open.modal())) {
        sayBesides(responseUrl, Message.of(words.say("help.not-opened")));
      }
    } else if (reaction instanceof Reaction.ShowHome show) {
      replies.showHome(caller.user().value(), show::home);
    } else {
      throw new AssertionError(reaction);
    }
    return context.ack();
  }

  /** The thing that was clicked on becomes another; the others in the message stay. */
  private void replace(
      String responseUrl, @Nullable List<LayoutBlock> blocks, String blockId, Message message) {
    Message whole =
        blocks != null && Parts.isOneOfSeveral(blocks)
            ? Parts.replace(blocks, blockId, message).orElse(message)
            : message;
    reply(new Reply(responseUrl, whole));
  }

  private static String value(BlockActionPayload payload) {
    BlockActionPayload.Action action = payload.getActions().get(0);
    if (action.getSelectedOption() != null) {
      return action.getSelectedOption().getValue();
    }
    return action.getValue() == null ? "" : action.getValue();
  }

  private Response submit(
      Function<Submission, Ending> handler,
      ViewSubmissionRequest request,
      ViewSubmissionContext context) {
    ViewSubmissionPayload payload = request.getPayload();
    View view = payload.getView();
    Caller caller =
        new Caller(
            new WorkspaceId(payload.getTeam().getId()),
            new UserId(payload.getUser().getId()),
            null,
            "",
            people);
    ViewState state = view.getState() == null ? new ViewState() : view.getState();
    if (state.getValues() == null) {
      state.setValues(Map.of());
    }
    String metadata = view.getPrivateMetadata() == null ? "" : view.getPrivateMetadata();
    Ending ending;
    try {
      ending = handler.apply(new Submission(caller, metadata, "form/" + view.getId(), state));
    } catch (RuntimeException e) {
      LOG.error("A form failed", e);
      failed(context);
      return context.ackWithUpdate(
          Blocks.notice(
              words.plain("help.title"), words.plain("help.close"), words.say("help.failed")));
    }
    if (ending instanceof Ending.Errors errors) {
      return context.ackWithErrors(errors.byField());
    }
    showHome(caller);
    if (ending instanceof Ending.Show show) {
      show.reply().ifPresent(this::reply);
      return context.ackWithUpdate(show.modal());
    } else if (ending instanceof Ending.Close close) {
      close.reply().ifPresent(this::reply);
      return context.ack();
    }
    throw new AssertionError(ending);
  }

  private static void failed(Context context) {
    context.getAdditionalValues().put(OUTCOME, "failed");
  }

  private static @Nullable ChannelId channel(@Nullable String id) {
    return id == null || id.isEmpty() ? null : new ChannelId(id);
  }

  /** {@code #name}; Slack has other words where there is no channel of that name. */
  private String channelName(@Nullable String name) {
    if (name == null || name.isEmpty() || name.equals("directmessage")) {
      return "";
    }
    return name.equals("privategroup") || name.startsWith("mpdm-")
        ? words.plain("help.this-conversation")
        : "#" + name;
  }

  private boolean opened(String trigger, View modal) {
    try {
      var answer = clients.quick().viewsOpen(open -> open.triggerId(trigger).view(modal));
      if (!answer.isOk()) {
        LOG.warn("views.open answered {}: {}", answer.getError(), answer.getResponseMetadata());
      }
      return answer.isOk();
    } catch (IOException | SlackApiException e) {
      LOG.warn("views.open failed: {}", e.getClass().getSimpleName());
      return false;
    }
  }

  private void reply(Reply reply) {
    if (reply.responseUrl().endsWith(BESIDES)) {
      // A form that was opened from one of several things in a message: the others stay.
      sayBesides(
          reply.responseUrl().substring(0, reply.responseUrl().length() - BESIDES.length()),
          reply.message());
      return;
    }
    replies.post(
        reply.responseUrl(),
        ActionResponse.builder()
            .replaceOriginal(true)
            .text(reply.message().text())
            .blocks(reply.message().blocks())
            .build());
  }

  private void share(String responseUrl, Message message) {
    replies.post(
        responseUrl,
        ActionResponse.builder()
            .responseType("in_channel")
            .replaceOriginal(false)
            .text(message.text())
            .blocks(message.blocks())
            .build());
  }

  private void sayBesides(String responseUrl, Message message) {
    replies.post(
        responseUrl,
        ActionResponse.builder()
            .responseType("ephemeral")
            .replaceOriginal(false)
            .text(message.text())
            .blocks(message.blocks())
            .build());
  }
}
