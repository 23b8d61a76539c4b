package dev.groundswell.people;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.ELSEWHERE;
import static dev.groundswell.Team.HERE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Team;
import dev.groundswell.db.Engine;
import dev.groundswell.db.OnBothDatabases;
import dev.groundswell.kernel.UserId;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class PeopleTest {
  private static final Person ANN_ABROAD =
      new Person(ANN.id(), "Ann Lee", ZoneId.of("Asia/Tokyo"), false);

  private final Team team;
  private final People people;

  PeopleTest(Engine engine) {
    team = Team.on(engine);
    people = team.people;
  }

  @AfterEach
  void close() {
    team.close();
  }

  @Test
  void somebody_is_asked_about_once_a_day() {
    assertThat(people.get(HERE, ANN.id())).isEqualTo(ANN);
    team.clock.advance(Duration.ofHours(23));
    team.directory.nowKnows(ANN_ABROAD);
    assertThat(people.get(HERE, ANN.id())).isEqualTo(ANN);

    team.clock.advance(Duration.ofHours(1));

    assertThat(people.get(HERE, ANN.id())).isEqualTo(ANN_ABROAD);
    assertThat(team.directory.asked()).containsExactly(ANN.id(), ANN.id());
  }

  @Test
  void what_slack_says_of_its_own_accord_is_known_at_once() {
    people.get(HERE, ANN.id());

    people.changed(HERE, ANN_ABROAD);

    assertThat(people.get(HERE, ANN.id())).isEqualTo(ANN_ABROAD);
    assertThat(team.directory.asked()).hasSize(1);
  }

  @Test
  void while_slack_is_silent_the_last_answer_holds() {
    people.get(HERE, ANN.id());
    team.clock.advance(Duration.ofDays(9));
    team.directory.fallsSilent();

    assertThat(people.get(HERE, ANN.id())).isEqualTo(ANN);
  }

  @Test
  void a_stranger_is_called_by_their_id_and_is_asked_about_again() {
    UserId stranger = new UserId("U0NOBODY");

    assertThat(people.get(HERE, stranger))
        .isEqualTo(new Person(stranger, "U0NOBODY", ZoneOffset.UTC, true));

    Person known = new Person(stranger, "Sam", ZoneOffset.UTC, true);
    team.directory.nowKnows(known);
    assertThat(people.get(HERE, stranger)).isEqualTo(known);
  }

  @Test
  void each_workspace_has_its_own_people() {
    people.changed(HERE, ANN_ABROAD);

    assertThat(people.get(ELSEWHERE, ANN.id())).isEqualTo(ANN);
    assertThat(people.get(HERE, ANN.id())).isEqualTo(ANN_ABROAD);
  }
}
