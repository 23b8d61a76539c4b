package dev.groundswell.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.prompt.PromptFiles;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TipLibraryTest {
  static final TipLibrary LIBRARY = TipLibrary.load(PromptFiles.packaged());

  @Test
  void all_241_tips_load_with_everything_a_card_shows() {
    assertThat(LIBRARY.tips())
        .hasSize(241)
        .allSatisfy(
            tip -> {
              assertThat(tip.title()).isNotBlank().hasSizeLessThanOrEqualTo(70);
              assertThat(tip.advice()).isNotBlank().doesNotContain("\n");
              assertThat(tip.why()).isNotBlank();
              assertThat(tip.asks())
                  .hasSizeBetween(3, 8)
                  .doesNotContain("")
                  .doesNotHaveDuplicates();
              assertThat(tip.audiences()).isNotEmpty();
              assertThat(tip.situations()).isNotEmpty();
              assertThat(tip.sources()).isNotEmpty();
              assertThat(LIBRARY.byId(tip.id())).contains(tip);
              assertThat(LIBRARY.related(tip)).hasSameSizeAs(tip.related());
            });
    assertThat(LIBRARY.byId("no-such-tip")).isEmpty();
  }

  @Test
  void the_working_copy_and_the_packaged_files_say_the_same() {
    TipLibrary fromDirectory = TipLibrary.load(PromptFiles.in(Path.of("prompts")));

    assertThat(fromDirectory.tips()).isEqualTo(LIBRARY.tips());
  }

  @Test
  void there_are_21_audiences_50_situations_and_5_documents() {
    assertThat(LIBRARY.audiences()).hasSize(21);
    assertThat(LIBRARY.audiences().get(0).isEveryone()).isTrue();
    assertThat(LIBRARY.situations()).hasSize(50);
    assertThat(LIBRARY.documents()).hasSize(5);
    assertThat(LIBRARY.situation("workload-fear"))
        .map(Situation::means)
        .contains("Fear of more work");
    assertThat(LIBRARY.audience("clinicians")).map(Audience::label).contains("Clinicians");
  }

  @Test
  void a_source_is_cited_in_one_line_with_its_year_where_it_is_known() {
    List<String> lines =
        LIBRARY.tips().stream()
            .flatMap(tip -> tip.sources().stream())
            .map(Source::cite)
            .distinct()
            .toList();

    assertThat(lines)
        .contains(
            "AHRQ, Engaging Primary Care Practices in Quality Improvement (2015) — 4. Tailor the Message",
            "AHE, Essential Elements — What is buy-in?")
        .allSatisfy(line -> assertThat(line).hasSizeLessThan(180));
  }

  @Test
  void what_a_tip_may_lack_is_answered_with_an_optional() {
    assertThat(LIBRARY.tips().stream().filter(tip -> tip.say().isEmpty())).hasSize(13);
    assertThat(LIBRARY.tips().stream().filter(tip -> tip.example().isPresent())).hasSize(60);
  }

  @ParameterizedTest
  @EnumSource
  void each_stage_has_its_words_its_guidance_and_tips(Stage stage) {
    assertThat(LIBRARY.wording(stage).label()).isNotBlank();
    assertThat(LIBRARY.stagesOfChange().of(stage).tasks()).isNotEmpty();
    assertThat(LIBRARY.tips().stream().filter(tip -> tip.stages().contains(stage))).isNotEmpty();
    assertThat(Stage.of(stage.id())).contains(stage);
  }

  @Test
  void each_corner_of_the_readiness_model_says_what_to_do_and_names_tips() {
    for (boolean willing : new boolean[] {true, false}) {
      for (boolean stable : new boolean[] {true, false}) {
        ReadinessModel.Quadrant quadrant = LIBRARY.readiness().quadrant(willing, stable);
        assertThat(quadrant.advice()).isNotBlank();
        assertThat(quadrant.tips()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(LIBRARY.readiness().quadrant(quadrant.id())).contains(quadrant);
      }
    }
    assertThat(LIBRARY.readiness().willingness().components()).hasSize(3);
    assertThat(LIBRARY.readiness().stability().components()).hasSize(5);
    assertThat(LIBRARY.lowTouch().strategies()).hasSize(6);
  }

  @Test
  void pledges_are_known_by_audience() {
    Audience patients = LIBRARY.audience("patients").orElseThrow();

    assertThat(LIBRARY.buyIn().forms(patients))
        .flatExtracting(BuyIn.Form::pledges)
        .extracting(BuyIn.PledgeForm::id)
        .containsExactly("extra-visit", "co-pay");
  }
}
