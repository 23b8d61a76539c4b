package dev.groundswell.sandbox.workspace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Slack's Web API: {@code /api/{method}}. */
final class WebApi {
  private static final Logger log = LoggerFactory.getLogger(WebApi.class);

  private final String token;
  private final Scopes scopes;
  private final Troubles troubles;
  private final Map<String, Method> methods = new HashMap<>();

  WebApi(String token, Scopes scopes, Troubles troubles) {
    this.token = token;
    this.scopes = scopes;
    this.troubles = troubles;
    methods.put("api.test", call -> Json.object());
  }

  WebApi serving(Map<String, Method> more) {
    methods.putAll(more);
    return this;
  }

  Answer answer(Call call) {
    Trouble trouble = troubles.take(call.method()).orElse(null);
    if (trouble instanceof Trouble.RateLimited limited) {
      return rateLimited(limited.retryAfter());
    }
    if (trouble instanceof Trouble.ServerError) {
      return Answer.text(500, "Internal Server Error");
    }
    if (trouble instanceof Trouble.Refusal refusal) {
      return Answer.error(refusal.code());
    }
    Answer answer = happen(call);
    if (trouble instanceof Trouble.Slow slow) {
      return answer.later(slow.by());
    }
    if (trouble instanceof Trouble.Dropped) {
      return answer.lost();
    }
    return answer;
  }

  private Answer happen(Call call) {
    Method method = methods.get(call.method());
    if (method == null) {
      return Answer.error("unknown_method");
    }
    if (!call.method().equals("api.test")) {
      if (call.token().isEmpty()) {
        return Answer.error("not_authed");
      }
      if (!call.token().equals(token)) {
        return Answer.error("invalid_auth");
      }
    }
    try {
      ObjectNode body = Json.object().put("ok", true);
      body.setAll(method.answer(call));
      return Answer.json(body).with("X-OAuth-Scopes", scopes.provided());
    } catch (TooSoon e) {
      return rateLimited(e.wait);
    } catch (Scopes.Missing e) {
      return Answer.json(scopes.missing(e.needed()));
    } catch (Refused e) {
      log.info("the sandbox's Slack refuses {}: {} {}", call.method(), e.code(), e.messages());
      ObjectNode body = Json.object().put("ok", false).put("error", e.code());
      if (!e.messages().isEmpty()) {
        e.messages().forEach(body.putObject("response_metadata").putArray("messages")::add);
      }
      return Answer.json(body);
    }
  }

  /** Posting faster than Slack likes. */
  static final class TooSoon extends RuntimeException {
    private final transient Duration wait;

    TooSoon(Duration wait) {
      super("ratelimited", null, false, false);
      this.wait = wait;
    }
  }

  private static Answer rateLimited(Duration wait) {
    return Answer.error("ratelimited")
        .with(429)
        .with("Retry-After", Long.toString(Math.max(1, wait.toSeconds())));
  }
}
