package dev.groundswell.slack.reminder;

import dev.groundswell.slack.Feature.Reply;
import dev.groundswell.slack.Message;
import java.util.Optional;
import java.util.UUID;

/**
 * Which reminder a button or a form is about.
 *
 * @param number which of its times
 * @param responseUrl of the message that a form was opened from, or empty
 */
record Target(UUID id, int number, String responseUrl) {

  /** Into a button. */
  String written() {
    return id + " " + number;
  }

  /** Into a form. */
  String metadata() {
    return written() + " " + responseUrl;
  }

  static Target read(String written) {
    String[] parts = written.split(" ", 3);
    return new Target(
        UUID.fromString(parts[0]),
        parts.length > 1 ? Integer.parseInt(parts[1]) : 0,
        parts.length > 2 ? parts[2] : "");
  }

  Target openedFrom(String url) {
    return new Target(id, number, url);
  }

  Optional<Reply> reply(Message message) {
    return responseUrl.isEmpty() ? Optional.empty() : Optional.of(new Reply(responseUrl, message));
  }
}
