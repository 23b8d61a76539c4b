package dev.groundswell.practice.readiness;

import static dev.groundswell.practice.readiness.Component.CULTURE;
import static dev.groundswell.practice.readiness.Component.FINANCES;
import static dev.groundswell.practice.readiness.Component.LEADERSHIP;
import static dev.groundswell.practice.readiness.Component.MOTIVATION;
import static dev.groundswell.practice.readiness.Component.OTHER_RESOURCES;
import static dev.groundswell.practice.readiness.Component.RECEPTIVITY_TO_FACILITATOR;
import static dev.groundswell.practice.readiness.Component.RECEPTIVITY_TO_IMPROVEMENT;
import static dev.groundswell.practice.readiness.Component.STRESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.knowledge.ReadinessModel;
import dev.groundswell.knowledge.TipLibrary;
import dev.groundswell.prompt.PromptFiles;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scores, the place between the corners, and how ratings compare. */
class ReadinessTest {
  private static final WorkspaceId HERE = new WorkspaceId("T0HERE");
  private static final UserId ANN = new UserId("U0ANN");
  private static final UserId BEN = new UserId("U0BEN");
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);

  @Test
  void a_score_is_the_mean_of_at_least_two_of_three_and_three_of_five() {
    Readiness readiness =
        Readiness.of(
            Map.of(
                MOTIVATION, 4,
                RECEPTIVITY_TO_FACILITATOR, 5,
                LEADERSHIP, 2,
                FINANCES, 3,
                STRESS, 1));

    assertThat(readiness).isEqualTo(new Readiness(4.5, 2.0));
    assertThat(readiness.corner()).contains(Corner.WILLING_NOT_STABLE);
  }

  @Test
  void one_scale_alone_is_kept_and_has_no_corner() {
    Readiness willing =
        Readiness.of(
            Map.of(MOTIVATION, 4, RECEPTIVITY_TO_IMPROVEMENT, 4, LEADERSHIP, 5, STRESS, 5));
    assertThat(willing).isEqualTo(new Readiness(4.0, null));
    assertThat(willing.corners()).isEmpty();
    assertThat(willing.hasPlace()).isFalse();

    Readiness stable = Readiness.of(Map.of(MOTIVATION, 4, LEADERSHIP, 5, FINANCES, 5, CULTURE, 5));
    assertThat(stable).isEqualTo(new Readiness(null, 5.0));
    assertThat(Readiness.of(Map.of(MOTIVATION, 3))).isEqualTo(Readiness.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "5,5,WILLING_AND_STABLE",
    "3.26,2.74,WILLING_NOT_STABLE",
    "2.74,3.26,STABLE_NOT_WILLING",
    "1,1,NOT_WILLING_NOT_STABLE",
    "2.75,5,WILLING_AND_STABLE STABLE_NOT_WILLING",
    "3.25,5,WILLING_AND_STABLE STABLE_NOT_WILLING",
    "5,3,WILLING_AND_STABLE WILLING_NOT_STABLE",
    "1,2.75,STABLE_NOT_WILLING NOT_WILLING_NOT_STABLE",
    "3,3,WILLING_AND_STABLE WILLING_NOT_STABLE STABLE_NOT_WILLING NOT_WILLING_NOT_STABLE"
  })
  void near_the_middle_both_neighbours_are_named(double willing, double stable, String corners) {
    assertThat(new Readiness(willing, stable).corners())
        .extracting(Enum::name)
        .containsExactly(corners.split(" "));
  }

  @Test
  void whatever_is_rated_it_lies_between_one_and_five_and_has_a_corner_once_it_has_a_place() {
    Random random = new Random(5);
    for (int i = 0; i < 20_000; i++) {
      Map<Component, Integer> ratings = new HashMap<>();
      for (Component component : Component.values()) {
        if (random.nextInt(3) > 0) {
          ratings.put(component, 1 + random.nextInt(5));
        }
      }
      Readiness readiness = Readiness.of(ratings);
      for (Dimension dimension : Dimension.values()) {
        readiness.on(dimension).ifPresent(score -> assertThat(score).isBetween(1.0, 5.0));
        long rated = Component.of(dimension).stream().filter(ratings::containsKey).count();
        assertThat(readiness.on(dimension).isPresent()).isEqualTo(rated >= dimension.leastRated());
      }
      assertThat(readiness.corners().isEmpty()).isEqualTo(!readiness.hasPlace());
      assertThat(readiness.corners().size()).isIn(0, 1, 2, 4);
    }
  }

  @Test
  void the_components_and_corners_are_those_of_the_model() {
    ReadinessModel model = TipLibrary.load(PromptFiles.packaged()).readiness();

    assertThat(model.willingness().components())
        .extracting(ReadinessModel.Component::id)
        .containsExactlyElementsOf(
            Component.of(Dimension.WILLINGNESS).stream().map(Component::id).toList());
    assertThat(model.stability().components())
        .extracting(ReadinessModel.Component::id)
        .containsExactlyElementsOf(
            Component.of(Dimension.STABILITY).stream().map(Component::id).toList());
    for (Corner corner : Corner.values()) {
      assertThat(model.quadrant(corner.willing(), corner.stable()).id()).isEqualTo(corner.id());
    }
  }

  @Test
  void a_rating_out_of_range_cannot_exist() {
    assertThatThrownBy(() -> rated(ANN, MONDAY, Map.of(MOTIVATION, 6)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> rated(ANN, MONDAY, Map.of(MOTIVATION, 0)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> rated(ANN, MONDAY, Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_two_people_saw_is_shown_with_its_difference() {
    Assessment ann =
        rated(ANN, MONDAY, Map.of(MOTIVATION, 5, RECEPTIVITY_TO_IMPROVEMENT, 4, LEADERSHIP, 3));
    Assessment ben =
        rated(
            BEN,
            MONDAY.plusDays(7),
            Map.of(MOTIVATION, 3, RECEPTIVITY_TO_IMPROVEMENT, 3, LEADERSHIP, 3, CULTURE, 3));

    Trajectory.Difference difference = new Trajectory(List.of(ben, ann)).difference().orElseThrow();

    assertThat(difference.rater()).isEqualTo(BEN);
    assertThat(difference.otherRater()).isEqualTo(ANN);
    assertThat(difference.on(Dimension.WILLINGNESS)).hasValue(-1.5);
    assertThat(difference.on(Dimension.STABILITY)).isEmpty();
    assertThat(new Trajectory(List.of(ann)).difference()).isEmpty();
    Assessment later = rated(BEN, MONDAY.plusDays(29), Map.of(OTHER_RESOURCES, 3));
    assertThat(new Trajectory(List.of(ann, later)).difference()).isEmpty();
  }

  @Test
  void a_second_view_of_the_same_time_repeats_nothing() {
    Trajectory anns = new Trajectory(List.of(rated(ANN, MONDAY, Map.of(MOTIVATION, 5))));

    LocalDate soon = MONDAY.plusDays(28);
    assertThat(anns.repeated(BEN, soon, soon)).isEmpty();
    assertThat(anns.repeated(ANN, soon, soon)).isPresent();
    assertThat(anns.repeated(BEN, soon.plusDays(1), soon.plusDays(1))).isPresent();
  }

  @Test
  void each_scale_stands_as_it_was_last_seen() {
    Assessment both =
        rated(
            ANN,
            MONDAY,
            Map.of(
                MOTIVATION,
                5,
                RECEPTIVITY_TO_FACILITATOR,
                5,
                LEADERSHIP,
                4,
                FINANCES,
                4,
                STRESS,
                4));
    Assessment one =
        rated(BEN, MONDAY.plusDays(1), Map.of(MOTIVATION, 2, RECEPTIVITY_TO_FACILITATOR, 2));
    Trajectory trajectory = new Trajectory(List.of(both, one));

    assertThat(trajectory.readiness()).isEqualTo(new Readiness(2.0, 4.0));
    assertThat(trajectory.latest(Dimension.STABILITY)).contains(both);
    assertThat(trajectory.seenOn()).contains(MONDAY);
  }

  @Test
  void a_rating_grows_old_and_asking_again_is_free_after_twelve_weeks() {
    Trajectory once = new Trajectory(List.of(rated(ANN, MONDAY, Map.of(MOTIVATION, 5))));

    assertThat(once.repeated(ANN, MONDAY, LocalDate.of(2027, 1, 24))).isPresent();
    assertThat(once.repeated(ANN, MONDAY, LocalDate.of(2027, 1, 25))).isEmpty();
    assertThat(once.isStale(LocalDate.of(2027, 1, 25))).isFalse();
    assertThat(once.isStale(LocalDate.of(2027, 1, 26))).isTrue();
    assertThat(new Trajectory(List.of()).isStale(MONDAY)).isFalse();
  }

  private static Assessment rated(UserId by, LocalDate on, Map<Component, Integer> ratings) {
    return new Assessment(
        HERE,
        new UUID(on.toEpochDay(), by.hashCode()),
        new UUID(1, 1),
        new UUID(1, 2),
        "Whether to start in spring",
        ratings,
        "",
        by,
        on,
        "",
        "",
        null,
        null);
  }
}
