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
import dev.groundswell.kernel.UserId;
import dev.groundswell.knowledge.Stage;
import dev.groundswell.people.Person;
import dev.groundswell.practice.Assessments.Sheet;
import dev.groundswell.practice.History.Line;
import dev.groundswell.practice.History.What;
import dev.groundswell.practice.readiness.Component;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was noted of a practice is found again, by those who may see it. */
@OnBothDatabases
class HistoryTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);
  private static final Person BEN = new Person(new UserId("U0BEN"), "Ben", Team.NEW_YORK, true);

  private final Team team;
  private final UUID eastgate;

  HistoryTest(Engine engine) {
    team = Team.on(engine);
    team.starts(MAYA, "Diabetes outreach");
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

  private void touched(Person by, UUID engagement, LocalDate on, String note) {
    done(
        team.checkIns.touched(
            by, HERE, engagement, Touch.Way.SPOKE, on, null, note, "form/" + on + note));
  }

  @Test
  void notes_decisions_reasons_and_moves_are_found_the_newest_first() {
    touched(MAYA, eastgate, MONDAY.minusDays(9), "They have a new phone line");
    done(team.checkIns.notNow(MAYA, HERE, eastgate, "", null, Set.of()));
    Sheet sheet =
        new Sheet(
            "Whether to start",
            Map.of(Component.LEADERSHIP, 3),
            "The doctor asked twice",
            MONDAY.minusDays(1),
            "They asked for it");
    UUID assessment =
        done(team.assessments.assess(MAYA, HERE, eastgate, sheet, "form/1"))
            .trajectory()
            .latest()
            .orElseThrow()
            .id();
    done(team.assessments.used(MAYA, HERE, assessment, "We start in March", true));
    done(team.checkIns.moved(MAYA, HERE, eastgate, Stage.CONTEMPLATION, "They read up on it"));

    History history = done(team.practices.history(HERE, ANN.id(), eastgate, 0));

    assertThat(history.lines())
        .contains(
            new Line(
                MONDAY.minusDays(1),
                MAYA.id(),
                new What.Assessed("Whether to start", "", "We start in March"),
                "The doctor asked twice"),
            new Line(
                MONDAY, MAYA.id(), new What.WentOn(History.Despite.ASSESS), "They asked for it"),
            new Line(
                MONDAY,
                MAYA.id(),
                new What.Moved(Stage.PRECONTEMPLATION, Stage.CONTEMPLATION),
                "They read up on it"))
        .hasSize(4);
    assertThat(history.lines().get(3))
        .isEqualTo(
            new Line(
                MONDAY.minusDays(9),
                MAYA.id(),
                new What.InTouch(Touch.Way.SPOKE, ""),
                "They have a new phone line"));
  }

  @Test
  void fifteen_stand_on_a_page() {
    for (int i = 0; i < 16; i++) {
      touched(MAYA, eastgate, MONDAY.minusDays(i), "Call " + i);
    }

    History first = done(team.practices.history(HERE, MAYA.id(), eastgate, 0));
    History second = done(team.practices.history(HERE, MAYA.id(), eastgate, 1));

    assertThat(first.lines()).hasSize(15).first().extracting(Line::note).isEqualTo("Call 0");
    assertThat(first.hasMore()).isTrue();
    assertThat(second.lines()).extracting(Line::note).containsExactly("Call 15");
    assertThat(second.hasMore()).isFalse();
  }

  @Test
  void what_was_written_in_another_initiative_stays_there() {
    Initiative other = team.starts(PRIYA, "Asthma");
    team.members.remove(HERE, PRIYA.id(), other.id(), MAYA.id());
    team.takesPart(BEN, dev.groundswell.initiative.Role.FACILITATOR, other);
    team.initiatives.workOn(HERE, BEN.id(), other.id());
    UUID there = team.engages(BEN, "Eastgate").engagement().id();
    touched(BEN, there, MONDAY, "They trust us alone");
    Sheet sheet =
        new Sheet("Whether to go", Map.of(Component.LEADERSHIP, 3), "Quiet words", MONDAY, "");
    done(team.assessments.assess(BEN, HERE, there, sheet, "form/2"));

    assertThat(done(team.practices.history(HERE, MAYA.id(), eastgate, 0)).lines())
        .containsExactly(new Line(MONDAY, BEN.id(), new What.InTouch(Touch.Way.SPOKE, ""), ""));
    assertThat(team.practices.history(HERE, MAYA.id(), there, 0).either(it -> null, Refusal::why))
        .isEqualTo(Refusal.Why.NOT_MEMBER);
  }
}
