package dev.groundswell.slack;

import com.slack.api.bolt.App;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.AppUninstalledEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.TokensRevokedEvent;
import com.slack.api.model.event.UserChangeEvent;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.people.People;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears what Slack tells of its own accord. */
final class Events {
  private static final Logger LOG = LoggerFactory.getLogger(Events.class);

  private final App app;
  private final Callers callers;
  private final Screen screen;
  private final Replies replies;
  private final People people;

  Events(App app, Callers callers, Screen screen, Replies replies, People people) {
    this.app = app;
    this.callers = callers;
    this.screen = screen;
    this.replies = replies;
    this.people = people;
  }

  void listen() {
    app.event(
        AppHomeOpenedEvent.class,
        (payload, context) -> {
          AppHomeOpenedEvent event = payload.getEvent();
          if ("home".equals(event.getTab())) {
            screen.showHome(
                callers.alone(payload.getTeamId(), event.getUser(), null), event.getView());
          }
          return context.ack();
        });
    app.event(
        UserChangeEvent.class,
        (payload, context) -> {
          people.changed(
              new WorkspaceId(payload.getTeamId()),
              SlackDirectory.person(payload.getEvent().getUser()));
          return context.ack();
        });
    app.event(
        AppUninstalledEvent.class,
        (payload, context) -> {
          LOG.warn("{} has removed the app", payload.getTeamId());
          people.left(new WorkspaceId(payload.getTeamId()));
          return context.ack();
        });
    app.event(
        TokensRevokedEvent.class,
        (payload, context) -> {
          LOG.warn("{} has revoked tokens of the app", payload.getTeamId());
          TokensRevokedEvent.Tokens tokens = payload.getEvent().getTokens();
          // A person's own token is of no use to us, and its end means nothing.
          if (tokens != null && tokens.getBot() != null && !tokens.getBot().isEmpty()) {
            people.left(new WorkspaceId(payload.getTeamId()));
          }
          return context.ack();
        });
  }

  /** Answers direct messages, and whoever mentions the bot. */
  void converse(BiFunction<Caller, String, Message> answer) {
    app.event(
        MessageEvent.class,
        (payload, context) -> {
          MessageEvent event = payload.getEvent();
          boolean fromPerson = event.getBotId() == null && event.getUser() != null;
          if (fromPerson && "im".equals(event.getChannelType())) {
            Caller caller = callers.alone(payload.getTeamId(), event.getUser(), event.getChannel());
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
                callers.inSomeChannel(payload.getTeamId(), event.getUser(), event.getChannel());
            String question = event.getText().replaceFirst("<@[A-Z0-9]+(\\|[^>]*)?>", " ");
            replies.whisper(
                event.getChannel(), event.getUser(), () -> answer.apply(caller, question));
          }
          return context.ack();
        });
  }
}
