package dev.groundswell.practice.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.practice.readiness.Benchmark.Standing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BenchmarkTest {
  private static List<Readiness> willing(Double... scores) {
    return Stream.of(scores).map(it -> new Readiness(it, null)).toList();
  }

  private static Standing standing(double own, Double... others) {
    return Benchmark.of(new Readiness(own, null), willing(others))
        .on(Dimension.WILLINGNESS)
        .orElseThrow();
  }

  @Test
  void the_middle_is_that_of_the_others() {
    assertThat(standing(4, 1.0, 2.0, 3.0, 4.0, 5.0)).isEqualTo(Standing.ABOVE);
    assertThat(standing(3.2, 1.0, 2.0, 3.0, 4.0, 5.0)).isEqualTo(Standing.ABOUT);
    assertThat(standing(2.5, 1.0, 2.0, 3.0, 4.0, 5.0)).isEqualTo(Standing.BELOW);
    assertThat(standing(3.5, 1.0, 2.0, 3.0, 4.0, 5.0, 5.0)).isEqualTo(Standing.ABOUT);
  }

  @Test
  void among_fewer_than_five_others_there_is_none() {
    Readiness own = new Readiness(3.0, 3.0);
    for (int others = 0; others < Benchmark.FEWEST; others++) {
      List<Readiness> few = Collections.nCopies(others, new Readiness(3.0, 3.0));
      assertThat(Benchmark.of(own, few).standings()).isEmpty();
    }
    assertThat(Benchmark.of(own, Collections.nCopies(5, new Readiness(3.0, null))).standings())
        .containsOnlyKeys(Dimension.WILLINGNESS);
    assertThat(Benchmark.of(Readiness.UNKNOWN, Collections.nCopies(9, own)).standings()).isEmpty();
  }

  @Test
  void where_one_of_the_others_stands_can_be_told_from_no_answer() {
    // Whatever is asked, an answer that one other practice's score would explain is explained as
    // well by that score being any other one on the same side of the middle.
    Random random = new Random(11);
    for (int i = 0; i < 2000; i++) {
      List<Double> others = new ArrayList<>();
      for (int k = 0; k < 5 + random.nextInt(6); k++) {
        others.add(1 + random.nextInt(13) / 3.0);
      }
      Collections.sort(others);
      double own = 1 + random.nextInt(13) / 3.0;
      Standing said = standing(own, others.toArray(Double[]::new));
      List<Double> changed = new ArrayList<>(others);
      changed.set(0, 1.0);
      changed.set(others.size() - 1, 5.0);
      assertThat(standing(own, changed.toArray(Double[]::new))).isEqualTo(said);
    }
  }
}
