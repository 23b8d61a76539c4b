package dev.groundswell.initiative;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.ELSEWHERE;
import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Team;
import dev.groundswell.db.Engine;
import dev.groundswell.db.OnBothDatabases;
import dev.groundswell.initiative.Created.BadName;
import dev.groundswell.initiative.Created.Exists;
import dev.groundswell.initiative.Created.Started;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnBothDatabases
class InitiativesTest {
  private final Team team;
  private final Initiatives initiatives;

  InitiativesTest(Engine engine) {
    team = Team.on(engine);
    initiatives = team.initiatives;
  }

  @AfterEach
  void close() {
    team.close();
  }

  @Test
  void an_initiative_has_a_name_a_lead_and_the_zone_of_who_started_it() {
    Created created = initiatives.create(HERE, "  Diabetes \n outreach ", ANN.id(), MAYA);

    assertThat(created).isInstanceOf(Started.class);
    Initiative initiative = ((Started) created).initiative();
    assertThat(initiative.name()).isEqualTo("Diabetes outreach");
    assertThat(initiative.lead()).isEqualTo(ANN.id());
    assertThat(initiative.zone()).isEqualTo(MAYA.zone());
    assertThat(initiatives.of(HERE, MAYA.id())).containsExactly(initiative);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Diabetes outreach", "DIABETES OUTREACH", " diabetes  outreach "})
  void a_namesake_is_not_started_again(String name) {
    Initiative first = team.starts(MAYA, "Diabetes outreach");

    assertThat(initiatives.create(HERE, name, ANN.id(), ANN)).isEqualTo(new Exists(first));
    assertThat(initiatives.of(HERE, MAYA.id())).containsExactly(first);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t"})
  void a_blank_name_is_refused(String name) {
    assertThat(initiatives.create(HERE, name, MAYA.id(), MAYA))
        .isEqualTo(new BadName(Created.Why.BLANK));
    assertThat(initiatives.of(HERE, MAYA.id())).isEmpty();
  }

  @Test
  void a_name_has_sixty_characters_at_most() {
    assertThat(initiatives.create(HERE, "x".repeat(61), MAYA.id(), MAYA))
        .isEqualTo(new BadName(Created.Why.TOO_LONG));
    assertThat(initiatives.create(HERE, " " + "x".repeat(60) + " ", MAYA.id(), MAYA))
        .isInstanceOf(Started.class);
  }

  @Test
  void there_is_none_at_first() {
    assertThat(initiatives.current(HERE, MAYA.id())).isEmpty();
    assertThat(initiatives.of(HERE, MAYA.id())).isEmpty();
  }

  @Test
  void who_starts_one_works_on_it_and_the_others_on_the_newest_until_they_choose() {
    Initiative first = team.starts(MAYA, "Diabetes outreach");
    team.clock.advance(Duration.ofMinutes(1));
    Initiative second = team.starts(ANN, "Asthma at school");

    assertThat(initiatives.current(HERE, MAYA.id())).contains(first);
    assertThat(initiatives.current(HERE, ANN.id())).contains(second);
    assertThat(initiatives.current(HERE, Team.PRIYA.id())).contains(second);
  }

  @Test
  void a_person_can_switch_and_nobody_else_is_moved() {
    Initiative first = team.starts(MAYA, "Diabetes outreach");
    Initiative second = team.starts(ANN, "Asthma at school");

    assertThat(initiatives.workOn(HERE, MAYA.id(), second.id())).contains(second);

    assertThat(initiatives.current(HERE, MAYA.id())).contains(second);
    assertThat(initiatives.workOn(HERE, MAYA.id(), first.id())).contains(first);
    assertThat(initiatives.current(HERE, MAYA.id())).contains(first);
    assertThat(initiatives.current(HERE, ANN.id())).contains(second);
  }

  @Test
  void the_choice_of_somebody_whom_slack_never_told_about_is_kept_too() {
    Initiative first = team.starts(MAYA, "Diabetes outreach");
    team.clock.advance(Duration.ofMinutes(1));
    team.starts(MAYA, "Asthma at school");
    team.directory.fallsSilent();

    initiatives.workOn(HERE, ANN.id(), first.id());

    assertThat(initiatives.current(HERE, ANN.id())).contains(first);
    team.directory.answersAgain();
    assertThat(team.people.get(HERE, ANN.id())).isEqualTo(ANN);
    assertThat(initiatives.current(HERE, ANN.id())).contains(first);
  }

  @Test
  void another_workspace_sees_and_moves_nothing() {
    Initiative ours = team.starts(MAYA, "Diabetes outreach");

    assertThat(initiatives.of(ELSEWHERE, MAYA.id())).isEmpty();
    assertThat(initiatives.current(ELSEWHERE, MAYA.id())).isEmpty();
    assertThat(initiatives.workOn(ELSEWHERE, MAYA.id(), ours.id())).isEmpty();
    assertThat(
            team.database.<Boolean>inTransaction(
                tx -> initiatives.find(tx, ELSEWHERE, ours.id()).isPresent()))
        .isFalse();
    assertThat(initiatives.create(ELSEWHERE, ours.name(), MAYA.id(), MAYA))
        .isInstanceOf(Started.class);
    assertThat(initiatives.current(HERE, MAYA.id())).contains(ours);
  }
}
