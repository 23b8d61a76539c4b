package dev.groundswell.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.groundswell.knowledge.TipLibrary;
import dev.groundswell.prompt.BrokenFile;
import dev.groundswell.prompt.Problems;
import dev.groundswell.prompt.PromptFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {
  private static final TipSearch SEARCH = TipSearchTest.SEARCH;

  private static List<Routes.Sign> signs() {
    return Routes.read(PromptFiles.packaged(), new Problems());
  }

  @Test
  void each_route_says_where_to_turn_without_a_number_of_any_country() {
    assertThat(signs())
        .extracting(sign -> sign.route().id())
        .containsExactly("emergency", "clinical", "legal", "personnel", "data-protection");
    assertThat(signs())
        .allSatisfy(sign -> assertThat(sign.route().answer()).doesNotContain("911", "999", "112"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "she took an overdose, what do I do | emergency",
        "a man has collapsed in the corridor and is not breathing | emergency",
        "I want to kill myself | emergency",
        "a participant of our programme just told me that he wants to end it all | emergency",
        "crushing chest pain and sweating since an hour | emergency",
        "what dose of lisinopril for an 80 year old | clinical",
        "is it safe to combine aspirin and warfarin | clinical",
        "can a patient sue us for a wrong diagnosis | legal",
        "how do I dismiss an employee who is always late | personnel",
        "my manager bullies me and I want to file a complaint | personnel",
        "I sent a patient list to the wrong email address | data-protection",
        "do we need ethics approval for interviews with patients | data-protection"
      })
  void a_question_that_belongs_elsewhere_is_shown_where(String text, String route) {
    Answers answers = SEARCH.find(Question.of(text));

    assertThat(answers.route()).map(Route::id).contains(route);
    assertThat(answers.abstained()).isTrue();
  }

  static Stream<Arguments> near_misses() {
    return signs().stream()
        .flatMap(s -> s.lookalikes().stream().map(text -> Arguments.of(s.route().id(), text)));
  }

  @ParameterizedTest
  @MethodSource("near_misses")
  void what_only_sounds_like_a_route_gets_tips(String route, String text) {
    assertThat(SEARCH.find(Question.of(text)).answers()).as(route).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "our suicide prevention programme has no support from the ED doctors",
        "how do I get the fire department into our coalition",
        "the legal department drags its feet on our agreement",
        "she threatened to kill the project",
        "HR says no to protected time for nurses",
        "people in this neighbourhood don't trust hospitals with their data"
      })
  void a_project_on_a_grave_subject_is_still_a_project(String text) {
    assertThat(SEARCH.find(Question.of(text)).route()).isEmpty();
  }

  @Test
  void a_broken_file_is_named_with_its_line(@TempDir Path directory) throws IOException {
    try (Stream<Path> walk = Files.walk(Path.of("prompts"))) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        Path copy = directory.resolve(Path.of("prompts").relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    Files.writeString(directory.resolve("search/synonyms.yaml"), "groups:\n  - [a cat, the]\n");
    PromptFiles broken = PromptFiles.in(directory);
    TipLibrary library = TipLibrary.load(broken);

    assertThat(catchThrowable(() -> TipSearch.load(library, broken)))
        .isInstanceOf(BrokenFile.class)
        .hasMessageContaining("synonyms.yaml:2");
  }
}
