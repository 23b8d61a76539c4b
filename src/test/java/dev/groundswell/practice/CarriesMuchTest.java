package dev.groundswell.practice;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static dev.groundswell.Team.PRIYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Team;
import dev.groundswell.db.Engine;
import dev.groundswell.db.OnBothDatabases;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.knowledge.Stage;
import dev.groundswell.practice.Assessments.Sheet;
import dev.groundswell.practice.Refusal.Why;
import dev.groundswell.practice.checkin.Load.Other;
import dev.groundswell.practice.readiness.Component;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A practice at work in two initiatives, asked to begin in a third. */
@OnBothDatabases
class CarriesMuchTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);

  private final Team team;
  private final Initiative asthma;
  private final UUID asthmaThere;
  private final UUID eastgate;

  CarriesMuchTest(Engine engine) {
    team = Team.on(engine);
    asthma = team.starts(PRIYA, "Asthma");
    asthmaThere = team.engages(PRIYA, "Eastgate").engagement().id();
    done(team.checkIns.ready(PRIYA, HERE, asthmaThere, ""));
    Initiative quiet = team.starts(PRIYA, "Quiet work");
    team.initiatives.workOn(HERE, PRIYA.id(), quiet.id());
    done(team.checkIns.ready(PRIYA, HERE, team.engages(PRIYA, "Eastgate").engagement().id(), ""));
    for (var each : new dev.groundswell.people.Person[] {MAYA, ANN}) {
      team.members.remove(HERE, PRIYA.id(), quiet.id(), each.id());
    }
    Initiative outreach = team.starts(MAYA, "Diabetes outreach");
    team.initiatives.workOn(HERE, MAYA.id(), outreach.id());
    eastgate = team.engages(MAYA, "Eastgate").engagement().id();
  }

  @AfterEach
  void close() {
    team.close();
  }

  private static <T> T done(Outcome<T> outcome) {
    return outcome.either(
        it -> it,
        refusal -> {
          throw new AssertionError(refusal);
        });
  }

  private static <T> Why refused(Outcome<T> outcome) {
    return outcome.either(
        it -> {
          throw new AssertionError(it);
        },
        Refusal::why);
  }

  @Test
  void initiatives_in_which_one_takes_no_part_are_counted_and_not_named() {
    var load = done(team.checkIns.load(HERE, MAYA.id(), eastgate));

    assertThat(load.names()).containsExactly("Asthma");
    assertThat(load.more()).isEqualTo(1);
    assertThat(load.others()).extracting(Other::lead).containsOnly(PRIYA.id());
    assertThat(done(team.checkIns.load(HERE, PRIYA.id(), eastgate)).names())
        .containsExactly("Asthma", "Quiet work");
  }

  @Test
  void only_who_looks_after_or_leads_another_one_can_let_it_pause_and_then_there_is_room() {
    assertThat(done(team.checkIns.load(HERE, MAYA.id(), eastgate)).others())
        .extracting(Other::engagement)
        .containsOnlyNulls();
    assertThat(done(team.checkIns.load(HERE, PRIYA.id(), eastgate)).others())
        .extracting(Other::engagement)
        .contains(asthmaThere)
        .doesNotContainNull();

    done(team.checkIns.notNow(PRIYA, HERE, asthmaThere, "", null, Set.of()));

    done(team.checkIns.ready(MAYA, HERE, eastgate, ""));
    assertThat(team.rows("practice_override")).isZero();
  }

  @Test
  void an_archived_initiative_asks_nothing_of_a_practice() {
    assertThat(refused(team.checkIns.ready(MAYA, HERE, eastgate, ""))).isEqualTo(Why.OVERLOADED);

    team.pauses.archive(HERE, PRIYA.id(), asthma.id());

    done(team.checkIns.ready(MAYA, HERE, eastgate, ""));
  }

  @Test
  void a_move_to_action_needs_the_same_reason_as_they_are_ready() {
    done(team.checkIns.moved(MAYA, HERE, eastgate, Stage.CONTEMPLATION, ""));
    assertThat(refused(team.checkIns.moved(MAYA, HERE, eastgate, Stage.ACTION, "They began")))
        .isEqualTo(Why.OVERLOADED);
    assertThat(refused(team.checkIns.moved(MAYA, HERE, eastgate, Stage.ACTION, "", ".")))
        .isEqualTo(Why.OVERLOADED);
    assertThat(team.rows("stage_move where to_stage = 'ACTION'")).isZero();

    done(team.checkIns.moved(MAYA, HERE, eastgate, Stage.ACTION, "", "The payer asks for it"));

    assertThat(team.rows("practice_override where what = 'begin' and by_id = 'U0MAYA'"))
        .isEqualTo(1);
    done(team.checkIns.moved(MAYA, HERE, eastgate, Stage.MAINTENANCE, ""));
  }

  @Test
  void a_full_stop_is_no_reason() {
    assertThat(refused(team.checkIns.ready(MAYA, HERE, eastgate, "."))).isEqualTo(Why.OVERLOADED);
    done(team.checkIns.notNow(MAYA, HERE, eastgate, "", null, Set.of()));

    Sheet sheet = new Sheet("Whether to start", Map.of(Component.LEADERSHIP, 3), "", MONDAY, ".");
    assertThat(refused(team.assessments.assess(MAYA, HERE, eastgate, sheet, "form/1")))
        .isEqualTo(Why.HELD);
    assertThat(team.rows("practice_override")).isZero();
  }
}
