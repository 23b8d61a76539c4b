package dev.groundswell.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.knowledge.TipLibrary;
import dev.groundswell.prompt.PromptFiles;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class WordsOnlyTest {
  private static final Question FORM =
      Question.of("receptionists moan about the extra form, it is too much work");
  private final TipSearch search =
      TipSearch.load(TipLibrary.load(PromptFiles.packaged()), PromptFiles.packaged());

  @Test
  void before_the_model_is_there_words_and_synonyms_answer() {
    Answers answers = search.find(FORM);

    assertThat(search.ready()).isFalse();
    assertThat(answers.abstained()).isFalse();
    assertThat(answers.answers()).hasSizeBetween(3, 12);
    assertThat(answers.inferredAudiences()).extracting("id").contains("front-line-staff");
  }

  @Test
  void before_the_model_is_there_an_emergency_is_recognised_and_a_recipe_refused() {
    assertThat(search.find(Question.of("he is not breathing!!")).route())
        .hasValueSatisfying(route -> assertThat(route.isEmergency()).isTrue());
    assertThat(search.find(Question.of("recipe for pancakes with eggs and milk")).abstained())
        .isTrue();
  }

  @Test
  void a_model_that_cannot_be_loaded_leaves_the_search_by_words() {
    search.loadModel(
        () -> {
          throw new IOException("planted");
        });
    search.loadModel(
        () -> {
          throw new UnsatisfiedLinkError("planted: no native code for this machine");
        });

    assertThat(search.ready()).isFalse();
    assertThat(search.find(FORM).abstained()).isFalse();
  }

  @Test
  void the_search_switches_over_when_the_model_is_there() {
    FakeEmbedder embedder = new FakeEmbedder("fake");
    search.loadModel(() -> embedder);
    int atStart = embedder.embedded.get();

    assertThat(search.ready()).isTrue();
    assertThat(atStart).isGreaterThan(1_000);
    assertThat(search.find(FORM)).isNotNull();
    assertThat(embedder.embedded).hasValue(atStart + 1);
  }
}
