package dev.groundswell.slack.practice;

import dev.groundswell.slack.Feature.Reply;
import dev.groundswell.slack.Message;
import java.util.Optional;
import java.util.UUID;

/** What a form was opened from: the thing that it is about, and the message to replace. */
record Opened(UUID subject, String responseUrl) {
  static Opened of(String metadata) {
    String[] parts = metadata.split(" ", 2);
    return new Opened(UUID.fromString(parts[0]), parts.length > 1 ? parts[1] : "");
  }

  String metadata() {
    return subject + " " + responseUrl;
  }

  Optional<Reply> reply(Message message) {
    return responseUrl.isEmpty() ? Optional.empty() : Optional.of(new Reply(responseUrl, message));
  }
}
