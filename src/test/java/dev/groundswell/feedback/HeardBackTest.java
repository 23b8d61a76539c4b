package dev.groundswell.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeardBackTest {

  @Test
  void the_rate_is_told_or_confirmed_of_all_but_withdrawn() {
    HeardBack figures = new HeardBack(3, 2, 3, 1, 0, 1, 1, 1, 0, 4);

    assertThat(figures.owed()).isEqualTo(12);
    assertThat(figures.heard()).isEqualTo(5);
    assertThat(figures.unreachable()).isEqualTo(3);
    assertThat(figures.rate()).hasValue(42);
  }

  @Test
  void who_can_not_be_reached_never_counts_as_told() {
    assertThat(new HeardBack(0, 0, 0, 0, 0, 1, 1, 1, 1, null).rate()).hasValue(0);
  }

  @Test
  void a_hundred_means_everybody_and_nought_means_nobody() {
    assertThat(new HeardBack(999, 0, 1, 0, 0, 0, 0, 0, 0, 4).rate()).hasValue(99);
    assertThat(new HeardBack(1, 0, 999, 0, 0, 0, 0, 0, 0, 4).rate()).hasValue(1);
    assertThat(new HeardBack(4, 3, 0, 0, 0, 0, 0, 0, 0, 4).rate()).hasValue(100);
  }

  @Test
  void of_nothing_there_is_no_rate() {
    assertThat(HeardBack.NOBODY.rate()).isEmpty();
  }
}
