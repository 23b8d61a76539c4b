package dev.groundswell.slack.feedback;

import dev.groundswell.slack.Feature.Click;
import dev.groundswell.slack.Feature.Reply;
import dev.groundswell.slack.Message;
import java.util.Optional;
import java.util.UUID;

/**
 * What a form was opened from, as it stands in the form's metadata.
 *
 * @param subject what it is about
 * @param version of it, as the person saw it; 0 where none matters
 * @param responseUrl of the message to replace; empty for none
 */
record Opened(UUID subject, int version, String responseUrl) {
  static String metadata(UUID subject, int version, Click click) {
    return subject + " " + click.responseUrl() + " " + version;
  }

  static Opened of(String metadata) {
    String[] parts = metadata.split(" ", 3);
    return new Opened(
        UUID.fromString(parts[0]),
        parts.length > 2 ? Integer.parseInt(parts[2]) : 0,
        parts.length > 1 ? parts[1] : "");
  }

  Optional<Reply> reply(Message message) {
    return responseUrl.isEmpty() ? Optional.empty() : Optional.of(new Reply(responseUrl, message));
  }
}
