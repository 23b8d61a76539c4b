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
import dev.groundswell.feedback.Input.Steers;
import dev.groundswell.kernel.UserId;
import dev.groundswell.people.Person;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class RoundsTest {
  private static final LocalDate FRIDAY = LocalDate.parse("2026-11-13");

  private static final Person STRANGER =
      new Person(new UserId("U0STRANGER"), "Sam", PRIYA.zone(), true);

  private final Team team;
  private final Round spring;

  RoundsTest(Engine engine) {
    team = Team.on(engine);
    team.starts(MAYA, "Diabetes outreach");
    team.records(ANN, Team.from(ANN), "Ann takes part from here on");
    RoundChanged opened = team.rounds.open(ANN, HERE, null, "Spring", FRIDAY, Steers.DESIGN);
    assertThat(opened).isInstanceOf(RoundChanged.Opened.class);
    spring = ((RoundChanged.Opened) opened).round();
  }

  @AfterEach
  void close() {
    team.close();
  }

  private Input inSpring(String name, String key) {
    NewInput wanted =
        new NewInput(
            Team.from(name), "Said in spring", null, "", null, "spring", null, null, null, false);
    return ((Recorded.Kept) team.inputs.record(ANN, HERE, null, wanted, key)).input();
  }

  @Test
  void a_round_has_an_end_and_its_owner_is_reminded_then() {
    assertThat(team.rounds.find(HERE, spring.id())).contains(spring);
    assertThat(
            team.rows(
                "reminder where kind = 'feedback.round-ends' and due_at = timestamp with time zone"
                    + " '2026-11-13 14:00:00+0'"))
        .isEqualTo(1);
  }

  @Test
  void input_in_it_steers_what_the_round_steers() {
    assertThat(inSpring("Ben", "r/1").origin())
        .isEqualTo(new Input.Origin(spring.id(), Steers.DESIGN, null, null, false));
  }

  @Test
  void it_stays_open_while_somebody_in_it_has_not_heard() {
    Input ben = inSpring("Ben", "r/1");
    Input cleo = inSpring("Cleo", "r/2");
    team.decides(ANN, ben, Outcome.ADOPTED);
    team.tells(ANN, ben);

    RoundChanged refused = team.rounds.close(ANN, HERE, spring.id());

    assertThat(refused)
        .isEqualTo(
            new RoundChanged.StillOpen(
                spring, 1, List.of(team.inputs.find(HERE, cleo.id()).orElseThrow())));
    team.changes.withdraw(ANN, HERE, cleo.id());
    assertThat(team.rounds.close(ANN, HERE, spring.id())).isInstanceOf(RoundChanged.Closed.class);
    assertThat(team.rounds.find(HERE, spring.id()).orElseThrow().isClosed()).isTrue();
    assertThat(team.rows("reminder where kind = 'feedback.round-ends' and state = 'WAITING'"))
        .isZero();
    assertThat(team.rounds.close(ANN, HERE, spring.id())).isInstanceOf(RoundChanged.Closed.class);
  }

  @Test
  void a_decision_that_changes_later_opens_it_again_for_whoever_waits_now() {
    Input ben = inSpring("Ben", "r/1");
    team.decides(ANN, ben, Outcome.ADOPTED);
    team.tells(ANN, ben);
    team.rounds.close(ANN, HERE, spring.id());

    team.decides(ANN, ben, Outcome.DECLINED);

    Round now = team.rounds.find(HERE, spring.id()).orElseThrow();
    assertThat(now.isClosed()).isFalse();
    assertThat(team.rounds.waiting(now)).isEqualTo(1);
    assertThat(team.rounds.close(ANN, HERE, spring.id()))
        .isInstanceOf(RoundChanged.StillOpen.class);
  }

  @Test
  void whoever_says_that_it_is_not_what_they_said_opens_it_again() {
    NewInput wanted =
        new NewInput(
            Team.from(PRIYA), "Too late", null, "", null, "spring", null, null, null, false);
    Input late = ((Recorded.Kept) team.inputs.record(ANN, HERE, null, wanted, "r/1")).input();
    team.decides(ANN, late, Outcome.ADOPTED);
    team.tells(ANN, late);
    team.rounds.close(ANN, HERE, spring.id());

    assertThat(
            team.answers.says(
                HERE, PRIYA.id(), late.id(), 0, ReportBack.Answer.NOT_WHAT_I_SAID, "Too early"))
        .isInstanceOf(Answered.Kept.class);

    assertThat(team.rounds.find(HERE, spring.id()).orElseThrow().isClosed()).isFalse();
  }

  @Test
  void its_end_can_be_moved_and_the_second_of_two_is_told() {
    LocalDate later = FRIDAY.plusDays(7);

    RoundChanged changed = team.rounds.change(ANN, HERE, spring.id(), 0, later, null);

    assertThat(((RoundChanged.Changed) changed).round().endsOn()).isEqualTo(later);
    assertThat(team.rows("reminder where kind = 'feedback.round-ends' and state = 'WAITING'"))
        .isEqualTo(1);
    assertThat(team.rounds.change(MAYA, HERE, spring.id(), 0, FRIDAY, null))
        .isInstanceOf(RoundChanged.ChangedMeanwhile.class);
  }

  @Test
  void a_name_is_used_once_and_has_to_be_one() {
    assertThat(team.rounds.open(ANN, HERE, null, " SPRING ", null, null))
        .isEqualTo(new RoundChanged.Exists(spring));
    assertThat(team.rounds.open(ANN, HERE, null, " ", null, null))
        .isEqualTo(new RoundChanged.NameMissing());
    assertThat(team.rounds.open(ANN, HERE, null, "x".repeat(61), null, null))
        .isEqualTo(new RoundChanged.NameTooLong());
    assertThat(team.rounds.open(ANN, HERE, null, "For patient John Smith", null, null))
        .isInstanceOf(RoundChanged.PatientDetails.class);
    assertThat(team.rounds.open(ANN, HERE, null, "Past", LocalDate.parse("2026-11-01"), null))
        .isEqualTo(new RoundChanged.EndIsPast());
  }

  @Test
  void nobody_from_outside_sees_or_closes_it() {
    assertThat(team.rounds.close(ANN, ELSEWHERE, spring.id())).isEqualTo(new RoundChanged.Gone());
    assertThat(team.rounds.close(STRANGER, HERE, spring.id())).isEqualTo(new RoundChanged.Gone());
    assertThat(team.rounds.find(HERE, STRANGER.id(), spring.id())).isEmpty();
    assertThat(team.rounds.find(HERE, spring.id()).orElseThrow().isClosed()).isFalse();
  }
}
