package dev.groundswell.knowledge;

import static dev.groundswell.knowledge.TipLibraryTest.LIBRARY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TipChoiceTest {

  static Stream<Arguments> every_audience_and_stage() {
    return LIBRARY.audiences().stream()
        .flatMap(audience -> Stream.of(Stage.values()).map(stage -> Arguments.of(audience, stage)));
  }

  static List<Audience> every_audience() {
    return LIBRARY.audiences();
  }

  @ParameterizedTest
  @MethodSource("every_audience_and_stage")
  void every_audience_has_tips_at_every_stage_and_hears_of_a_fallback(
      Audience audience, Stage stage) {
    TipChoice choice = LIBRARY.forAudience(List.of(audience), stage, null);

    assertThat(choice.tips()).hasSizeGreaterThanOrEqualTo(3).doesNotHaveDuplicates();
    assertThat(choice.fitting()).isGreaterThanOrEqualTo(3);
    assertThat(choice.tips().subList(0, choice.fitting())).allMatch(tip -> tip.fits(stage));
    assertThat(choice.tips().subList(choice.fitting(), choice.tips().size()))
        .noneMatch(tip -> tip.fits(stage));
    boolean made = LIBRARY.about(audience).stream().anyMatch(tip -> tip.stages().contains(stage));
    assertThat(choice.stageHadNone()).isEqualTo(!made);
    if (made) {
      Tip first = choice.tips().get(0);
      assertThat(first.serves(audience) && first.stages().contains(stage)).isTrue();
    }
    assertThat(LIBRARY.forAudience(List.of(audience), stage, null)).isEqualTo(choice);
  }

  @ParameterizedTest
  @MethodSource("every_audience")
  void tips_about_the_situation_come_first_and_their_absence_is_said(Audience audience) {
    for (Situation situation : LIBRARY.situations()) {
      TipChoice choice = LIBRARY.forAudience(List.of(audience), null, situation);

      assertThat(choice.tips()).hasSizeGreaterThanOrEqualTo(3).doesNotHaveDuplicates();
      assertThat(choice.tips().subList(0, choice.fitting()))
          .allMatch(tip -> tip.situations().contains(situation));
      assertThat(choice.situationHadNone())
          .isEqualTo(
              LIBRARY.about(audience).stream().noneMatch(t -> t.situations().contains(situation)));
      assertThat(choice.stageHadNone()).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("every_audience_and_stage")
  void the_first_three_are_not_all_related_to_one_another(Audience audience, Stage stage) {
    for (TipChoice choice :
        List.of(
            LIBRARY.forAudience(List.of(audience), stage, null),
            LIBRARY.forAudience(List.of(audience), null, null))) {
      Tip a = choice.tips().get(0);
      Tip b = choice.tips().get(1);
      Tip c = choice.tips().get(2);
      assertThat(related(a, b) && related(b, c) && related(a, c))
          .as("%s %s %s", a.id(), b.id(), c.id())
          .isFalse();
    }
  }

  @Test
  void own_tips_come_before_those_for_everyone() {
    Audience clinicians = audience("clinicians");

    List<Tip> tips = LIBRARY.forAudience(List.of(clinicians), null, null).tips();

    assertThat(tips)
        .startsWith(tips.stream().filter(t -> t.serves(clinicians)).toArray(Tip[]::new));
    assertThat(tips.get(0).audiences().get(0)).isEqualTo(clinicians);
    assertThat(tips.get(tips.size() - 1).servesEveryone()).isTrue();
  }

  @Test
  void tips_for_both_audiences_come_first_and_then_they_take_turns() {
    Audience finance = audience("finance");
    Audience frontDesk = audience("front-line-staff");

    List<Tip> tips = LIBRARY.forAudience(List.of(finance, frontDesk), null, null).tips();

    List<Tip> both = tips.stream().filter(t -> t.serves(finance) && t.serves(frontDesk)).toList();
    assertThat(both).isNotEmpty();
    assertThat(tips.subList(0, both.size())).containsExactlyElementsOf(both);
    assertThat(tips.get(both.size()).serves(finance)).isTrue();
    assertThat(tips.get(both.size() + 1).serves(frontDesk)).isTrue();
    assertThat(tips.get(both.size() + 2).serves(finance)).isTrue();
  }

  @Test
  void stage_and_situation_together_narrow_the_choice() {
    Situation workload = LIBRARY.situation("workload-fear").orElseThrow();

    TipChoice choice =
        LIBRARY.forAudience(List.of(audience("clinicians")), Stage.PREPARATION, workload);

    assertThat(choice.fitting()).isPositive();
    assertThat(choice.tips().subList(0, choice.fitting()))
        .allMatch(t -> t.fits(Stage.PREPARATION) && t.situations().contains(workload));
  }

  @Test
  void without_an_audience_all_tips_are_ranked() {
    TipChoice choice =
        LIBRARY.forAudience(List.of(), null, LIBRARY.situation("not-ready").orElseThrow());

    assertThat(choice.tips()).hasSize(241);
    assertThat(choice.fitting()).isEqualTo(13);
  }

  @Test
  void pages_cover_every_tip_once_and_end() {
    TipChoice choice = LIBRARY.forAudience(List.of(audience("it-data")), null, null);
    int pages = (choice.tips().size() + 2) / 3;

    assertThat(Stream.iterate(0, p -> p + 1).limit(pages).flatMap(p -> choice.page(p, 3).stream()))
        .containsExactlyElementsOf(choice.tips());
    assertThat(choice.page(pages, 3)).isEmpty();
    assertThat(choice.page(-1, 3)).isEqualTo(choice.page(0, 3));
  }

  private static Audience audience(String id) {
    return LIBRARY.audience(id).orElseThrow();
  }

  private static boolean related(Tip one, Tip other) {
    return one.related().contains(other.id()) || other.related().contains(one.id());
  }
}
