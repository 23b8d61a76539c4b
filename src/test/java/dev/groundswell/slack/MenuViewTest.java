package dev.groundswell.slack;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.HERE;

import dev.groundswell.Team;
import dev.groundswell.privacy.Finding;
import dev.groundswell.prompt.PromptFiles;
import dev.groundswell.prompt.Words;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the menu and the guard say fits Slack, whatever was typed. */
class MenuViewTest {
  private final Team team = Team.assembles();
  private final Words words = Words.load(PromptFiles.packaged());
  private final Menu menu =
      new Menu(
          words,
          Stream.of("tips", "ask", "input", "inputs", "sponsor", "digest", "initiative")
              .map(name -> Verb.named(name, asked -> Verb.say("done")))
              .toList());

  @AfterEach
  void close() {
    team.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "help",
        "help tips",
        "help input",
        "help digest",
        "tip",
        "xyzzy",
        "help xyzzy",
        "🙂",
        "مرحبا"
      })
  void the_menu_fits(String typed) {
    Shown.fits(said(typed));
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 3000, 20_000})
  void it_fits_however_hostile_the_words_are(int characters) {
    Shown.fits(said(Extremes.hostile(characters)));
    Shown.fits(said("help " + Extremes.hostile(characters)));
  }

  @ParameterizedTest
  @EnumSource(Finding.Kind.class)
  void every_sentence_of_the_guard_fits(Finding.Kind kind) {
    Shown.fits(PatientDetailsView.message(words, kind));
  }

  private Message said(String typed) {
    Caller caller = new Caller(HERE, ANN.id(), null, "", team.people);
    return ((Verb.Answer.Say) menu.answer(caller, typed, "command/1")).message();
  }
}
