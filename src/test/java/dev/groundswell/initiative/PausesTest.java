package dev.groundswell.initiative;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.ELSEWHERE;
import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static dev.groundswell.Team.PRIYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Team;
import dev.groundswell.db.Engine;
import dev.groundswell.db.OnBothDatabases;
import dev.groundswell.feedback.Input;
import dev.groundswell.initiative.Flaw.Field;
import dev.groundswell.initiative.Flaw.Why;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** It is Monday, 2 November; what Ann logs is due on Monday, 16 November, nine in New York. */
@OnBothDatabases
class PausesTest {
  private static final String WHEN_IT_IS_DUE = "2026-11-16T14:00:00Z";

  private final Team team;
  private final Pauses pauses;
  private final Initiative outreach;

  PausesTest(Engine engine) {
    team = Team.on(engine);
    pauses = team.pauses;
    outreach = team.starts(MAYA, "Diabetes outreach");
  }

  @AfterEach
  void close() {
    team.close();
  }

  private Changed pause(String until) {
    return pauses.pause(HERE, MAYA.id(), outreach.id(), LocalDate.parse(until));
  }

  private int firedAt(String moment) {
    team.clock.set(moment);
    return team.reminders.fireDue();
  }

  @Test
  void what_is_due_in_a_pause_comes_when_it_is_over() {
    team.records(ANN, Team.from(PRIYA), "The calls come too early");

    assertThat(pause("2026-11-30")).isInstanceOf(Changed.Done.class);

    assertThat(firedAt(WHEN_IT_IS_DUE)).isZero();
    assertThat(firedAt("2026-11-29T23:00:00Z")).isZero();
    firedAt("2026-11-30T14:00:00Z");
    assertThat(team.rows("outbox")).isEqualTo(1);
  }

  @Test
  void whoever_goes_on_sooner_gets_it_then() {
    team.records(ANN, Team.from(PRIYA), "The calls come too early");
    pause("2026-11-30");
    firedAt(WHEN_IT_IS_DUE);

    assertThat(pauses.resume(HERE, MAYA.id(), outreach.id())).isInstanceOf(Changed.Done.class);

    firedAt("2026-11-17T14:30:00Z");
    assertThat(team.rows("outbox")).isEqualTo(1);
  }

  @Test
  void a_pause_ends_on_a_day_ahead_and_not_in_years() {
    for (String day : List.of("2026-11-01", "2026-11-02", "1970-01-01")) {
      assertThat(pause(day)).isEqualTo(unfit(Why.PAST));
    }
    assertThat(pause("2029-01-01")).isEqualTo(unfit(Why.TOO_FAR));
    assertThat(pause("2026-11-03")).isInstanceOf(Changed.Done.class);
  }

  private static Changed unfit(Why why) {
    return new Changed.Unfit(List.of(new Flaw(Field.UNTIL, why, "")));
  }

  @Test
  void at_rest_nothing_comes_and_nothing_is_changed_and_it_can_be_brought_back() {
    Input input = team.records(ANN, Team.from(PRIYA), "The calls come too early");

    assertThat(pauses.archive(HERE, MAYA.id(), outreach.id())).isInstanceOf(Changed.Done.class);

    assertThat(firedAt(WHEN_IT_IS_DUE)).isZero();
    assertThat(team.initiatives.current(HERE, ANN.id())).isEmpty();
    assertThat(team.initiatives.of(HERE, ANN.id())).isEmpty();
    Standing lead = team.initiatives.standing(HERE, MAYA.id(), outreach.id());
    assertThat(lead.may(Deed.SEE)).isTrue();
    assertThat(lead.may(Deed.DECIDE, MAYA.id())).isFalse();
    assertThat(team.initiatives.silence(HERE, outreach.id(), ANN.id())).contains(Silence.ARCHIVED);
    assertThat(team.reportBacks.openFor(HERE, ANN.id(), 10)).isEmpty();

    assertThat(pauses.bringBack(HERE, MAYA.id(), outreach.id())).isInstanceOf(Changed.Done.class);
    assertThat(firedAt("2026-11-17T14:00:00Z")).isEqualTo(1);
    assertThat(team.initiatives.silence(HERE, outreach.id(), ANN.id())).isEmpty();
    assertThat(team.reportBacks.openFor(HERE, ANN.id(), 10)).containsExactly(input);
  }

  @Test
  void only_the_lead_pauses_and_archives() {
    LocalDate later = LocalDate.parse("2026-11-30");

    assertThat(pauses.pause(HERE, ANN.id(), outreach.id(), later))
        .isEqualTo(new Changed.NotAllowed(outreach));
    assertThat(pauses.archive(HERE, ANN.id(), outreach.id()))
        .isEqualTo(new Changed.NotAllowed(outreach));
    assertThat(pauses.archive(ELSEWHERE, MAYA.id(), outreach.id())).isEqualTo(new Changed.Gone());
    assertThat(team.initiatives.find(HERE, outreach.id())).contains(outreach);
  }

  @Test
  void nobody_else_is_moved() {
    team.starts(ANN, "Asthma at school");
    team.records(ANN, Team.from(PRIYA), "Too far away");
    pauses.archive(HERE, MAYA.id(), outreach.id());

    assertThat(firedAt(WHEN_IT_IS_DUE)).isEqualTo(1);
  }

  @Test
  void holidays_and_working_days_of_the_initiative_are_kept() {
    team.records(ANN, Team.from(PRIYA), "The calls come too early");
    Charter wish =
        new Charter(
            outreach.name(),
            "",
            null,
            "New York",
            Initiative.MONDAY_TO_FRIDAY,
            "16 Nov 2026, 17 Nov 2026");
    Charters charters = new Charters(team.database, (workspace, channel) -> Channels.State.OPEN);
    assertThat(charters.change(HERE, MAYA.id(), outreach.id(), wish))
        .isInstanceOf(Changed.Done.class);

    firedAt(WHEN_IT_IS_DUE);
    firedAt("2026-11-17T20:00:00Z");
    assertThat(team.rows("outbox")).isZero();
    firedAt("2026-11-18T14:00:00Z");
    assertThat(team.rows("outbox")).isEqualTo(1);
  }
}
