package dev.groundswell.slack;

import dev.groundswell.slack.Feature.Click;
import dev.groundswell.slack.Feature.Reply;
import java.util.Optional;
import java.util.UUID;

/**
 * What a form was opened from, as it stands in the form's metadata.
 *
 * @param subject what it is about
 * @param version of it, as the person saw it; 0 where none matters
 * @param responseUrl of the message to replace; empty for none
 */
public record Opened(UUID subject, int version, String responseUrl) {
  public Opened(UUID subject, String responseUrl) {
    this(subject, 0, responseUrl);
  }

  /** From a button whose value is the subject. */
  public static Opened by(Click click) {
    return new Opened(UUID.fromString(click.value()), click.responseUrl());
  }

  public static Opened of(String metadata) {
    String[] parts = metadata.split(" ", 3);
    return new Opened(
        UUID.fromString(parts[0]),
        parts.length > 2 ? Integer.parseInt(parts[2]) : 0,
        parts.length > 1 ? parts[1] : "");
  }

  public String metadata() {
    return subject + " " + responseUrl + " " + version;
  }

  /** The message takes the place of the one that it was opened from, if there is one. */
  public Optional<Reply> reply(Message message) {
    return responseUrl.isEmpty() ? Optional.empty() : Optional.of(new Reply(responseUrl, message));
  }
}
