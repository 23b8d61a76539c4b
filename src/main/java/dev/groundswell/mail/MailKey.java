package dev.groundswell.mail;

import dev.groundswell.kernel.WorkspaceId;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The occasion of a mail as it stands in its Message-ID: what comes back names it, and is found
 * again by it.
 *
 * @param asks which asking it was; 0 for a digest
 */
record MailKey(Kind kind, WorkspaceId workspace, UUID subject, int asks) {
  private static final Pattern SHAPE =
      Pattern.compile(
          "<?(?<kind>digest|ask)\\.(?<workspace>[A-Za-z0-9]{2,32})\\.(?<subject>[0-9a-fA-F-]{36})"
              + "(\\.(?<asks>\\d{1,6}))?@[^\\s<>@]+>?");

  /** What was mailed. */
  enum Kind {
    /** A digest; the subject is its row. */
    DIGEST,
    /** The question whether they want it; the subject is the sponsor. */
    ASK
  }

  static MailKey digest(WorkspaceId workspace, UUID digest) {
    return new MailKey(Kind.DIGEST, workspace, digest, 0);
  }

  static MailKey ask(WorkspaceId workspace, UUID sponsor, int asks) {
    return new MailKey(Kind.ASK, workspace, sponsor, asks);
  }

  /** The left side of the Message-ID. */
  String text() {
    return kind == Kind.DIGEST
        ? "digest." + workspace + "." + subject
        : "ask." + workspace + "." + subject + "." + asks;
  }

  /** Empty for the Message-ID of anything else. */
  static Optional<MailKey> of(String messageId) {
    Matcher parts = SHAPE.matcher(messageId.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    String asks = parts.group("asks");
    return Optional.of(
        new MailKey(
            parts.group("kind").equals("ask") ? Kind.ASK : Kind.DIGEST,
            new WorkspaceId(parts.group("workspace")),
            UUID.fromString(parts.group("subject")),
            asks == null ? 0 : Integer.parseInt(asks)));
  }
}
