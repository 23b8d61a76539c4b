package dev.groundswell.slack.socket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groundswell.slack.Acknowledgement;

/**
 * One message of Slack's, as it came.
 *
 * @param type {@code hello}, {@code disconnect}, or that of a request
 * @param id by which a request is answered; empty for one that wants no answer
 * @param reason why Slack disconnects, else empty
 * @param takesPayload whether the answer may say something
 */
record Envelope(String type, String id, String reason, boolean takesPayload, String json) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * @throws JsonProcessingException when it is not JSON
   */
  static Envelope read(String json) throws JsonProcessingException {
    JsonNode tree = JSON.readTree(json);
    return new Envelope(
        tree.path("type").asText(""),
        tree.path("envelope_id").asText(""),
        tree.path("reason").asText(""),
        tree.path("accepts_response_payload").asBoolean(false),
        json);
  }

  /** The answer as Slack wants it. */
  String answer(Acknowledgement acknowledgement) {
    ObjectNode answer = JSON.createObjectNode().put("envelope_id", id);
    String body = acknowledgement.body();
    if (takesPayload && !body.isEmpty()) {
      if (acknowledgement.contentType().startsWith("application/json")) {
        answer.set("payload", payload(body));
      } else {
        answer.putObject("payload").put("text", body);
      }
    }
    return answer.toString();
  }

  private static JsonNode payload(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Bolt made JSON that can't be read");
    }
  }
}
