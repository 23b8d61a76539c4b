package dev.groundswell.sponsor;

import dev.groundswell.kernel.WorkspaceId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The occasion of a mail as it stands in its Message-ID: what comes back names it, and is found
 * again by it.
 *
 * @param asks which asking it was, or which message about an input; 0 for a digest
 */
public record MailKey(Kind kind, WorkspaceId workspace, UUID subject, int asks) {
  private static final Pattern SHAPE =
      Pattern.compile(
          "<?(?<kind>digest|ask|told)\\.(?<workspace>[A-Z0-9]{2,32})"
              + "\\.(?<subject>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})"
              + "(\\.(?<asks>\\d{1,6}))?@[^\\s<>@]+>?");

  /** What was mailed. */
  public enum Kind {
    /** A digest; the subject is its row. */
    DIGEST,
    /** The question whether they want it; the subject is the sponsor. */
    ASK,
    /** What became of somebody's input; the subject is the input. */
    TOLD
  }

  public static MailKey digest(WorkspaceId workspace, UUID digest) {
    return new MailKey(Kind.DIGEST, workspace, digest, 0);
  }

  public static MailKey ask(WorkspaceId workspace, UUID sponsor, int asks) {
    return new MailKey(Kind.ASK, workspace, sponsor, asks);
  }

  /** What a contributor gets about an input, the so-manieth time. */
  public static MailKey told(WorkspaceId workspace, UUID input, int times) {
    return new MailKey(Kind.TOLD, workspace, input, times);
  }

  /** The left side of the Message-ID. */
  public String text() {
    String start = kind.name().toLowerCase(Locale.ROOT) + "." + workspace + "." + subject;
    return kind == Kind.DIGEST ? start : start + "." + asks;
  }

  /** Empty for the Message-ID of anything else. */
  public static Optional<MailKey> of(String messageId) {
    Matcher parts = SHAPE.matcher(messageId.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    String asks = parts.group("asks");
    return Optional.of(
        new MailKey(
            Kind.valueOf(parts.group("kind").toUpperCase(Locale.ROOT)),
            new WorkspaceId(parts.group("workspace")),
            UUID.fromString(parts.group("subject")),
            asks == null ? 0 : Integer.parseInt(asks)));
  }
}
