package dev.groundswell.slack;

import com.slack.api.bolt.handler.UnmatchedRequestHandler;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.response.Response;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Acknowledges what nobody listens to: a button of an older version, a form that was closed, a
 * check of Slack's. Bolt would answer 404, and Slack would show the person an error.
 */
final class Unmatched implements UnmatchedRequestHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Unmatched.class);

  @Override
  public Response handle(Request<?> request) {
    request.getContext().getAdditionalValues().put(SlackApp.OUTCOME, "unmatched");
    LOG.info("Acknowledged a {} that nobody listens to", request.getRequestType());
    return switch (request.getRequestType()) {
      case BlockSuggestion, DialogSuggestion -> Response.ok(Map.of("options", new Object[0]));
      default -> Response.ok();
    };
  }
}
