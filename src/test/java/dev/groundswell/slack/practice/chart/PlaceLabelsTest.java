package dev.groundswell.slack.practice.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.slack.practice.chart.PlaceLabels.Label;
import dev.groundswell.slack.practice.chart.PlaceLabels.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlaceLabelsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

  private static List<String> texts(List<Label> labels) {
    return labels.stream().map(Label::text).toList();
  }

  @Test
  void no_date_is_written_over_another_nor_outside() {
    for (int seed = 0; seed < 3000; seed++) {
      Random random = new Random(seed);
      List<Place> path = new ArrayList<>();
      LocalDate day = DAY;
      for (int i = 0; i < 1 + random.nextInt(12); i++) {
        day = day.plusDays(1 + random.nextInt(90));
        path.add(new Place(1 + random.nextInt(13) / 3.0, 1 + random.nextInt(13) / 3.0, day));
      }
      List<Label> labels = PlaceLabels.of(path);

      for (Label one : labels) {
        assertThat(labels).filteredOn(it -> !it.equals(one)).noneMatch(one::overlaps);
        assertThat(one.x()).as("seed %d", seed).isBetween(1.0, 5.1);
        assertThat(one.y()).as("seed %d", seed).isBetween(0.9, 5.1);
      }
      assertThat(texts(labels)).doesNotHaveDuplicates();
      assertThat(labels).as("seed %d", seed).isNotEmpty();
    }
  }

  @Test
  void two_dates_at_one_place_stand_below_each_other() {
    List<Label> labels =
        PlaceLabels.of(List.of(new Place(3, 3, DAY), new Place(3, 3, DAY.plusDays(7))));

    assertThat(texts(labels)).containsExactly("2 Nov 26", "9 Nov 26");
    assertThat(labels.get(0).y()).isGreaterThan(labels.get(1).y());
  }

  @Test
  void of_many_dates_at_one_place_the_first_and_the_last_are_named() {
    List<Place> path = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      path.add(new Place(2, 4, DAY.plusDays(7L * i)));
    }

    assertThat(texts(PlaceLabels.of(path))).containsExactly("2 Nov 26", "…", "7 Dec 26");
  }

  @Test
  void each_of_a_few_places_apart_has_its_date() {
    List<Label> labels =
        PlaceLabels.of(
            List.of(
                new Place(1, 1, DAY),
                new Place(1, 5, DAY.plusDays(10)),
                new Place(5, 5, DAY.plusDays(20)),
                new Place(5, 1, DAY.plusDays(30))));

    assertThat(texts(labels))
        .containsExactlyInAnyOrder("2 Nov 26", "12 Nov 26", "22 Nov 26", "2 Dec 26");
  }
}
