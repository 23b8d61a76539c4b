package dev.groundswell.slack;

import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.context.builtin.SlashCommandContext;
import com.slack.api.bolt.response.Response;
import dev.groundswell.slack.Verb.Answer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers {@code /buyin}. */
final class Commands {
  private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

  private final Menu menu;
  private final Callers callers;
  private final Screen screen;

  Commands(Menu menu, Callers callers, Screen screen) {
    this.menu = menu;
    this.callers = callers;
    this.screen = screen;
  }

  Response answer(SlashCommandPayload payload, SlashCommandContext context) {
    Caller caller =
        callers.in(
            payload.getTeamId(),
            payload.getUserId(),
            payload.getChannelId(),
            payload.getChannelName());
    Answer answer;
    try {
      answer = menu.answer(caller, payload.getText(), "command/" + payload.getTriggerId());
    } catch (RuntimeException e) {
      LOG.error("A command failed", e);
      answer = Verb.say(screen.broken(context));
    }
    if (answer instanceof Answer.Say say) {
      return ephemeral(say.message());
    } else if (answer instanceof Answer.Open open) {
      return screen.opened(payload.getTriggerId(), open.modal(), caller)
          ? context.ack()
          : ephemeral(screen.notOpened());
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
}
