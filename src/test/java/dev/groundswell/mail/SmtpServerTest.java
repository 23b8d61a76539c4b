package dev.groundswell.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundswell.mail.SmtpServer.Encryption;
import dev.groundswell.mail.SmtpServer.Login;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpServerTest {
  @ParameterizedTest
  @CsvSource({
    "smtp://mail.example.org, mail.example.org, 587, REQUIRED",
    "smtp://mail.example.org/, mail.example.org, 587, REQUIRED",
    "SMTP://Mail.Example.org:25, mail.example.org, 25, REQUIRED",
    "smtp://mail.example.org?starttls=optional, mail.example.org, 587, OPTIONAL",
    "smtp://mail.example.org:25/?starttls=off, mail.example.org, 25, OFF",
    "smtps://mail.example.org, mail.example.org, 465, IMPLICIT",
    "smtps://mail.example.org:4650, mail.example.org, 4650, IMPLICIT",
    "smtp://localhost, localhost, 587, OPTIONAL",
    "smtp://127.0.0.1:1025, 127.0.0.1, 1025, OPTIONAL",
    "smtp://[::1]:1025, ::1, 1025, OPTIONAL",
    "smtp://localhost?starttls=required, localhost, 587, REQUIRED",
    "smtp://[2001:DB8::25], 2001:db8::25, 587, REQUIRED",
    "smtp://münchen.de, xn--mnchen-3ya.de, 587, REQUIRED",
  })
  void host_port_and_encryption_have_sensible_defaults(
      String url, String host, int port, Encryption encryption) {
    assertThat(SmtpServer.parse(url)).isEqualTo(new SmtpServer(host, port, encryption, null, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "smtp://bot:secret@mail.example.org, bot, secret",
    "smtp://bot%40example.org:p%3A%2F%25%20s@mail.example.org, bot@example.org, 'p:/% s'",
    "smtp://bot@example.org:a@b@mail.example.org, bot@example.org, a@b",
    "smtp://bot:a:b/c?d#e@mail.example.org:25, bot, a:b/c?d#e",
    "smtp://bot:gr%C3%BC%C3%9Fe+1@mail.example.org, bot, grüße+1",
    "smtp://bot:grüße@mail.example.org, bot, grüße",
  })
  void user_and_password_are_percent_decoded(String url, String user, String password) {
    assertThat(SmtpServer.parse(url).login()).isEqualTo(new Login(user, password));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hunter2",
        "mail.example.org:587",
        "http://bot:hunter2@mail.example.org",
        "smtp://bot:hunter2@",
        "smtp://bot:hunter2@mail.example.org:0",
        "smtp://bot:hunter2@mail.example.org:65536",
        "smtp://bot:hunter2@mail.example.org:",
        "smtp://bot:hunter2",
        "smtp://hunter2@mail.example.org",
        "smtp://:hunter2@mail.example.org",
        "smtp://bot:@mail.example.org",
        "smtp://bot:hunter2%@mail.example.org",
        "smtp://bot:hunter2%zz@mail.example.org",
        "smtp://bot:hunter2%ff@mail.example.org",
        "smtp://bot:hunter2%0d%0aQUIT@mail.example.org",
        "smtp://bot:hunter2@mail.example.org/path",
        "smtp://bot:hunter2@mail.example.org?starttls=maybe",
        "smtp://bot:hunter2@mail.example.org?startls=off",
        "smtp://bot:hunter2@mail.example.org?starttls=off",
        "smtp://bot:hunter2@mail.example.org?starttls=required&starttls=off",
        "smtp://bot:hunter2@mail.example.org?perminute=0",
        "smtp://bot:hunter2@mail.example.org?perminute=many",
        "smtps://bot:hunter2@mail.example.org?starttls=required",
        "smtp://bot:hunter2@mail_.example.org",
        "smtp://bot:hunter2@mail .example.org",
      })
  void a_wrong_url_is_answered_with_the_right_shape_and_never_with_the_password(String url) {
    assertThatThrownBy(() -> SmtpServer.parse(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("SMTP_URL should look like smtp://user:password@")
        .hasMessageNotContaining("hunter2")
        .hasMessageNotContaining("\n")
        .hasNoCause();
  }

  @Test
  void a_login_in_the_clear_stays_on_this_machine() {
    assertThat(SmtpServer.parse("smtp://bot:pw@localhost?starttls=off").demandsEncryption())
        .isFalse();
    assertThat(SmtpServer.parse("smtp://bot:pw@localhost").demandsEncryption()).isFalse();
    assertThat(SmtpServer.parse("smtp://mail.example.org?starttls=optional").demandsEncryption())
        .isFalse();
    assertThat(
            SmtpServer.parse("smtp://bot:pw@mail.example.org?starttls=optional")
                .demandsEncryption())
        .isTrue();
    assertThat(SmtpServer.parse("smtps://mail.example.org").demandsEncryption()).isTrue();
  }

  @Test
  void neither_the_server_nor_its_login_shows_the_secrets() {
    SmtpServer server = SmtpServer.parse("smtp://token123:hunter2@mail.example.org?perminute=30");
    assertThat(server.perMinute()).isEqualTo(30);
    assertThat(server.toString() + server.login())
        .contains("mail.example.org:587")
        .doesNotContain("token123", "hunter2");
  }
}
