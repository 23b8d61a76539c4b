package dev.groundswell.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.outbox.SendResult;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("jdk")
class MailSenderTlsTest {
  private static final Duration QUARTER = Duration.ofMinutes(15);

  private static Certificates ours;
  private static Certificates unknown;
  private static Certificates elsewhere;

  @BeforeAll
  static void certificates(@TempDir Path folder) throws Exception {
    ours = Certificates.of(folder, "dns:localhost");
    unknown = Certificates.of(folder, "dns:localhost");
    elsewhere = Certificates.of(folder, "dns:mail.elsewhere.example");
  }

  @Test
  void with_starttls_and_a_trusted_certificate_it_logs_in_and_sends() throws Exception {
    try (PeerServer server = startTls(ours);
        MailSender sender = sender(server, "smtp://", "?starttls=required", ours.trusted())) {
      assertThat(sender.check()).isEmpty();
      assertThat(sender.send(Letters.digest())).isInstanceOf(SendResult.Sent.class);
      assertThat(server.messages()).hasSize(1);
      assertThat(server.envelopes()).containsExactly("bot@groundswell.example>ann@example.org");
      assertThat(server.logins())
          .containsExactly("bot@groundswell.example", "bot@groundswell.example");
    }
  }

  @Test
  void with_tls_from_the_first_byte_it_logs_in_and_sends() throws Exception {
    try (PeerServer server = tlsFromTheStart(ours);
        MailSender sender = sender(server, "smtps://", "", ours.trusted())) {
      assertThat(sender.send(Letters.digest())).isInstanceOf(SendResult.Sent.class);
      assertThat(server.logins()).containsExactly("bot@groundswell.example");
    }
  }

  @Test
  void starttls_that_is_merely_offered_is_used() throws Exception {
    try (PeerServer server = startTls(ours);
        MailSender sender = sender(server, "smtp://", "?starttls=optional", ours.trusted())) {
      assertThat(sender.send(Letters.digest())).isInstanceOf(SendResult.Sent.class);
    }
  }

  @Test
  void a_certificate_that_is_not_trusted_ends_it_before_the_login() throws Exception {
    assertRefused(startTls(unknown), "smtp://", "?starttls=required", "not trusted");
    assertRefused(startTls(unknown), "smtp://", "?starttls=optional", "not trusted");
    assertRefused(tlsFromTheStart(unknown), "smtps://", "", "not trusted");
  }

  @Test
  void a_certificate_for_another_host_ends_it_before_the_login() throws Exception {
    assertRefused(
        startTls(elsewhere), "smtp://", "?starttls=required", "for another host name", elsewhere);
    assertRefused(tlsFromTheStart(elsewhere), "smtps://", "", "for another host name", elsewhere);
  }

  @Test
  void the_trust_of_the_jvm_is_no_way_around() throws Exception {
    try (PeerServer server = startTls(ours);
        MailSender sender =
            new MailSender(
                SmtpServer.parse(url("smtp://", server, "?starttls=required")),
                Letters.GROUNDSWELL,
                Clock.systemUTC(),
                Timeouts.standard())) {
      assertThat(sender.send(Letters.digest())).isInstanceOf(SendResult.TryAgain.class);
      assertThat(server.logins()).isEmpty();
    }
  }

  @Test
  void a_server_without_starttls_gets_neither_login_nor_mail() throws Exception {
    assertRefused(PeerServer.plain(), "smtp://", "?starttls=required", "offers no STARTTLS");
  }

  @Test
  void a_server_without_tls_is_told_from_one_with_a_bad_certificate() throws Exception {
    assertRefused(PeerServer.plain(), "smtps://", "", "does not begin with TLS. Use smtp://");
  }

  @Test
  void a_server_that_will_not_start_tls_gets_neither_login_nor_mail() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(
                talk -> {
                  talk.agreeUntil("STARTTLS", "STARTTLS", "AUTH PLAIN");
                  talk.say("454 TLS not available");
                  talk.agreeOnUntil("QUIT");
                });
        MailSender sender =
            new MailSender(
                SmtpServer.parse("smtp://bot:hunter2@localhost:" + server.port()),
                Letters.GROUNDSWELL,
                Clock.systemUTC(),
                Timeouts.standard())) {
      assertLater(sender.send(Letters.digest()), "would not start TLS");
      assertThat(server.heard()).noneMatch(line -> line.startsWith("AUTH"));
    }
  }

  private static void assertRefused(PeerServer server, String scheme, String query, String why)
      throws Exception {
    assertRefused(server, scheme, query, why, ours);
  }

  private static void assertRefused(
      PeerServer server, String scheme, String query, String why, Certificates trusted)
      throws Exception {
    try (server;
        MailSender sender = sender(server, scheme, query, trusted.trusted())) {
      assertLater(sender.send(Letters.digest()), why);
      assertThat(sender.check()).get().asString().contains(why);
      assertThat(server.logins()).isEmpty();
      assertThat(server.messages()).isEmpty();
    }
  }

  private static void assertLater(SendResult result, String why) {
    assertThat(result)
        .isInstanceOfSatisfying(
            SendResult.TryAgain.class,
            again -> {
              assertThat(again.after()).isEqualTo(QUARTER);
              assertThat(again.why()).contains(why).hasSizeLessThan(250);
            });
  }

  private static PeerServer startTls(Certificates certificates) throws Exception {
    var context = certificates.forTheServer();
    return PeerServer.with(
        builder -> builder.enableTLS().requireTLS().requireAuth().startTlsSocketFactory(context));
  }

  private static PeerServer tlsFromTheStart(Certificates certificates) throws Exception {
    var context = certificates.forTheServer();
    return PeerServer.with(builder -> builder.requireAuth().serverSocketFactory(context));
  }

  private static MailSender sender(
      PeerServer server, String scheme, String query, SSLSocketFactory trusted) {
    return new MailSender(
        SmtpServer.parse(url(scheme, server, query)),
        Letters.GROUNDSWELL,
        Clock.systemUTC(),
        Timeouts.standard(),
        trusted);
  }

  private static String url(String scheme, PeerServer server, String query) {
    return scheme + PeerServer.LOGIN + "localhost:" + server.port() + query;
  }
}
