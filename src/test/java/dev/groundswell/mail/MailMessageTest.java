package dev.groundswell.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.groundswell.kernel.MailAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailMessageTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"Hi\r\nBcc: eve@example.org", "Hi\n", "Hi\r", "Hi\u0000", "Hi\u2028", "", "  "})
  void a_subject_is_one_line_of_text(String subject) {
    assertThatIllegalArgumentException().isThrownBy(() -> Letters.about(subject));
  }

  @Test
  void a_subject_has_at_most_500_characters() {
    assertThatCode(() -> Letters.about("x".repeat(500))).doesNotThrowAnyException();
    assertThatIllegalArgumentException().isThrownBy(() -> Letters.about("x".repeat(501)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a\r\nb", "a@b", "a>", ".a", "a.", "a..b", "a:b", "ü"})
  void a_key_can_stand_in_a_message_id(String key) {
    assertThatIllegalArgumentException().isThrownBy(() -> Letters.with(key, "series", null));
    assertThatIllegalArgumentException().isThrownBy(() -> Letters.with("key", key, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://example.org/u",
        "javascript:alert(1)",
        "https://",
        "https://example.org/u>, <mailto:eve@example.org",
        "https://example.org/u\r\nBcc: eve@example.org",
        "https://example.org/ü",
        "https://example.org/a b",
      })
  void an_address_for_unsubscribing_is_a_plain_web_address(String url) {
    assertThatIllegalArgumentException().isThrownBy(() -> Letters.with("k", "s", url));
  }

  @Test
  void an_address_for_unsubscribing_fits_on_one_line() {
    String url = "https://example.org/";
    assertThatCode(() -> Letters.with("k", "s", url + "x".repeat(880))).doesNotThrowAnyException();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Letters.with("k", "s", url + "x".repeat(881)));
  }

  @Test
  void an_identity_is_read_as_people_write_it() {
    MailAddress bot = new MailAddress("bot@example.org");
    MailAddress team = new MailAddress("team@example.org");
    assertThat(MailIdentity.parse("Groundswell <bot@example.org>", "team@example.org"))
        .isEqualTo(new MailIdentity("Groundswell", bot, team));
    assertThat(MailIdentity.parse("\"Care, together\" <bot@example.org>", " "))
        .isEqualTo(new MailIdentity("Care, together", bot, null));
    assertThat(MailIdentity.parse("bot@example.org", null))
        .isEqualTo(new MailIdentity("", bot, null));
  }

  @ParameterizedTest
  @CsvSource({
    "'Groundswell', MAIL_FROM",
    "'Groundswell bot@example.org', MAIL_FROM",
    "'A <a@example.org>, B <b@example.org>', MAIL_FROM",
    "'A <a@example.org> <b@example.org>', MAIL_FROM",
    "'=?UTF-8?Q?boss?= <a@example.org>', name",
  })
  void a_wrong_identity_names_its_setting(String mailFrom, String named) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MailIdentity.parse(mailFrom, null))
        .withMessageContaining(named);
  }

  @Test
  void a_name_cannot_begin_a_header_and_a_reply_goes_to_one_address() {
    MailAddress bot = new MailAddress("bot@example.org");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MailIdentity("A\r\nBcc: eve@example.org", bot, null));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MailIdentity.parse("bot@example.org", "Team <team@example.org>"))
        .withMessageContaining("MAIL_REPLY_TO");
  }
}
