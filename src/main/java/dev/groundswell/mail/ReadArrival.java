package dev.groundswell.mail;

import dev.groundswell.sponsor.Arrival;
import dev.groundswell.sponsor.MailKey;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.text.StringEscapeUtils;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a mail is to us: a delivery report (RFC 3464), an automatic answer (RFC 3834), a wish
 * to unsubscribe, a reply, or nothing.
 */
final class ReadArrival {
  private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]+>");
  private static final Pattern STATUS = Pattern.compile("\\s*([245])\\.(\\d{1,3})\\.(\\d{1,3}).*");
  private static final Pattern STOP =
      Pattern.compile("(?i)\\s*stop\\s+([A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+)\\s*");
  private static final Pattern AWAY =
      Pattern.compile(
          "(?i)\\s*(out of (the )?office|automatic reply|auto(matic)?[- ]?(reply|response)|"
              + "automatische antwort|abwesenheit|réponse automatique|respuesta automática).*");
  private static final int LONGEST_REASON = 200;
  private static final int LARGEST_TEXT = 200_000;

  private ReadArrival() {}

  static Arrival of(MimeMessage mail) throws MessagingException, IOException {
    if (mail.isMimeType("multipart/report")) {
      return report(mail);
    }
    String subject = mail.getSubject() == null ? "" : mail.getSubject();
    Matcher stop = STOP.matcher(subject);
    if (stop.matches()) {
      return new Arrival.StopIt(stop.group(1));
    }
    Optional<MailKey> answered = answered(mail);
    if (answered.isEmpty() || isAutomatic(mail, subject)) {
      return new Arrival.Nothing();
    }
    return new Arrival.Reply(answered.get(), ReplyText.of(text(mail)), sender(mail));
  }

  private static String sender(MimeMessage mail) {
    try {
      Address[] from = mail.getFrom();
      return from != null && from.length == 1 && from[0] instanceof InternetAddress one
          ? String.valueOf(one.getAddress()).strip()
          : "";
    } catch (MessagingException e) {
      // A sender that can't be read is nobody we know.
      return "";
    }
  }

  /** The newest of ours that the mail refers to. */
  private static Optional<MailKey> answered(MimeMessage mail) throws MessagingException {
    List<String> named = new ArrayList<>();
    for (String header : new String[] {"References", "In-Reply-To"}) {
      String value = mail.getHeader(header, " ");
      if (value != null) {
        MESSAGE_ID.matcher(value).results().forEach(it -> named.add(it.group()));
      }
    }
    return named.stream()
        .map(MailKey::of)
        .flatMap(Optional::stream)
        .reduce((earlier, later) -> later);
  }

  private static boolean isAutomatic(MimeMessage mail, String subject) throws MessagingException {
    String submitted = header(mail, "Auto-Submitted");
    String precedence = header(mail, "Precedence");
    return !(submitted.isEmpty() || submitted.startsWith("no"))
        || List.of("auto_reply", "bulk", "junk", "list").contains(precedence)
        || mail.getHeader("X-Autoreply") != null
        || mail.getHeader("X-Autorespond") != null
        || mail.getHeader("X-Auto-Response-Suppress") != null
        || AWAY.matcher(subject).matches();
  }

  private static String header(MimeMessage mail, String name) throws MessagingException {
    String value = mail.getHeader(name, " ");
    return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
  }

  private static Arrival report(MimeMessage mail) throws MessagingException, IOException {
    Report report = new Report();
    if (mail.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        report.read(parts.getBodyPart(i));
      }
    }
    Optional<MailKey> about = report.original.flatMap(MailKey::of);
    if (about.isEmpty()) {
      about = answered(mail);
    }
    Matcher status = STATUS.matcher(report.status);
    if (about.isEmpty() || !report.failed || !status.matches()) {
      return new Arrival.Nothing();
    }
    return new Arrival.Bounce(about.get(), isForGood(status), report.reason());
  }

  /**
   * 5.2.2 is a mailbox that is full, 5.7.x a matter of policy: neither says the address is wrong.
   */
  private static boolean isForGood(Matcher status) {
    boolean full = status.group(2).equals("2") && status.group(3).equals("2");
    return status.group(1).equals("5") && !full && !status.group(2).equals("7");
  }

  /** What the parts of a delivery report say. */
  private static final class Report {
    private boolean failed;
    private String status = "";
    private String diagnostic = "";
    private Optional<String> original = Optional.empty();

    void read(BodyPart part) throws MessagingException, IOException {
      if (part.isMimeType("message/delivery-status")) {
        try (InputStream stream = part.getInputStream()) {
          recipients(new PushbackInputStream(stream));
        }
      } else if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) {
        try (InputStream stream = part.getInputStream()) {
          original = Optional.ofNullable(new InternetHeaders(stream).getHeader("Message-ID", null));
        }
      }
    }

    /** A group of fields about the message, then one about each recipient. */
    private void recipients(PushbackInputStream stream) throws MessagingException, IOException {
      int next;
      while ((next = stream.read()) >= 0) {
        stream.unread(next);
        InternetHeaders fields = new InternetHeaders(stream);
        String action = field(fields, "Action").toLowerCase(Locale.ROOT);
        // A delay is no end: the server goes on trying, and says so if it gives up.
        if (action.equals("failed")) {
          failed = true;
          status = field(fields, "Status");
          diagnostic = field(fields, "Diagnostic-Code");
        }
      }
    }

    private static String field(InternetHeaders fields, String name) {
      String value = fields.getHeader(name, null);
      return value == null ? "" : value.strip();
    }

    String reason() {
      String said = diagnostic.isEmpty() ? status : diagnostic.replaceFirst("(?i)^smtp;\\s*", "");
      String line = said.replaceAll("(?:\\p{Cc}|\\p{Cf}|\\s)+", " ").strip();
      return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON) + "…";
    }
  }

  private static String text(Part mail) throws MessagingException, IOException {
    String plain = first(mail, "text/plain");
    if (plain != null) {
      return plain;
    }
    String html = first(mail, "text/html");
    return html == null ? "" : withoutTags(html);
  }

  private static @Nullable String first(Part part, String type)
      throws MessagingException, IOException {
    if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
      return null;
    }
    if (part.isMimeType(type)) {
      String text = String.valueOf(part.getContent());
      return text.substring(0, Math.min(text.length(), LARGEST_TEXT));
    }
    if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        String found = first(parts.getBodyPart(i), type);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private static String withoutTags(String html) {
    String lines =
        html.replaceAll("(?is)<(style|script|head|blockquote)\\b.*?</\\1>", "")
            .replaceAll("(?i)<br\\s*/?>|</(p|div|li|h\\d|tr)>", "\n")
            .replaceAll("<[^>]*>", "");
    return StringEscapeUtils.unescapeHtml4(lines);
  }
}
