package dev.groundswell.sandbox.workspace;

import com.fasterxml.jackson.databind.JsonNode;

/** How the bot took what Slack sent. */
sealed interface Reply {

  /** The bot answered with 2xx in time. */
  record Acknowledged(String contentType, String body) implements Reply {
    /** The body as JSON; missing when it is something else. */
    JsonNode json() {
      return body.stripLeading().startsWith("{") ? Json.read(body) : Json.read("");
    }
  }

  /**
   * It did not.
   *
   * @param code Slack's word for it, such as {@code operation_timeout}
   */
  record Failed(String code) implements Reply {}
}
