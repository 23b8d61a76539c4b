package dev.groundswell.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.kernel.MailAddress;
import dev.groundswell.outbox.SendResult;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.subethamail.smtp.RejectException;

@Tag("jdk")
class MailSenderTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-02T08:05:09Z"), ZoneOffset.UTC);

  @Test
  void an_accepted_mail_carries_what_a_sponsor_and_a_receiver_need() {
    String raw = delivered(Letters.digest());
    List<String> head = head(raw);
    assertThat(head)
        .contains(
            "Date: Mon, 2 Nov 2026 08:05:09 +0000",
            "From: Groundswell <bot@groundswell.example>",
            "Reply-To: team@groundswell.example",
            "To: ann@example.org",
            "Message-ID: <k-0193@groundswell.example>",
            "References: <s-0042@groundswell.example>",
            "Subject: What became of your ideas in November",
            "MIME-Version: 1.0",
            "List-Id: <digest.t0193.groundswell.example>",
            "List-Unsubscribe: <" + Letters.UNSUBSCRIBE + ">",
            "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
            "Auto-Submitted: auto-generated",
            "X-Auto-Response-Suppress: All",
            "Content-Language: en")
        .allMatch(line -> line.length() <= 998)
        .doesNotHaveDuplicates();
    assertThat(Letters.UNSUBSCRIBE.length()).isGreaterThan(100);
    assertThat(raw.split("\r\n\r\n")[0].replace("\r\n", "")).doesNotContain("\n", "\r");
  }

  @Test
  void the_text_comes_before_the_html_and_both_survive() throws Exception {
    String text =
        "Grüße, 谢谢, שלום 🎉\n\n.a dot first\nFrom here on = signs\n" + "long ".repeat(300);
    String raw = delivered(Letters.saying(text));
    assertThat(raw.lines()).allMatch(line -> line.length() <= 76 || line.startsWith("List-"));
    assertThat(raw.chars()).allMatch(c -> c < 127);
    MimeMessage mime = parsed(raw);
    assertThat(mime.getContentType()).startsWith("multipart/alternative");
    MimeMultipart parts = (MimeMultipart) mime.getContent();
    assertThat(parts.getCount()).isEqualTo(2);
    for (int i = 0; i < 2; i++) {
      assertThat(parts.getBodyPart(i).getHeader("Content-Transfer-Encoding"))
          .containsExactly("quoted-printable");
      assertThat(parts.getBodyPart(i).getContentType())
          .isEqualToIgnoringCase((i == 0 ? "text/plain" : "text/html") + "; charset=UTF-8");
      assertThat(((String) parts.getBodyPart(i).getContent()).replace("\r\n", "\n")).contains(text);
    }
  }

  @Test
  void one_click_is_promised_over_https_only() {
    assertThat(head(delivered(Letters.with("k", "s", "http://localhost:3000/u/1"))))
        .contains("List-Unsubscribe: <http://localhost:3000/u/1>")
        .noneMatch(line -> line.startsWith("List-Unsubscribe-Post"));
    assertThat(head(delivered(Letters.with("k", "s", null))))
        .noneMatch(line -> line.startsWith("List-Unsubscribe"));
  }

  @Test
  void the_first_of_a_series_refers_to_nothing() {
    assertThat(head(delivered(Letters.with("s", "s", null))))
        .contains("Message-ID: <s@groundswell.example>")
        .noneMatch(line -> line.startsWith("References"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Grüße aus Köln",
        "🎉👩🏽‍⚕️🏳️‍🌈 Three practices joined 🎉👩🏽‍⚕️🏳️‍🌈 and more will 🎉👩🏽‍⚕️🏳️‍🌈 soon",
        "عيادة الأمل: ما الذي تغيّر هذا الشهر",
        "מרפאת התקווה \u202babc\u202c",
        "谢谢您的意见，这是十一月份的进展情况，请您有空的时候看一看，谢谢您的支持与信任",
        "=?UTF-8?Q?You_are_fired?=",
        "<script>alert(1)</script> & <b>bold</b>",
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
        "x",
        " two  blanks ",
        "A plain subject of more than seventy-six characters, which a mail program would fold in two",
      })
  void a_subject_arrives_as_it_was_written(String subject) throws Exception {
    assertSubject(subject);
  }

  @Test
  void a_very_long_word_arrives_as_it_was_written() throws Exception {
    assertSubject("w".repeat(500));
    assertSubject("🎉".repeat(250));
    assertSubject("word ".repeat(99) + "end");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<b>Care</b> & \"Co\", together",
        "عيادة الأمل",
        "Jörg 🎉",
        "Care; bcc: eve@example.org",
        "eve@example.org",
      })
  void a_name_of_any_kind_stays_a_name(String name) throws Exception {
    MailIdentity from =
        new MailIdentity(name, Letters.GROUNDSWELL.address(), Letters.GROUNDSWELL.replyTo());
    try (PeerServer server = PeerServer.plain();
        MailSender sender = sender(server, from, "", Timeouts.standard())) {
      sender.send(Letters.digest());
      InternetAddress[] froms = (InternetAddress[]) parsed(server.messages().get(0)).getFrom();
      assertThat(froms).hasSize(1);
      assertThat(froms[0].getPersonal()).isEqualTo(name);
      assertThat(froms[0].getAddress()).isEqualTo("bot@groundswell.example");
      assertThat(server.envelopes()).containsExactly("bot@groundswell.example>ann@example.org");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@b.example",
        "o'neil+x=y@example.org",
        "a!#$%&*/?^_`{|}~-b@example.org",
        "ann@münchen.de",
        "root@localhost"
      })
  void each_checked_address_passes_the_librarys_own_check_too(String address) throws Exception {
    InternetAddress mailbox = new InternetAddress(new MailAddress(address).value(), true);
    assertThat(mailbox.getPersonal()).isNull();
    assertThat(InternetAddress.parse(mailbox.toString(), true)).hasSize(1);
  }

  @Test
  void a_wrong_password_waits_for_a_person() {
    try (PeerServer server = PeerServer.with(builder -> builder.requireAuth());
        MailSender sender =
            sender(server, Letters.GROUNDSWELL, "bot:hunter2@", Timeouts.standard())) {
      assertThat(sender.send(Letters.digest()))
          .isInstanceOfSatisfying(
              SendResult.TryAgain.class,
              again -> {
                assertThat(again.after()).isEqualTo(Duration.ofMinutes(15));
                assertThat(again.why())
                    .contains("refused the login. Check user and password in SMTP_URL.", "535")
                    .doesNotContain("hunter2");
              });
      assertThat(server.logins()).containsExactly("bot");
      assertThat(server.messages()).isEmpty();
    }
  }

  @Test
  void a_login_that_is_wanted_and_not_configured_waits_for_a_person() {
    try (PeerServer server = PeerServer.with(builder -> builder.requireAuth());
        MailSender sender = sender(server)) {
      assertThat(sender.send(Letters.digest()))
          .isInstanceOfSatisfying(
              SendResult.TryAgain.class,
              again -> assertThat(again.why()).contains("wants a login", "530"));
    }
  }

  @Test
  void the_right_password_is_let_in_also_when_it_needs_decoding() {
    try (PeerServer server = PeerServer.with(builder -> builder.requireAuth());
        MailSender sender =
            sender(server, Letters.GROUNDSWELL, PeerServer.LOGIN, Timeouts.standard())) {
      assertThat(sender.check()).isEmpty();
      assertThat(sender.send(Letters.digest())).isInstanceOf(SendResult.Sent.class);
    }
  }

  @Test
  void later_is_later_and_then_it_arrives_once() {
    PeerServer.Mood firstLater =
        number -> {
          if (number == 1) {
            throw new RejectException(451, "4.7.1 Try again in a while");
          }
        };
    try (PeerServer server = PeerServer.withMoods(n -> {}, firstLater);
        MailSender sender = sender(server)) {
      assertThat(sender.send(Letters.digest()))
          .isInstanceOfSatisfying(
              SendResult.TryAgain.class,
              again -> {
                assertThat(again.after()).isEqualTo(Duration.ofMinutes(1));
                assertThat(again.why()).endsWith("It said: 451 4.7.1 Try again in a while");
              });
      assertThat(sender.send(Letters.digest()))
          .isEqualTo(new SendResult.Sent("<k-0193@groundswell.example>"));
      assertThat(server.messages()).hasSize(1);
    }
  }

  @Test
  void a_message_that_is_refused_is_given_up() {
    try (PeerServer server =
            PeerServer.withMoods(
                n -> {},
                n -> {
                  throw new RejectException(552, "5.2.2 Mailbox full");
                });
        MailSender sender = sender(server)) {
      assertThat(sender.send(Letters.digest()))
          .isEqualTo(
              new SendResult.GivenUp(
                  "The mail server localhost:"
                      + server.port()
                      + " refused the message for ann@example.org."
                      + " It said: 552 5.2.2 Mailbox full"));
    }
  }

  @Test
  void an_address_that_is_refused_is_given_up_and_the_next_one_is_not() {
    PeerServer.Mood firstNever =
        number -> {
          if (number == 1) {
            throw new RejectException(550, "5.1.1 No such user");
          }
        };
    try (PeerServer server = PeerServer.withMoods(firstNever, n -> {});
        MailSender sender = sender(server)) {
      assertThat(sender.send(Letters.digest()))
          .isInstanceOfSatisfying(
              SendResult.GivenUp.class,
              no -> assertThat(no.why()).contains("ann@example.org", "550 5.1.1 No such user"));
      assertThat(sender.send(Letters.digest())).isInstanceOf(SendResult.Sent.class);
      assertThat(server.messages()).hasSize(1);
    }
  }

  @Test
  void a_server_slow_to_take_an_address_is_tried_again() {
    CountDownLatch over = new CountDownLatch(1);
    try (PeerServer server = PeerServer.withMoods(n -> hold(over), n -> {});
        MailSender sender = sender(server, Letters.GROUNDSWELL, "", hasty())) {
      assertThat(sender.send(Letters.digest()))
          .isInstanceOfSatisfying(
              SendResult.TryAgain.class,
              again -> assertThat(again.why()).contains("did not answer in time before"));
      over.countDown();
    }
  }

  @Test
  void a_server_slow_to_take_the_message_may_have_taken_it() {
    CountDownLatch over = new CountDownLatch(1);
    try (PeerServer server = PeerServer.withMoods(n -> {}, n -> hold(over));
        MailSender sender = sender(server, Letters.GROUNDSWELL, "", hasty())) {
      assertThat(sender.send(Letters.digest()))
          .isInstanceOfSatisfying(
              SendResult.Unknown.class,
              unknown -> assertThat(unknown.why()).contains("It may or may not have arrived"));
      over.countDown();
    }
  }

  @Test
  void many_threads_share_one_connection() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (PeerServer server = PeerServer.plain();
        MailSender sender = sender(server)) {
      List<Future<SendResult>> results =
          IntStream.range(0, 40)
              .mapToObj(i -> threads.submit(() -> sender.send(Letters.with("k" + i, "s", null))))
              .toList();
      for (int i = 0; i < results.size(); i++) {
        assertThat(results.get(i).get())
            .isEqualTo(new SendResult.Sent("<k" + i + "@groundswell.example>"));
      }
      assertThat(server.messages()).hasSize(40);
      assertThat(server.sessions()).isEqualTo(1);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void no_more_are_sent_in_a_minute_than_the_server_bears() {
    try (PeerServer server = PeerServer.plain();
        MailSender sender =
            new MailSender(
                SmtpServer.parse("smtp://localhost:" + server.port() + "?perminute=2"),
                Letters.GROUNDSWELL,
                CLOCK,
                Timeouts.standard())) {
      assertThat(sender.send(Letters.digest())).isInstanceOf(SendResult.Sent.class);
      assertThat(sender.send(Letters.digest())).isInstanceOf(SendResult.Sent.class);
      assertThat(sender.send(Letters.digest()))
          .isEqualTo(
              new SendResult.TryAgain(
                  Duration.ofMinutes(1), "The limit of 2 mails a minute is reached."));
      assertThat(server.messages()).hasSize(2);
    }
  }

  @Test
  void a_minute_passes() {
    Instant eight = Instant.parse("2026-11-02T08:00:00Z");
    Pace pace = new Pace(2);
    assertThat(pace.next(eight)).isZero();
    assertThat(pace.next(eight.plusSeconds(20))).isZero();
    assertThat(pace.next(eight.plusSeconds(30))).isEqualTo(Duration.ofSeconds(30));
    assertThat(pace.next(eight.plusSeconds(60))).isZero();
    assertThat(pace.next(eight.plusSeconds(60))).isEqualTo(Duration.ofSeconds(20));
    assertThat(pace.next(eight.minusSeconds(3600))).isZero();
  }

  private static void assertSubject(String subject) throws Exception {
    String raw = delivered(Letters.about(subject));
    assertThat(parsed(raw).getSubject()).isEqualTo(subject);
    String head = raw.substring(0, raw.indexOf("\r\n\r\n"));
    assertThat(head.chars()).allMatch(c -> c < 127);
    int start = head.indexOf("Subject: ");
    List<String> lines =
        head.substring(start)
            .lines()
            .takeWhile(l -> l.startsWith("S") || l.startsWith(" "))
            .toList();
    assertThat(lines).allMatch(line -> line.length() <= 76).noneMatch(String::isBlank);
    assertThat(head.lines().filter(l -> l.startsWith("Subject:"))).hasSize(1);
    assertThat(head.lines()).anyMatch(l -> l.startsWith("MIME-Version:"));
  }

  private static String delivered(MailMessage message) {
    try (PeerServer server = PeerServer.plain();
        MailSender sender = sender(server)) {
      assertThat(sender.send(message)).isInstanceOf(SendResult.Sent.class);
      return server.messages().get(0);
    }
  }

  /** The physical lines before the first empty one, not unfolded. */
  private static List<String> head(String raw) {
    return List.of(raw.substring(0, raw.indexOf("\r\n\r\n")).split("\r\n"));
  }

  private static MimeMessage parsed(String raw) throws Exception {
    return new MimeMessage(
        Session.getInstance(new Properties()), new ByteArrayInputStream(raw.getBytes(ISO_8859_1)));
  }

  private static MailSender sender(PeerServer server) {
    return sender(server, Letters.GROUNDSWELL, "", Timeouts.standard());
  }

  private static MailSender sender(
      PeerServer server, MailIdentity from, String login, Timeouts timeouts) {
    return new MailSender(
        SmtpServer.parse("smtp://" + login + "localhost:" + server.port()), from, CLOCK, timeouts);
  }

  private static Timeouts hasty() {
    Duration hasty = Duration.ofMillis(700);
    return new Timeouts(Duration.ofSeconds(20), hasty, hasty, Duration.ofSeconds(20));
  }

  private static void hold(CountDownLatch over) {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
