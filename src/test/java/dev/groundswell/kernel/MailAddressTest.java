package dev.groundswell.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {
  @ParameterizedTest
  @CsvSource({
    "ann@example.org, ann@example.org",
    "'  ann@Example.ORG ', ann@example.org",
    "Ann.O'Neil+digest@mail.example.org, Ann.O'Neil+digest@mail.example.org",
    "root@localhost, root@localhost",
    "jörg@example.org, ''",
    "info@münchen.de, info@xn--mnchen-3ya.de",
    "info@例え.テスト, info@xn--r8jz45g.xn--zckzah",
    "a@ｅｘａｍｐｌｅ．org, a@example.org",
  })
  void an_address_is_kept_in_ascii_with_its_domain_in_lower_case(String typed, String kept) {
    MailAddress.Parsed parsed = MailAddress.parse(typed);
    if (kept.isEmpty()) {
      assertThat(parsed).isInstanceOf(MailAddress.Bad.class);
    } else {
      assertThat(parsed).isEqualTo(new MailAddress.Good(new MailAddress(kept)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "ann",
        "ann@",
        "@example.org",
        "ann@example",
        "ann@@example.org",
        "ann@x.org@example.org",
        "ann@example..org",
        "ann@.example.org",
        "ann@example.org.",
        "ann@-example.org",
        "ann@exa_mple.org",
        "ann@10.0.0.1",
        "ann@[10.0.0.1]",
        "ann@[IPv6:::1]",
        ".ann@example.org",
        "ann.@example.org",
        "an..n@example.org",
        "ann lee@example.org",
        "\"ann\"@example.org",
        "Ann <ann@example.org>",
        "ann@example.org (Ann)",
        "ann@example.org,bob@example.org",
        "team:ann@example.org;",
        "ann@example.org\r\nBcc: eve@example.org",
        "ann\n@example.org",
        "ann@example.org\u0000.evil.org",
        "ann\u200b@example.org",
        "ann@exam\u202eple.org",
        "ann\u2028@example.org",
        "ann＠example.org",
        "mailto:ann@example.org",
        "\ud800@example.org",
      })
  void anything_else_gets_a_sentence_and_none_of_it_is_repeated(String typed) {
    assertThat(MailAddress.parse(typed))
        .isInstanceOfSatisfying(
            MailAddress.Bad.class,
            bad -> {
              assertThat(bad.sentence()).matches("[A-Z][^\\r\\n]{20,150}\\.");
              assertThat(bad.sentence()).doesNotContain("eve", "evil", "bob", "lee");
            });
    assertThatThrownBy(() -> new MailAddress(typed)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_longest_address_has_254_characters_and_its_local_part_64() {
    String domain = ("d".repeat(60) + ".").repeat(3) + "d".repeat(4) + ".org";
    String longest = "a".repeat(254 - 1 - domain.length()) + "@" + domain;
    assertThat(longest).hasSize(254);
    assertThat(MailAddress.parse(longest)).isInstanceOf(MailAddress.Good.class);
    assertThat(MailAddress.parse("a".repeat(64) + "@example.org"))
        .isInstanceOf(MailAddress.Good.class);
    assertThat(MailAddress.parse("a".repeat(65) + "@example.org"))
        .isInstanceOf(MailAddress.Bad.class);
    assertThat(MailAddress.parse("a".repeat(64) + "@d" + domain))
        .isInstanceOf(MailAddress.Bad.class);
  }

  @Test
  void a_trailing_line_break_is_a_blank_to_parse_and_refused_by_the_constructor() {
    assertThat(MailAddress.parse("ann@example.org\r\n"))
        .isEqualTo(new MailAddress.Good(new MailAddress("ann@example.org")));
    assertThatThrownBy(() -> new MailAddress("ann@example.org\r\n"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_two_parts_can_be_read() {
    MailAddress address = new MailAddress("ann@Example.org");
    assertThat(address.localPart()).isEqualTo("ann");
    assertThat(address.domain()).isEqualTo("example.org");
    assertThat(address).hasToString("ann@example.org");
  }
}
