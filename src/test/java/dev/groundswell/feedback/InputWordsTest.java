package dev.groundswell.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputWordsTest {

  private static void reads(String typed, String words, String from) {
    assertThat(InputWords.read(typed)).isEqualTo(new InputWords(words, Optional.of(from)));
  }

  private static void reads(String typed, String words) {
    assertThat(InputWords.read(typed)).isEqualTo(new InputWords(words, Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"Too early\" from the parents' group",
        "“Too early” from the parents' group",
        "„Too early“ from the parents' group",
        "”Too early” from the parents' group",
        "«Too early» from the parents' group",
        "« Too early » from the parents' group",
        "  \"Too early\"   from   the parents' group  ",
        "\"Too early\" FROM the parents' group",
        "\"Too early\" by the parents' group",
        "\"Too early\"\nfrom the parents' group",
        "\"Too early\" from \"the parents' group\"",
        "“Too early” from “the parents' group”",
      })
  void quotes_of_all_kinds_hold_what_was_said(String typed) {
    reads(typed, "Too early", "the parents' group");
  }

  @Test
  void an_account_is_handed_on_as_slack_wrote_it() {
    reads("\"Too early\" from <@U0PRIYA|priya>", "Too early", "<@U0PRIYA|priya>");
    reads("\"Too early\" from <@U0PRIYA>", "Too early", "<@U0PRIYA>");
  }

  @Test
  void without_quotes_only_an_account_can_be_told_from_the_words() {
    reads(
        "The calls come too early from <@U0PRIYA|priya>",
        "The calls come too early",
        "<@U0PRIYA|priya>");
    reads("The calls come from <@U0PRIYA>", "The calls come", "<@U0PRIYA>");
    reads("The calls come too early from Priya", "The calls come too early from Priya");
  }

  @Test
  void from_inside_of_the_words_names_nobody() {
    reads("\"We never hear from you\"", "We never hear from you");
    reads("\"A letter from the clinic\" from Priya", "A letter from the clinic", "Priya");
    reads("\"He said \"no\" from day one\"", "He said \"no\" from day one");
    reads(
        "A letter from <@U0ANN> by post from <@U0PRIYA>",
        "A letter from <@U0ANN> by post",
        "<@U0PRIYA>");
  }

  @Test
  void quotes_inside_of_quotes_stay() {
    reads("\"She said \"yes\" twice\" from Ann", "She said \"yes\" twice", "Ann");
  }

  @Test
  void lines_stay_lines() {
    reads("\"First line\nsecond line\" from Ann", "First line\nsecond line", "Ann");
    reads("First line\nfrom <@U0ANN>", "First line", "<@U0ANN>");
  }

  @Test
  void text_without_quotes_is_what_was_said() {
    reads("We need a second phone line", "We need a second phone line");
    reads("It's \"fine\", they say", "It's \"fine\", they say");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\n", "\"\"", "“”", "\"", "“ ”", "«»", "\" \""})
  void where_nothing_was_said_there_are_no_words(String typed) {
    reads(typed, "");
  }

  @Test
  void nothing_said_by_somebody_is_still_nothing() {
    reads("\"\" from Ann", "", "Ann");
  }

  @Test
  void forty_thousand_characters_are_read_at_once() {
    String long1 = "\"" + "from x ".repeat(5700) + "\" from Ann";
    String spaces = "a" + " ".repeat(39_000) + "b";

    assertThat(InputWords.read(long1).from()).contains("Ann");
    assertThat(InputWords.read(spaces).words()).isEqualTo(spaces);
  }
}
