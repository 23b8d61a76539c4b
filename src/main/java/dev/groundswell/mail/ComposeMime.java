package dev.groundswell.mail;

import dev.groundswell.kernel.MailAddress;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns a {@link MailMessage} into the MIME message that goes out. */
final class ComposeMime {
  /** RFC 5322, 3.3. Not {@code RFC_1123_DATE_TIME}, whose "GMT" is obsolete there. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final Session session;
  private final MailIdentity from;

  ComposeMime(Session session, MailIdentity from) {
    this.session = session;
    this.from = from;
  }

  /** As the header holds it: {@code <key@domain-of-from>}. */
  String messageId(String key) {
    return "<" + key + "@" + from.address().domain() + ">";
  }

  /**
   * A message that can be written: encoding it once here keeps a failure out of the SMTP dialogue.
   */
  MimeMessage compose(MailMessage message, Instant now) {
    try {
      MimeMessage mime = new KeptId(session, messageId(message.key()));
      mime.setFrom(mailbox(from.address(), from.name()));
      MailAddress replyTo = from.replyTo();
      if (replyTo != null) {
        mime.setReplyTo(new InternetAddress[] {mailbox(replyTo, null)});
      }
      mime.setRecipient(MimeMessage.RecipientType.TO, mailbox(message.to(), null));
      headers(mime, message, now);
      mime.setContent(alternatives(message));
      mime.saveChanges();
      mime.writeTo(OutputStream.nullOutputStream());
      return mime;
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException("this mail cannot be written as MIME", e);
    }
  }

  /**
   * Set raw, and so never folded; DKIM and one-click unsubscribing want those of lists on one line.
   */
  private void headers(MimeMessage mime, MailMessage message, Instant now)
      throws MessagingException {
    mime.setHeader("Subject", HeaderText.of("Subject", message.subject()));
    mime.setHeader("Date", DATE.format(now));
    if (!message.seriesKey().equals(message.key())) {
      mime.setHeader("References", messageId(message.seriesKey()));
    }
    mime.setHeader("List-Id", "<" + message.listId() + ">"); // RFC 2919
    if (!message.unsubscribe().isEmpty()) {
      mime.setHeader("List-Unsubscribe", message.unsubscribe()); // RFC 2369
    }
    if (message.unsubscribesWithOneClick()) {
      mime.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"); // RFC 8058
    }
    mime.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834
    mime.setHeader("X-Auto-Response-Suppress", "All"); // Exchange, MS-OXCMAIL
    mime.setHeader("Content-Language", message.lang()); // RFC 3282
  }

  private static MimeMultipart alternatives(MailMessage message) throws MessagingException {
    return new MimeMultipart(
        "alternative", part(message.text(), "plain"), part(message.html(), "html"));
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, StandardCharsets.UTF_8.name(), subtype);
    part.setHeader("Content-Transfer-Encoding", "quoted-printable");
    return part;
  }

  private static InternetAddress mailbox(MailAddress address, @Nullable String name)
      throws MessagingException, UnsupportedEncodingException {
    InternetAddress mailbox = new InternetAddress(address.value(), true);
    if (name != null && !name.isEmpty()) {
      mailbox.setPersonal(name, StandardCharsets.UTF_8.name());
    }
    return mailbox;
  }

  /** The library would make up a Message-ID of its own at each {@code saveChanges}. */
  private static final class KeptId extends MimeMessage {
    private final String messageId;

    KeptId(Session session, String messageId) {
      super(session);
      this.messageId = messageId;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", messageId);
    }
  }
}
