package dev.groundswell;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.db.Engine;
import dev.groundswell.db.OnBothDatabases;
import dev.groundswell.feedback.Input;
import dev.groundswell.feedback.RoundChanged;
import dev.groundswell.kernel.OneLine;
import dev.groundswell.pledge.Pledge;
import dev.groundswell.pledge.Promised;
import dev.groundswell.pledge.Said;
import dev.groundswell.sponsor.Sponsor;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is pasted brings its line breaks along; a name leaves them behind, a text keeps them. */
@OnBothDatabases
class NamesInOneLineTest {
  private final Team team;

  NamesInOneLineTest(Engine engine) {
    team = Team.on(engine);
  }

  @AfterEach
  void close() {
    team.close();
  }

  @Test
  void every_kind_of_name_is_one_line() {
    assertThat(team.starts(MAYA, " Diabetes\r\noutreach ").name()).isEqualTo("Diabetes outreach");

    Input input = team.records(ANN, Team.from("Parents'\n  group"), "Too early.\n\nAnd too long.");
    assertThat(input.contributor().name()).isEqualTo("Parents' group");
    assertThat(input.words()).as("a text keeps its lines").isEqualTo("Too early.\n\nAnd too long.");

    assertThat(team.engages(ANN, "Eastgate\n\tFamily").practice().name())
        .isEqualTo("Eastgate Family");

    RoundChanged round = team.rounds.open(ANN, HERE, null, "Spring\u2028survey", null, null);
    assertThat(((RoundChanged.Opened) round).round().name()).isEqualTo("Spring survey");

    Promised promised =
        team.pledges.promise(
            ANN,
            HERE,
            null,
            new Said(Optional.empty(), "Dr\nLee", "", "free two\nnurses", "friday"),
            "key");
    Pledge pledge = ((Promised.Noted) promised).pledge();
    assertThat(pledge.who().name()).isEqualTo("Dr Lee");
    assertThat(pledge.words()).isEqualTo("free two nurses");

    team.sponsors.add(HERE, MAYA.id(), "Tom\n Becker", "tom@example.org");
    assertThat(team.sponsors.of(HERE, input.initiative()))
        .extracting(Sponsor::name)
        .containsExactly("Tom Becker");
  }

  @Test
  void the_same_name_with_another_blank_is_the_same_contributor() {
    team.starts(MAYA, "Diabetes outreach");
    Input one = team.records(ANN, Team.from("Parents' group"), "Too early");
    Input two = team.records(ANN, Team.from("Parents'\u00a0\ngroup"), "Too long");
    assertThat(two.contributorId()).isEqualTo(one.contributorId());
  }

  @Test
  void nothing_but_blanks_is_nothing() {
    assertThat(OneLine.of(" \n\t\u00a0 ")).isEmpty();
  }
}
