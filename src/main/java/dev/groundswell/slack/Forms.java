package dev.groundswell.slack;

import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import dev.groundswell.slack.Feature.Ending;
import dev.groundswell.slack.Feature.Submission;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes forms that were sent. */
final class Forms {
  private static final Logger LOG = LoggerFactory.getLogger(Forms.class);

  private final Callers callers;
  private final Screen screen;

  Forms(Callers callers, Screen screen) {
    this.callers = callers;
    this.screen = screen;
  }

  Response submit(
      Function<Submission, Ending> handler,
      ViewSubmissionPayload payload,
      ViewSubmissionContext context) {
    View view = payload.getView();
    Origin origin = Origin.of(view);
    Caller caller =
        callers.alone(payload.getTeam().getId(), payload.getUser().getId(), origin.channel());
    ViewState state = view.getState() == null ? new ViewState() : view.getState();
    if (state.getValues() == null) {
      state.setValues(Map.of());
    }
    Ending ending;
    try {
      ending =
          handler.apply(new Submission(caller, origin.metadata(), "form/" + view.getId(), state));
    } catch (RuntimeException e) {
      LOG.error("A form failed", e);
      return context.ackWithUpdate(screen.notice(screen.broken(context)));
    }
    if (ending instanceof Ending.Errors errors) {
      return context.ackWithErrors(errors.byField());
    }
    screen.showHome(caller);
    if (ending instanceof Ending.Show show) {
      show.reply().ifPresent(screen::reply);
      return context.ackWithUpdate(Origin.mark(show.modal(), caller.channel()));
    } else if (ending instanceof Ending.Close close) {
      close.reply().ifPresent(screen::reply);
      return context.ack();
    }
    throw new AssertionError(ending);
  }
}
