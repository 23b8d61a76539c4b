package dev.groundswell.slack;

import com.slack.api.bolt.response.Response;

/**
 * What Slack hears at once.
 *
 * @param status 200, or what kept a request from being handled
 * @param contentType of the body; it means nothing when that is empty
 * @param body JSON or plain text; empty for a bare "heard you"
 */
public record Acknowledgement(int status, String contentType, String body) {
  static final Acknowledgement BARE = new Acknowledgement(200, "text/plain", "");

  static Acknowledgement of(Response response) {
    return new Acknowledgement(
        response.getStatusCode(),
        response.getContentType() == null ? "text/plain" : response.getContentType(),
        response.getBody() == null ? "" : response.getBody());
  }

  static Acknowledgement flaw(int status, String sentence) {
    return new Acknowledgement(status, "text/plain", sentence);
  }
}
