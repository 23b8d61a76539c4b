package dev.groundswell.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.knowledge.TipLibrary;
import dev.groundswell.prompt.PromptFiles;
import org.junit.jupiter.api.Test;

/** How good the answers are. The sets are those the search was developed against: no proof. */
class TipSearchTest {
  static final TipLibrary LIBRARY = TipLibrary.load(PromptFiles.packaged());
  static final TipSearch SEARCH = loaded();

  private static TipSearch loaded() {
    TipSearch search = TipSearch.load(LIBRARY, PromptFiles.packaged());
    search.loadModel();
    return search;
  }

  @Test
  void nine_of_ten_questions_find_a_good_tip_among_the_first_three() {
    Measured measured = Measured.on("questions.yaml", SEARCH::find);
    System.out.println(measured.report("questions.yaml"));

    assertThat(measured.accepted()).isGreaterThanOrEqualTo(0.90);
    assertThat(measured.best()).isGreaterThanOrEqualTo(0.70);
    assertThat(measured.answeredOffTopic()).hasSizeLessThanOrEqualTo(1);
    assertThat(measured.refused()).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void and_so_do_the_questions_written_before_any_other_was_seen() {
    Measured measured = Measured.on("own-questions.yaml", SEARCH::find);
    System.out.println(measured.report("own-questions.yaml"));

    assertThat(measured.accepted()).isGreaterThanOrEqualTo(0.90);
    assertThat(measured.answeredOffTopic()).hasSizeLessThanOrEqualTo(2);
    assertThat(measured.refused()).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void by_words_alone_most_questions_still_find_one() {
    TipSearch wordsOnly = TipSearch.load(LIBRARY, PromptFiles.packaged());
    Measured measured = Measured.on("questions.yaml", wordsOnly::find);
    System.out.println(measured.report("questions.yaml, words only"));
    Measured own = Measured.on("own-questions.yaml", wordsOnly::find);
    System.out.println(own.report("own-questions.yaml, words only"));

    assertThat(measured.accepted()).isGreaterThanOrEqualTo(0.65);
    assertThat(own.accepted()).isGreaterThanOrEqualTo(0.65);
  }
}
