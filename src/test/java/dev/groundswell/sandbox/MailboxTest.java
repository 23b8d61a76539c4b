package dev.groundswell.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundswell.sandbox.mailbox.Mail;
import dev.groundswell.sandbox.mailbox.Mailbox;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailboxTest {
  private static final Instant NOW = Instant.parse("2026-11-22T09:14:00Z");
  private Mailbox mailbox;

  @BeforeEach
  void open() {
    mailbox = Mailbox.open(Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @AfterEach
  void close() {
    mailbox.close();
  }

  @Test
  void a_mail_is_kept_with_both_its_parts() throws Exception {
    Transport.send(mail(mailbox.port(), "tom.becker@lakeside.example", "Café für Zoë"));
    Mail mail = mailbox.mail(1).orElseThrow();
    assertThat(mail.subject()).isEqualTo("Café für Zoë");
    assertThat(mail.from()).isEqualTo("Groundswell <bot@lakeside.example>");
    assertThat(mail.recipients()).containsExactly("tom.becker@lakeside.example");
    assertThat(mail.text()).isEqualTo("Three people heard back – ✓");
    assertThat(mail.html()).isEqualTo("<p>Three people heard <b>back</b></p>");
    assertThat(mail.headers()).anyMatch(each -> each.startsWith("List-Unsubscribe: "));
    assertThat(mail.receivedAt()).isEqualTo(NOW);
    assertThat(mailbox.mails()).containsExactly(mail);
    assertThat(mailbox.mail(0)).isEmpty();
    assertThat(mailbox.mail(2)).isEmpty();
  }

  @Test
  void the_mailbox_of_somebody_who_has_left_is_refused() {
    assertThatThrownBy(() -> Transport.send(mail(mailbox.port(), "denise@gone.example", "x")))
        .isInstanceOf(MessagingException.class);
    assertThat(mailbox.mails()).isEmpty();
  }

  static MimeMessage mail(int port, String to, String subject) throws MessagingException {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", "127.0.0.1");
    properties.put("mail.smtp.port", Integer.toString(port));
    MimeMessage message = new MimeMessage(Session.getInstance(properties));
    message.setFrom("Groundswell <bot@lakeside.example>");
    message.setRecipients(RecipientType.TO, to);
    message.setSubject(subject, "UTF-8");
    message.setHeader("List-Unsubscribe", "<http://localhost:3000/unsubscribe/abc>");
    MimeBodyPart text = new MimeBodyPart();
    text.setText("Three people heard back – ✓", "UTF-8");
    MimeBodyPart html = new MimeBodyPart();
    html.setContent("<p>Three people heard <b>back</b></p>", "text/html; charset=UTF-8");
    message.setContent(new MimeMultipart("alternative", text, html));
    return message;
  }
}
