package dev.groundswell.mail;

import dev.groundswell.kernel.MailAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who the mail comes from, the same in every message: receivers learn to trust a stable From.
 *
 * @param name what a mailbox shows, up to 100 characters; may be empty
 * @param replyTo a mailbox that somebody reads, if it is not {@code address}
 */
public record MailIdentity(String name, MailAddress address, @Nullable MailAddress replyTo) {
  private static final Pattern NAMED =
      Pattern.compile("\"?(?<name>[^\"<>]*?)\"?\\s*<(?<address>[^<>]*)>");

  public MailIdentity {
    HeaderText.refuseControls("the name of the sender", name);
    if (name.length() > 100 || name.contains("=?")) {
      throw new IllegalArgumentException(
          "the name of the sender is at most 100 characters of plain text");
    }
  }

  /** Where an answer goes. */
  public MailAddress repliesTo() {
    return replyTo == null ? address : replyTo;
  }

  /**
   * Reads MAIL_FROM, {@code Groundswell <bot@example.org>} or a bare address, and MAIL_REPLY_TO, a
   * bare address or absent.
   *
   * @throws IllegalArgumentException with one line that names the setting
   */
  public static MailIdentity parse(String mailFrom, @Nullable String mailReplyTo) {
    Matcher named = NAMED.matcher(mailFrom.strip());
    boolean hasName = named.matches();
    String name = hasName ? named.group("name").strip() : "";
    String address = hasName ? named.group("address") : mailFrom;
    return new MailIdentity(
        name,
        address("MAIL_FROM should look like Groundswell <bot@example.org>", address),
        mailReplyTo == null || mailReplyTo.isBlank()
            ? null
            : address("MAIL_REPLY_TO should look like team@example.org", mailReplyTo));
  }

  private static MailAddress address(String shape, String text) {
    MailAddress.Parsed parsed = MailAddress.parse(text);
    if (parsed instanceof MailAddress.Good good) {
      return good.address();
    }
    if (parsed instanceof MailAddress.Bad bad) {
      throw new IllegalArgumentException(shape + ". " + bad.sentence());
    }
    throw new AssertionError(parsed);
  }
}
