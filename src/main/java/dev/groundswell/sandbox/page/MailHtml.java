package dev.groundswell.sandbox.page;

import static dev.groundswell.sandbox.blocks.Html.escape;
import static dev.groundswell.sandbox.blocks.Html.link;

import dev.groundswell.sandbox.mailbox.Mail;
import dev.groundswell.sandbox.mailbox.Mailbox;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The mailbox: what has arrived, and one mail of it. */
final class MailHtml {
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s\"'<>)]+");

  private final Reader reader;
  private final Mailbox mailbox;

  MailHtml(Reader reader, Mailbox mailbox) {
    this.reader = reader;
    this.mailbox = mailbox;
  }

  String of(Place place) {
    return mailbox.mail(place.mail()).map(this::one).orElseGet(this::list);
  }

  private String list() {
    if (mailbox.mails().isEmpty()) {
      return "<p class=\"empty\">No mail yet. What Groundswell mails to sponsors arrives here,"
          + " whatever its address; nothing leaves this machine.</p>";
    }
    StringBuilder html = new StringBuilder("<ul class=\"mails\">");
    for (Mail mail : mailbox.mails()) {
      html.append("<li><a href=\"?at=mail-%1$d\" data-go=\"mail-%1$d\">".formatted(mail.number()));
      html.append("<span class=\"mail-subject\">").append(escape(subject(mail))).append("</span>");
      html.append("<span class=\"mail-to\">to ")
          .append(escape(String.join(", ", mail.recipients())))
          .append("</span><time>")
          .append(escape(reader.day(mail.receivedAt())))
          .append(", ")
          .append(reader.time(mail.receivedAt()))
          .append("</time></a></li>");
    }
    return html.append("</ul>").toString();
  }

  private String one(Mail mail) {
    StringBuilder html = new StringBuilder("<article class=\"mail\">");
    html.append("<p><a href=\"?at=mailbox\" data-go=\"mailbox\">← All mail</a></p>");
    html.append("<h2>").append(escape(subject(mail))).append("</h2><dl class=\"mail-head\">");
    row(html, "From", mail.from());
    row(html, "To", String.join(", ", mail.recipients()));
    row(html, "Arrived", reader.day(mail.receivedAt()) + ", " + reader.time(mail.receivedAt()));
    html.append("</dl>");
    if (!mail.html().isEmpty()) {
      html.append(
          "<div class=\"toggle\" role=\"group\" aria-label=\"How to show this mail\">"
              + "<button type=\"button\" data-show=\"mail-html\" aria-pressed=\"true\">As designed</button>"
              + "<button type=\"button\" data-show=\"mail-text\" aria-pressed=\"false\">Plain text</button></div>");
      html.append(
          "<iframe id=\"mail-html\" title=\"The mail as designed\" sandbox=\"\" src=\"/mail/%d/html\"></iframe>"
              .formatted(mail.number()));
    }
    html.append("<pre id=\"mail-text\"").append(mail.html().isEmpty() ? ">" : " hidden>");
    html.append(escape(mail.text().isEmpty() ? "This mail has no plain text." : mail.text()));
    html.append("</pre>").append(links(mail));
    html.append("<details class=\"headers\"><summary>All headers</summary><pre>");
    mail.headers().forEach(each -> html.append(escape(each)).append("\n"));
    return html.append("</pre></details></article>").toString();
  }

  /** The links once more, since they cannot be followed out of the frame. */
  private static String links(Mail mail) {
    Set<String> found = new LinkedHashSet<>();
    Matcher matcher = ADDRESS.matcher(mail.html().replace("&amp;", "&") + "\n" + mail.text());
    while (matcher.find() && found.size() < 20) {
      found.add(matcher.group().replaceFirst("[.,;:]$", ""));
    }
    if (found.isEmpty()) {
      return "";
    }
    StringBuilder html = new StringBuilder("<h3>Links in this mail</h3><ul class=\"links\">");
    found.forEach(each -> html.append("<li>").append(link(each, escape(each))).append("</li>"));
    return html.append("</ul>").toString();
  }

  private static void row(StringBuilder html, String name, String value) {
    html.append("<div><dt>")
        .append(name)
        .append("</dt><dd>")
        .append(escape(value))
        .append("</dd></div>");
  }

  private static String subject(Mail mail) {
    return mail.subject().isEmpty() ? "(no subject)" : mail.subject();
  }
}
