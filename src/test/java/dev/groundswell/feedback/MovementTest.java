package dev.groundswell.feedback;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.ELSEWHERE;
import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static dev.groundswell.Team.PRIYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Team;
import dev.groundswell.db.Engine;
import dev.groundswell.db.OnBothDatabases;
import dev.groundswell.feedback.Decision.Outcome;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.kernel.WorkspaceId;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happened in a stretch of time, in totals. */
@OnBothDatabases
class MovementTest {
  private static final String FIRST = "2026-11-02T14:00:00Z";
  private static final String SECOND = "2026-11-09T14:00:00Z";
  private static final String THIRD = "2026-11-16T14:00:00Z";

  private final Team team;
  private final Initiative outreach;

  MovementTest(Engine engine) {
    team = Team.on(engine);
    outreach = team.starts(MAYA, "Diabetes outreach");
  }

  @AfterEach
  void close() {
    team.close();
  }

  private Movement between(String from, String to) {
    return between(HERE, from, to);
  }

  private Movement between(WorkspaceId workspace, String from, String to) {
    return team.database.inTransaction(
        tx ->
            team.reportBacks.since(
                tx, workspace, outreach.id(), Instant.parse(from), Instant.parse(to)));
  }

  @Test
  void each_event_counts_in_the_stretch_it_falls_into() {
    Input one = team.records(ANN, Team.from(PRIYA), "one");
    Input two = team.records(ANN, Team.from("Ben"), "two");
    team.clock.set(SECOND);
    Input three = team.records(ANN, Team.from("the parents' group"), "three");
    Input four = team.records(ANN, Team.from("Dr Lee"), "four");
    team.decides(ANN, one, Outcome.ADOPTED);
    team.decides(ANN, two, Outcome.PARTLY);
    team.tells(ANN, one);
    team.clock.set(THIRD);
    team.decides(ANN, three, Outcome.DECLINED);
    team.decides(ANN, four, Outcome.DECLINED);
    team.tells(ANN, two);
    team.tells(ANN, three);

    assertThat(between("2026-11-01T00:00:00Z", FIRST)).isEqualTo(new Movement(2, 0, 0, 0, 0, 2));
    assertThat(between(FIRST, SECOND)).isEqualTo(new Movement(2, 1, 1, 0, 1, 3));
    assertThat(between(SECOND, THIRD)).isEqualTo(new Movement(0, 0, 0, 2, 2, 1));
    assertThat(between("1970-01-01T00:00:00Z", THIRD)).isEqualTo(new Movement(4, 1, 1, 2, 3, 1));
  }

  @Test
  void the_beginning_is_not_part_of_a_stretch_and_the_end_is() {
    team.records(ANN, Team.from(PRIYA), "one");

    assertThat(between("2026-11-01T00:00:00Z", FIRST).putIn()).isEqualTo(1);
    assertThat(between(FIRST, SECOND).putIn()).isZero();
    assertThat(between(FIRST, SECOND).nothingMoved()).isTrue();
  }

  @Test
  void somebody_who_said_two_things_is_one_person_who_heard_back() {
    Input one = team.records(ANN, Team.from(PRIYA), "one");
    Input two = team.records(ANN, Team.from(PRIYA), "two");
    assertThat(between("2026-11-01T00:00:00Z", FIRST)).isEqualTo(new Movement(2, 0, 0, 0, 0, 1));

    team.clock.set(SECOND);
    team.decides(ANN, one, Outcome.ADOPTED);
    team.decides(ANN, two, Outcome.ADOPTED);
    team.tells(ANN, one);
    team.tells(ANN, two);

    assertThat(between(FIRST, SECOND)).isEqualTo(new Movement(0, 2, 0, 0, 1, 0));
  }

  @Test
  void other_initiatives_and_other_workspaces_do_not_count() {
    team.records(ANN, Team.from(PRIYA), "one");
    team.clock.set(SECOND);
    team.starts(ANN, "Asthma at school");
    team.records(ANN, Team.from(PRIYA), "two");

    assertThat(between(FIRST, SECOND).nothingMoved()).isTrue();
    assertThat(between(ELSEWHERE, "1970-01-01T00:00:00Z", THIRD))
        .isEqualTo(new Movement(0, 0, 0, 0, 0, 0));
  }
}
