package dev.groundswell.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "\n",
        "n/a",
        "N/A",
        " n/a ",
        "N/A.",
        "n.a.",
        "na",
        "not applicable",
        "Not applicable.",
        "nil",
        "no comment",
        "None",
        "none.",
        "nothing",
        "TBD",
        "-",
        "--",
        ".",
        "...",
        "?",
        "??",
        "x",
        "X",
        "no reason",
        "No reason.",
        "👍",
        "\u00a0"
      })
  void a_word_that_is_none_says_nothing(String words) {
    assertThat(Decision.saysSomething(words)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It costs a visit.",
        "no",
        "Too dear",
        "x-ray rooms are full",
        "none of the clinics can",
        "予算がない",
        "нет денег",
        "3",
        "no reason was given by the board"
      })
  void a_reason_however_short_says_something(String words) {
    assertThat(Decision.saysSomething(words)).isTrue();
  }
}
