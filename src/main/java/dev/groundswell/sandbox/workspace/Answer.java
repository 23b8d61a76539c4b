package dev.groundswell.sandbox.workspace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the fake Slack answers over HTTP.
 *
 * @param dropped the connection is closed without an answer
 * @param after how long the answer is kept back
 */
public record Answer(
    int status,
    String contentType,
    String body,
    Map<String, String> headers,
    Duration after,
    boolean dropped) {
  public Answer {
    headers = Map.copyOf(headers);
  }

  static Answer json(ObjectNode body) {
    return new Answer(
        200, "application/json; charset=utf-8", body.toString(), Map.of(), Duration.ZERO, false);
  }

  static Answer error(String code) {
    return json(Json.object().put("ok", false).put("error", code));
  }

  static Answer text(int status, String body) {
    return new Answer(status, "text/plain; charset=utf-8", body, Map.of(), Duration.ZERO, false);
  }

  Answer with(int otherStatus) {
    return new Answer(otherStatus, contentType, body, headers, after, dropped);
  }

  Answer with(String header, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(header, value);
    return new Answer(status, contentType, body, more, after, dropped);
  }

  Answer later(Duration delay) {
    return new Answer(status, contentType, body, headers, delay, dropped);
  }

  Answer lost() {
    return new Answer(status, contentType, body, headers, after, true);
  }
}
