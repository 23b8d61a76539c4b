package dev.groundswell.practice.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.practice.readiness.NamedScores.Read;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamedScoresTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Teamwork: 3.4 of 5 | Teamwork: 3.4 of 5",
        "Teamwork 3,4/5 | Teamwork: 3.4 of 5",
        "Adaptive reserve = 0.68 | Adaptive reserve: 0.68",
        "Level 2 adoption: 12 out of 20 | Level 2 adoption: 12 of 20",
        "Change: -3 | Change: -3",
        "Führung 4 | Führung: 4"
      })
  void a_score_is_read_as_people_write_it(String typed, String meant) {
    assertThat(Score.parse(typed).map(Score::toString)).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Teamwork", "3.4", "Teamwork: good", "Teamwork: 6 of 5", "12/20", ": 4", "A: 1e9"})
  void what_is_no_score_is_named(String line) {
    assertThat(NamedScores.read("Calm: 3 of 5\n\n" + line)).isEqualTo(new Read.NoScore(line));
  }

  @Test
  void what_was_read_reads_the_same_again() {
    Random random = new Random(5);
    for (int i = 0; i < 2000; i++) {
      String line =
          "Scale "
              + (char) ('A' + random.nextInt(26))
              + (random.nextBoolean() ? ": " : " ")
              + random.nextInt(100)
              + (random.nextBoolean() ? "." + random.nextInt(100) : "")
              + (random.nextBoolean() ? " of " + (100 + random.nextInt(50)) : "");
      Score once = Score.parse(line).orElseThrow();
      assertThat(Score.parse(once.toString())).contains(once);
    }
  }
}
