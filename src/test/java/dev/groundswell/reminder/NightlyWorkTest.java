package dev.groundswell.reminder;

import static dev.groundswell.Team.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Team;
import dev.groundswell.db.Engine;
import dev.groundswell.db.OnBothDatabases;
import dev.groundswell.feedback.Recorded;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class NightlyWorkTest {
  private final Team team;
  private int done;

  NightlyWorkTest(Engine engine) {
    team = Team.on(engine);
  }

  @AfterEach
  void close() {
    team.close();
  }

  private NightlyWork node(Chore chore) {
    return new NightlyWork(team.database, team.clock).with("count", chore);
  }

  private boolean count() {
    done++;
    return true;
  }

  @Test
  void it_is_done_once_a_night_by_whichever_node_comes_first() {
    NightlyWork one = node(this::count);
    NightlyWork two = node(this::count);
    one.workDue();
    two.workDue();
    assertThat(done).isZero();

    team.clock.set("2026-11-03T03:00:00Z");
    one.workDue();
    two.workDue();
    assertThat(done).isEqualTo(1);

    team.clock.set("2026-11-30T12:00:00Z");
    two.workDue();
    one.workDue();
    assertThat(done).as("however many nights have passed").isEqualTo(2);
  }

  @Test
  void what_is_not_finished_goes_on_a_little_later() {
    NightlyWork night = node(() -> ++done == 3);
    night.workDue();
    for (String moment :
        new String[] {"03:00:00", "03:00:01", "03:05:00", "03:10:00", "03:15:00", "03:20:00"}) {
      team.clock.set("2026-11-03T" + moment + "Z");
      night.workDue();
    }

    assertThat(done).isEqualTo(3);
  }

  @Test
  void what_a_node_died_over_is_left_to_the_others() {
    NightlyWork dying =
        node(
            () -> {
              throw new StackOverflowError("as if it were killed");
            });
    dying.workDue();
    team.clock.set("2026-11-03T03:00:00Z");
    try {
      dying.workDue();
    } catch (StackOverflowError e) {
      // It is gone.
    }
    NightlyWork other = node(this::count);
    other.workDue();
    assertThat(done).isZero();

    team.clock.set("2026-11-03T03:15:00Z");
    other.workDue();
    assertThat(done).isEqualTo(1);
  }

  @Test
  void a_draft_is_kept_for_a_month() {
    Recorded recorded =
        team.inputs.record(
            ANN, Team.HERE, Team.from("Ben"), "The calls come too early", "command/1");
    assertThat(recorded).isInstanceOf(Recorded.NoInitiative.class);

    team.clock.set("2026-12-01T03:00:00Z");
    team.inputs.forgetOldDrafts();
    assertThat(team.rows("draft")).isEqualTo(1);
    team.clock.set("2026-12-03T03:00:00Z");
    team.inputs.forgetOldDrafts();
    assertThat(team.rows("draft")).isZero();
  }
}
