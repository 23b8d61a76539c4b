package dev.groundswell.slack;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.HERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundswell.Team;
import dev.groundswell.prompt.PromptFiles;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Verb.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MenuTest {
  private final Words words = Words.load(PromptFiles.packaged());
  private final Team team = Team.assembles();
  private final List<String> asked = new ArrayList<>();
  private final Menu menu =
      new Menu(words, List.of(remembering("tips"), remembering("input"), remembering("inputs")));

  @AfterEach
  void close() {
    team.close();
  }

  private Verb remembering(String name) {
    return Verb.named(
        name,
        it -> {
          asked.add(name + "(" + it.words() + ")");
          return Verb.say("done");
        });
  }

  private String said(String typed) {
    Answer answer =
        menu.answer(new Caller(HERE, ANN.id(), null, "", team.people), typed, "command/1");
    assertThat(answer).isInstanceOf(Answer.Say.class);
    return ((Answer.Say) answer).message().text();
  }

  @ParameterizedTest
  @CsvSource({
    "tips docs, tips(docs)",
    "TIPS docs, tips(docs)",
    "'  tips   front  desk ', tips(front  desk)",
    "tips, tips()",
    "'input\n“x”', input(“x”)"
  })
  void a_verb_gets_what_stands_behind_it(String typed, String received) {
    said(typed);

    assertThat(asked).containsExactly(received);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "help", "HELP", "help  "})
  void alone_it_says_what_there_is(String typed) {
    assertThat(said(typed)).isEqualTo(words.say("help.welcome"));
    assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"help tips", "help  TIPS ", "help /buyin tips", "help buyin tips"})
  void help_for_a_verb_is_in_full(String typed) {
    assertThat(said(typed)).isEqualTo(words.say("help.tips-in-full"));
  }

  @ParameterizedTest
  @CsvSource({"tisp docs, tips", "imput, input", "imputs, inputs", "tip, tips", "help tpis, tips"})
  void a_slip_of_the_pen_gets_the_nearest_verb(String typed, String near) {
    assertThat(said(typed))
        .startsWith("I don't know “")
        .contains("Did you mean `/buyin " + near + "`?")
        .endsWith(words.say("help." + near + "-in-full"));
    assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"weather", "help weather", "“quoted” from <@U0ANN|ann>", "👂", "x"})
  void anything_else_is_answered_with_what_there_is(String typed) {
    assertThat(said(typed)).startsWith("I don't know “").doesNotContain("Did you mean");
    assertThat(asked).isEmpty();
  }

  @Test
  void an_unknown_word_is_not_repeated_in_length_nor_acted_on() {
    assertThat(said("x".repeat(4000))).hasSizeLessThan(100);
    assertThat(said("<!channel>")).doesNotContain("<!channel>");
    assertThat(said("*&lt;!here&gt;*")).doesNotContain("<!here>").contains("&lt;!here&gt;");
  }

  @Test
  void two_verbs_of_one_name_stop_the_start() {
    List<Verb> twice = List.of(remembering("tips"), remembering("tips"));

    assertThatThrownBy(() -> new Menu(words, twice))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("registered twice: /buyin tips");
  }
}
