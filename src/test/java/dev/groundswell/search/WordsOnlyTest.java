package dev.groundswell.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.knowledge.TipLibrary;
import dev.groundswell.prompt.PromptFiles;
import org.junit.jupiter.api.Test;

class WordsOnlyTest {
  static final TipSearch SEARCH =
      TipSearch.load(TipLibrary.load(PromptFiles.packaged()), PromptFiles.packaged());

  @Test
  void before_the_model_is_there_words_and_synonyms_answer() {
    Answers answers = SEARCH.find(Question.of("receptionists moan about the extra form"));

    assertThat(SEARCH.ready()).isFalse();
    assertThat(answers.abstained()).isFalse();
    assertThat(answers.answers()).hasSizeLessThanOrEqualTo(12);
    assertThat(answers.inferredAudiences()).extracting("id").contains("front-line-staff");
  }
}
