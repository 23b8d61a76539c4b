package dev.groundswell.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.groundswell.outbox.SendResult;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where exactly a conversation breaks decides whether the mail may be sent again. */
class HowItEndsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final Duration PATIENT = Duration.ofSeconds(20);
  private static final Duration HASTY = Duration.ofMillis(700);
  private static final String LONG = "Many words about little. ".repeat(400_000);

  @ParameterizedTest
  @ValueSource(strings = {"EHLO", "MAIL", "RCPT", "DATA"})
  void broken_before_the_message_it_can_be_sent_again(String verb) throws IOException {
    SendResult result = send(Letters.digest(), PATIENT, talk -> talk.agreeUntil(verb));
    assertTryAgain(result, MINUTE, "Nothing was sent");
  }

  @ParameterizedTest
  @ValueSource(strings = {"EHLO", "MAIL", "RCPT", "DATA"})
  void silent_before_the_message_it_can_be_sent_again(String verb) throws IOException {
    SendResult result =
        send(
            Letters.digest(),
            HASTY,
            talk -> {
              talk.agreeUntil(verb);
              talk.fallSilent();
            });
    assertTryAgain(result, MINUTE, "did not answer in time");
  }

  @Test
  void a_server_that_never_greets_is_tried_again() throws IOException {
    assertTryAgain(
        send(Letters.digest(), HASTY, ScriptedServer.Talk::fallSilent), MINUTE, "in time");
    assertTryAgain(send(Letters.digest(), PATIENT, talk -> {}), MINUTE, "closed the connection");
  }

  @Test
  void broken_after_the_first_bytes_nobody_knows() throws IOException {
    SendResult result =
        send(
            Letters.digest(),
            PATIENT,
            talk -> {
              talk.agreeUntil("DATA");
              talk.say("354 go on");
              talk.hearSomeOfTheMessage();
            });
    assertUnknown(result, "");
  }

  @Test
  void broken_in_the_middle_nobody_knows_but_hardly() throws IOException {
    SendResult result =
        send(
            Letters.saying(LONG),
            PATIENT,
            talk -> {
              talk.agreeUntil("DATA");
              talk.say("354 go on");
              talk.hearSomeOfTheMessage();
            });
    assertUnknown(result, "in the middle of the message for ann@example.org. Most likely it did");
  }

  @Test
  void a_server_that_reads_no_further_nobody_knows() throws IOException {
    SendResult result =
        send(
            Letters.saying(LONG),
            HASTY,
            talk -> {
              talk.agreeUntil("DATA");
              talk.say("354 go on");
              talk.fallSilent();
            });
    assertUnknown(result, "in the middle of the message");
  }

  @Test
  void broken_before_the_last_answer_nobody_knows() throws IOException {
    assertUnknown(
        afterTheMessage(PATIENT, talk -> {}), "broke the connection after it had the whole");
  }

  @Test
  void no_last_answer_in_time_nobody_knows() throws IOException {
    assertUnknown(
        afterTheMessage(HASTY, ScriptedServer.Talk::fallSilent),
        "did not answer in time after it had the whole message for ann@example.org.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"OK", "25", "250-queued, and then nothing more", "2x0 fine"})
  void a_last_answer_that_is_none_nobody_knows(String answer) throws IOException {
    assertUnknown(afterTheMessage(PATIENT, talk -> talk.say(answer)), "the whole message");
  }

  @ParameterizedTest
  @ValueSource(strings = {"250 queued", "250-queued\r\n250 as 4711", "251 forwarding", "200 ok"})
  void a_yes_is_a_yes_even_when_the_connection_ends_with_it(String answer) throws IOException {
    assertThat(afterTheMessage(PATIENT, talk -> talk.say(answer)))
        .isEqualTo(new SendResult.Sent("<k-0193@groundswell.example>"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"421 closing", "451 later", "452 full"})
  void a_later_is_a_later_even_when_the_connection_ends_with_it(String answer) throws IOException {
    assertTryAgain(afterTheMessage(PATIENT, talk -> talk.say(answer)), MINUTE, answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"552 too big", "554 5.7.1 spam"})
  void a_no_is_a_no_even_when_the_connection_ends_with_it(String answer) throws IOException {
    assertThat(afterTheMessage(PATIENT, talk -> talk.say(answer)))
        .isInstanceOfSatisfying(
            SendResult.GivenUp.class, no -> assertThat(no.why()).endsWith("It said: " + answer));
  }

  @ParameterizedTest
  @ValueSource(strings = {"550 5.1.1 no such user", "551 moved", "553 no", "554 no"})
  void an_address_that_is_refused_is_given_up(String answer) throws IOException {
    assertThat(at("RCPT", answer))
        .isInstanceOfSatisfying(
            SendResult.GivenUp.class,
            no ->
                assertThat(no.why())
                    .contains("refused the address ann@example.org", "It said: " + answer));
  }

  @Test
  void a_later_is_tried_again_wherever_it_is_said() throws IOException {
    assertTryAgain(at("MAIL", "451 greylisted"), MINUTE, "451 greylisted");
    assertTryAgain(at("RCPT", "450 busy"), MINUTE, "450 busy");
    assertTryAgain(at("DATA", "421 closing"), MINUTE, "421 closing");
    assertTryAgain(greeting("421 too many"), MINUTE, "421 too many");
  }

  @Test
  void what_only_a_person_can_put_right_waits_longer() throws IOException {
    assertTryAgain(greeting("554 you are on a list"), QUARTER, "Ask its owner. It said: 554");
    assertTryAgain(
        at("MAIL", "553 not yours"), QUARTER, "bot@groundswell.example. Check MAIL_FROM");
    assertTryAgain(at("MAIL", "530 log in first"), QUARTER, "wants a login");
    assertTryAgain(at("RCPT", "530 log in first"), QUARTER, "wants a login");
  }

  @Test
  void the_login_that_breaks_off_is_no_wrong_password() throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(talk -> talk.agreeUntil("AUTH", "AUTH PLAIN"))) {
      assertTryAgain(sendTo(server, "bot:hunter2@", PATIENT), MINUTE, "closed the connection");
    }
    try (ScriptedServer server =
        new ScriptedServer(
            talk -> {
              talk.agreeUntil("AUTH", "AUTH PLAIN");
              talk.say("454 4.7.0 directory is down");
              talk.hear();
            })) {
      assertTryAgain(sendTo(server, "bot:hunter2@", PATIENT), MINUTE, "directory is down");
    }
  }

  @Test
  void no_known_way_to_log_in_waits_for_a_person() throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(talk -> talk.agreeUntil("AUTH", "AUTH CRAM-MD5"))) {
      assertTryAgain(sendTo(server, "bot:hunter2@", PATIENT), QUARTER, "neither way to log in");
      assertThat(server.heard()).noneMatch(line -> line.startsWith("AUTH"));
    }
  }

  @Test
  void the_server_cannot_make_us_tell_the_password() throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(
            talk -> {
              talk.agreeUntil("AUTH", "AUTH PLAIN");
              talk.say(
                  "535-5.7.8 \u0007wrong: hunter2 Ym90AGJvdABodW50ZXIy AGJvdABodW50ZXIy aHVudGVyMg==\r\n535 "
                      + "sorry ".repeat(60));
              talk.hear();
            })) {
      SendResult.TryAgain result = (SendResult.TryAgain) sendTo(server, "bot:hunter2@", PATIENT);
      assertThat(server.heard()).contains("AUTH PLAIN Ym90AGJvdABodW50ZXIy");
      assertThat(result.after()).isEqualTo(QUARTER);
      assertThat(result.why())
          .contains("refused the login. Check user and password in SMTP_URL. It said: 535-5.7.8")
          .doesNotContain("hunter2", "AGJvd", "Ym90", "aHVud", "\u0007", "\n", "\r")
          .endsWith("…")
          .hasSizeLessThan(300);
    }
  }

  @Test
  void a_certificate_that_has_expired_is_called_by_its_name() throws Exception {
    Exception failure =
        new MessagingException(
            "Could not convert socket to TLS",
            (Exception)
                new SSLHandshakeException("PKIX path validation failed")
                    .initCause(
                        new CertPathValidatorException(
                            "validity check failed", new CertificateExpiredException("NotAfter"))));
    Verdict verdict = new Verdict(SmtpServer.parse("smtp://mail.example.org"), Letters.GROUNDSWELL);
    assertTryAgain(
        verdict.notConnected(WatchedTransport.Step.ENCRYPT, null, failure),
        QUARTER,
        "mail.example.org:587 has a certificate that has expired. Ask its owner to renew it.");
  }

  @Test
  void an_answer_after_the_refusal_does_not_count() throws IOException {
    assertThat(
            afterTheMessage(
                PATIENT,
                talk -> {
                  talk.say("554 no");
                  talk.agreeOnUntil("QUIT");
                }))
        .isInstanceOf(SendResult.GivenUp.class);
  }

  @Test
  void a_server_that_is_down_is_tried_again() throws IOException {
    int port;
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = gone.getLocalPort();
    }
    try (MailSender sender = sender("smtp://localhost:" + port, PATIENT)) {
      assertTryAgain(
          sender.send(Letters.digest()),
          MINUTE,
          "localhost:" + port + " cannot be reached. Check host and port in SMTP_URL");
      assertThat(sender.check()).get().asString().contains("cannot be reached");
    }
  }

  @Test
  void a_server_that_does_not_exist_is_tried_again() {
    try (MailSender sender = sender("smtp://mail.invalid", PATIENT)) {
      assertTryAgain(sender.send(Letters.digest()), MINUTE, "mail.invalid:587 was not found");
    }
  }

  @Test
  void a_connection_that_the_server_closed_in_the_meantime_is_opened_anew() throws IOException {
    try (ScriptedServer server =
            new ScriptedServer(
                talk -> {
                  talk.agreeUntil("DATA");
                  talk.say("354 go on");
                  talk.hearMessage();
                  talk.say("250 taken, and goodbye");
                });
        MailSender sender = sender("smtp://localhost:" + server.port(), PATIENT)) {
      assertThat(sender.send(Letters.digest())).isInstanceOf(SendResult.Sent.class);
      assertThat(sender.send(Letters.digest())).isInstanceOf(SendResult.Sent.class);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void a_server_of_the_old_school_is_spoken_to_in_its_way_but_not_in_the_clear_if_that_is_refused()
      throws IOException {
    ScriptedServer.Script old =
        talk -> {
          talk.agreeUntil("EHLO");
          talk.say("502 what?");
          talk.agreeOnUntil("QUIT");
        };
    assertThat(send(Letters.digest(), PATIENT, old)).isInstanceOf(SendResult.Sent.class);
    try (ScriptedServer server = new ScriptedServer(old);
        MailSender sender =
            sender("smtp://localhost:" + server.port() + "?starttls=required", PATIENT)) {
      assertTryAgain(sender.send(Letters.digest()), QUARTER, "offers no STARTTLS");
      assertThat(server.heard()).noneMatch(line -> line.startsWith("MAIL"));
    }
  }

  @Test
  void an_idle_connection_is_closed_with_a_goodbye() throws IOException {
    try (ScriptedServer server = new ScriptedServer(talk -> talk.agreeUntil("QUIT"));
        MailSender sender =
            sender(
                "smtp://localhost:" + server.port(),
                new Timeouts(PATIENT, PATIENT, PATIENT, Duration.ofMillis(50)))) {
      assertThat(sender.send(Letters.digest())).isInstanceOf(SendResult.Sent.class);
      await().until(() -> server.heard().contains("QUIT"));
      assertThat(sender.send(Letters.digest())).isInstanceOf(SendResult.Sent.class);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void a_check_connects_and_sends_nothing() throws IOException {
    try (ScriptedServer server = new ScriptedServer(talk -> talk.agreeUntil("QUIT"));
        MailSender sender = sender("smtp://localhost:" + server.port(), PATIENT)) {
      assertThat(sender.check()).isEqualTo(Optional.empty());
      await().until(() -> server.heard().contains("QUIT"));
      assertThat(server.heard()).containsExactly("EHLO groundswell.example", "QUIT");
    }
  }

  @Test
  void a_closed_sender_sends_nothing() throws IOException {
    try (ScriptedServer server = new ScriptedServer(talk -> talk.agreeUntil("QUIT"))) {
      MailSender sender = sender("smtp://localhost:" + server.port(), PATIENT);
      sender.close();
      assertTryAgain(sender.send(Letters.digest()), MINUTE, "stopping");
      assertThat(server.connections()).isZero();
    }
  }

  private static SendResult afterTheMessage(Duration patience, ScriptedServer.Script end)
      throws IOException {
    return send(
        Letters.digest(),
        patience,
        talk -> {
          talk.agreeUntil("DATA");
          talk.say("354 go on");
          talk.hearMessage();
          end.run(talk);
        });
  }

  private static SendResult at(String verb, String answer) throws IOException {
    return send(
        Letters.digest(),
        PATIENT,
        talk -> {
          talk.agreeUntil(verb);
          talk.say(answer);
          talk.agreeOnUntil("QUIT");
        });
  }

  private static SendResult greeting(String line) throws IOException {
    return send(Letters.digest(), PATIENT, talk -> talk.say(line));
  }

  private static SendResult send(
      MailMessage message, Duration patience, ScriptedServer.Script script) throws IOException {
    try (ScriptedServer server = new ScriptedServer(script);
        MailSender sender = sender("smtp://localhost:" + server.port(), patience)) {
      return sender.send(message);
    }
  }

  private static SendResult sendTo(ScriptedServer server, String login, Duration patience) {
    try (MailSender sender = sender("smtp://" + login + "localhost:" + server.port(), patience)) {
      return sender.send(Letters.digest());
    }
  }

  private static MailSender sender(String url, Duration patience) {
    return sender(url, new Timeouts(PATIENT, patience, patience, PATIENT));
  }

  private static MailSender sender(String url, Timeouts timeouts) {
    return new MailSender(SmtpServer.parse(url), Letters.GROUNDSWELL, CLOCK, timeouts);
  }

  private static void assertTryAgain(SendResult result, Duration after, String why) {
    assertThat(result)
        .isInstanceOfSatisfying(
            SendResult.TryAgain.class,
            again -> {
              assertThat(again.after()).isEqualTo(after);
              assertThat(again.why()).contains(why);
            });
  }

  private static void assertUnknown(SendResult result, String why) {
    assertThat(result)
        .isInstanceOfSatisfying(
            SendResult.Unknown.class,
            unknown -> assertThat(unknown.why()).contains(why, "ask before it is sent again."));
  }
}
