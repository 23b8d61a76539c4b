package dev.groundswell.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.db.Engine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A small run of {@code bin/crash}, with clocks that make its waits shorter. */
@Tag("crash")
class CrashTest {
  @ParameterizedTest
  @CsvSource({"H2, 1", "POSTGRESQL, 2"})
  void what_was_acknowledged_comes_once_whenever_a_process_is_killed(Engine engine, int nodes)
      throws Exception {
    Tally tally = Crash.run(new Plan(engine, nodes, 2, 60, 0, 1, 4, 7));

    assertThat(tally.kills()).isEqualTo(2);
    assertThat(tally.acknowledged()).isGreaterThanOrEqualTo(60);
    assertThat(tally).as("%s", tally).matches(Tally::isGood);
  }

  @Test
  void a_mail_in_the_middle_comes_once_or_its_owner_is_asked() throws Exception {
    Tally tally = Crash.run(new Plan(Engine.POSTGRESQL, 2, 2, 20, 24, 1, 12, 7));

    assertThat(tally.kills()).isEqualTo(3);
    assertThat(tally.unknown()).as("%s", tally).isGreaterThan(2);
    assertThat(tally).as("%s", tally).matches(Tally::isGood);
  }
}
