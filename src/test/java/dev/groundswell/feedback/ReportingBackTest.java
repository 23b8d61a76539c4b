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
import dev.groundswell.people.Person;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Deciding about an input, and telling who gave it. */
@OnBothDatabases
class ReportingBackTest {
  private final Team team;
  private final Inputs inputs;
  private final Initiative outreach;
  private final Input early;

  ReportingBackTest(Engine engine) {
    team = Team.on(engine);
    inputs = team.inputs;
    outreach = team.starts(MAYA, "Diabetes outreach");
    early = team.records(ANN, Team.from(PRIYA), "The calls come too early");
  }

  @AfterEach
  void close() {
    team.close();
  }

  private Decided decide(Person by, String weighed, String reason) {
    return team.decisions.decide(
        by, HERE, early.id(), new Decision(Outcome.ADOPTED, weighed, reason));
  }

  private Input now() {
    return inputs.find(HERE, early.id()).orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(
      value = Outcome.class,
      names = {"ADOPTED", "PARTLY", "DECLINED"})
  void a_decision_is_kept_with_how_it_was_weighed_and_why(Outcome outcome) {
    Decision decision = new Decision(outcome, "The clinic team, against cost", "It saves a visit");

    Decided decided = team.decisions.decide(ANN, HERE, early.id(), decision);

    assertThat(decided).isEqualTo(new Decided.Done(now()));
    assertThat(now().decision()).isEqualTo(decision);
    assertThat(now().isDecided()).isTrue();
    assertThat(now().decidedAt()).isEqualTo(team.clock.instant());
    assertThat(now().isTold()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "n/a", "N/A", "-", "none"})
  void a_decision_needs_a_reason_and_how_it_was_weighed(String nothing) {
    assertThat(decide(ANN, "The clinic team", nothing)).isEqualTo(new Decided.ReasonMissing());
    assertThat(decide(ANN, nothing, "It saves a visit")).isEqualTo(new Decided.WeighedMissing());
    assertThat(now().isDecided()).isFalse();
  }

  @Test
  void a_decision_can_be_changed() {
    team.decides(ANN, early, Outcome.DECLINED);
    team.decides(ANN, early, Outcome.PARTLY);

    assertThat(now().decision().outcome()).isEqualTo(Outcome.PARTLY);
  }

  @Test
  void only_the_owner_and_the_lead_decide() {
    assertThat(decide(PRIYA, "Me", "I like it")).isEqualTo(new Decided.NotYours(ANN.id()));
    assertThat(now().isDecided()).isFalse();

    assertThat(decide(MAYA, "The board", "It saves a visit")).isInstanceOf(Decided.Done.class);
  }

  @Test
  void what_is_pending_cannot_be_told() {
    assertThat(team.reportBacks.told(ANN, HERE, early.id())).isEqualTo(new Told.NotDecided(early));
    assertThat(now().isTold()).isFalse();
  }

  @Test
  void told_closes_the_loop_and_ends_the_reminder() {
    team.decides(ANN, early, Outcome.ADOPTED);

    Told told = team.reportBacks.told(ANN, HERE, early.id());

    assertThat(told).isEqualTo(new Told.Done(now()));
    assertThat(now().toldAt()).isEqualTo(team.clock.instant());
    assertThat(team.reportBacks.open(HERE, outreach.id(), 10)).isEmpty();
    assertThat(team.rows("reminder where state = 'WAITING'")).isZero();
  }

  @Test
  void telling_twice_changes_nothing() {
    team.decides(ANN, early, Outcome.ADOPTED);
    team.tells(ANN, early);
    Input told = now();
    team.clock.set("2026-11-03T14:00:00Z");

    assertThat(team.reportBacks.told(MAYA, HERE, early.id())).isEqualTo(new Told.Already(told));
    assertThat(now()).isEqualTo(told);
  }

  @Test
  void only_the_owner_and_the_lead_tell() {
    team.decides(ANN, early, Outcome.ADOPTED);

    assertThat(team.reportBacks.told(PRIYA, HERE, early.id()))
        .isEqualTo(new Told.NotYours(ANN.id()));
    assertThat(now().isTold()).isFalse();
    assertThat(team.reportBacks.told(MAYA, HERE, early.id())).isInstanceOf(Told.Done.class);
  }

  @Test
  void in_another_workspace_it_is_not_there() {
    team.decides(ANN, early, Outcome.ADOPTED);
    Decision other = new Decision(Outcome.DECLINED, "Somebody", "Because we can");

    assertThat(team.decisions.decide(ANN, ELSEWHERE, early.id(), other))
        .isEqualTo(new Decided.Gone());
    assertThat(team.reportBacks.told(ANN, ELSEWHERE, early.id())).isEqualTo(new Told.Gone());
    assertThat(now().decision().outcome()).isEqualTo(Outcome.ADOPTED);
    assertThat(now().isTold()).isFalse();
  }

  @Test
  void what_never_was_is_gone() {
    UUID nowhere = team.ids.next();

    assertThat(team.reportBacks.told(ANN, HERE, nowhere)).isEqualTo(new Told.Gone());
    assertThat(
            team.decisions.decide(
                ANN, HERE, nowhere, new Decision(Outcome.ADOPTED, "We all", "It helps")))
        .isEqualTo(new Decided.Gone());
  }
}
