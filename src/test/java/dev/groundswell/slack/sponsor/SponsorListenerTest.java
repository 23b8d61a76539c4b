package dev.groundswell.slack.sponsor;

import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static dev.groundswell.Team.WORDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Team;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Verb;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SponsorListenerTest {
  private final Team team = Team.assembles();
  private final SponsorListener listener =
      new SponsorListener(
          team.sponsors,
          team.profiles,
          team.initiatives,
          new SponsorView(WORDS),
          new CardView(WORDS),
          team.clock);

  @BeforeEach
  void tom_is_listed() {
    team.starts(MAYA, "Diabetes outreach");
    team.sponsors.add(HERE, MAYA.id(), "Tom Becker", "tom@example.org");
  }

  @AfterEach
  void close() {
    team.close();
  }

  private String answer(String typed) {
    Caller caller = new Caller(HERE, MAYA.id(), null, "", team.people);
    Verb.Answer answer = listener.verbs().get(0).answer(new Verb.Asked(caller, typed, "command/1"));
    return ((Verb.Answer.Say) answer).message().toString();
  }

  @Test
  void the_name_of_somebody_who_is_listed_shows_their_card() {
    assertThat(answer("tom")).contains("tom@example.org", "Ask for help");
    assertThat(answer("Tom  Becker")).contains("tom@example.org", "Ask for help");
  }

  @Test
  void a_name_that_is_not_listed_or_is_that_of_two_is_asked_for_an_address() {
    assertThat(answer("To")).doesNotContain("tom@example.org");
    team.sponsors.add(HERE, MAYA.id(), "Tom Ames", "ames@example.org");
    assertThat(answer("Tom")).doesNotContain("tom@example.org");
  }
}
