package dev.groundswell.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.SettableClock;
import dev.groundswell.web.Signature.Flaw;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("jdk")
class SignatureTest {
  /** The example in Slack's own documentation. */
  private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

  private static final String TIME = "1531420618";

  private static final byte[] BODY =
      ("token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
              + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
              + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2F"
              + "commands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
              + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c")
          .getBytes(UTF_8);

  private static final String SIGNED =
      "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";

  private final SettableClock clock = SettableClock.at("2018-07-12T18:36:58Z");
  private final Signature signature = new Signature(SECRET, clock);

  @Test
  void the_example_of_slack_passes() {
    assertThat(signature.sign(TIME, BODY)).isEqualTo(SIGNED);
    assertThat(signature.flaw(SIGNED, TIME, BODY)).isNull();
  }

  @Test
  void a_request_without_signature_or_time_is_unsigned() {
    assertThat(signature.flaw(null, TIME, BODY)).isEqualTo(Flaw.UNSIGNED);
    assertThat(signature.flaw(SIGNED, null, BODY)).isEqualTo(Flaw.UNSIGNED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "now",
        "-1531420618",
        "1531420618.5",
        "99999999999999999999",
        "١٥٣١٤٢٠٦١٨"
      })
  void a_time_that_is_no_number_is_malformed(String time) {
    assertThat(signature.flaw(SIGNED, time, BODY)).isEqualTo(Flaw.MALFORMED);
  }

  @Test
  void another_version_is_malformed() {
    assertThat(signature.flaw("v1=" + SIGNED.substring(3), TIME, BODY)).isEqualTo(Flaw.MALFORMED);
  }

  @ParameterizedTest
  @CsvSource({
    "2018-07-12T18:41:58Z, ",
    "2018-07-12T18:41:58.000001Z, STALE",
    "2018-07-13T18:36:58Z, STALE",
    "2018-07-12T18:31:58Z, ",
    "2018-07-12T18:31:57.999999Z, FROM_THE_FUTURE",
    "2018-07-11T18:36:58Z, FROM_THE_FUTURE"
  })
  void a_signature_holds_five_minutes_either_way(String now, Flaw flaw) {
    clock.set(now);

    assertThat(signature.flaw(SIGNED, TIME, BODY)).isEqualTo(flaw);
  }

  @Test
  void whatever_is_changed_makes_it_forged() {
    byte[] other = BODY.clone();
    other[0]++;

    assertThat(signature.flaw(SIGNED, TIME, other)).isEqualTo(Flaw.FORGED);
    assertThat(signature.flaw(SIGNED, "1531420619", BODY)).isEqualTo(Flaw.FORGED);
    assertThat(signature.flaw("v0=", TIME, BODY)).isEqualTo(Flaw.FORGED);
    assertThat(signature.flaw(SIGNED + "0", TIME, BODY)).isEqualTo(Flaw.FORGED);
    assertThat(new Signature("another", clock).flaw(SIGNED, TIME, BODY)).isEqualTo(Flaw.FORGED);
  }
}
