package dev.groundswell.slack.sponsor;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.view.ViewState;
import dev.groundswell.Team;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Role;
import dev.groundswell.people.Person;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Feature.Ending;
import dev.groundswell.slack.Feature.Reply;
import dev.groundswell.slack.Feature.Submission;
import dev.groundswell.slack.Opened;
import dev.groundswell.sponsor.Added;
import dev.groundswell.sponsor.Sponsor;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a form of a sponsor's card leaves behind. */
class CardListenerTest {
  private static final String URL = "https://hooks.slack.com/card";

  private final Team team = Team.assembles();
  private final Initiative outreach = team.starts(MAYA, "Diabetes outreach");
  private final Sponsor tom =
      ((Added.Done) team.sponsors.add(HERE, MAYA.id(), "Tom Becker", "tom@example.org")).sponsor();
  private final CardListener listener =
      new CardListener(
          team.sponsors,
          team.profiles,
          team.blockages,
          team.signs,
          team.initiatives,
          Team.WORDS,
          team.clock);

  @AfterEach
  void close() {
    team.close();
  }

  private Ending addsObjective(Person by, String words, String url) {
    ViewState.Value typed = new ViewState.Value();
    typed.setValue(words);
    ViewState state = new ViewState();
    state.setValues(Map.of(CardForms.WORDS, Map.of(CardForms.WORDS, typed)));
    return Objects.requireNonNull(listener.submissions().get(CardForms.OBJECTIVE_FORM))
        .apply(
            new Submission(
                new Caller(HERE, by.id(), null, "", team.people),
                new Opened(tom.id(), url).metadata(),
                "form/1",
                state));
  }

  @Test
  void the_card_that_a_form_was_opened_from_shows_what_is_so_now() {
    Reply reply =
        ((Ending.Close) addsObjective(MAYA, "Fewer admissions", URL)).reply().orElseThrow();

    assertThat(reply.responseUrl()).isEqualTo(URL);
    assertThat(reply.message().blocks().toString())
        .contains("Noted", "Tom Becker", "Fewer admissions (2026)");
  }

  @Test
  void a_form_without_a_card_says_so_itself() {
    Ending ending = addsObjective(MAYA, "Fewer admissions", "");

    assertThat(((Ending.Show) ending).modal().toString()).contains("Noted").doesNotContain("Tom");
  }

  @Test
  void what_is_refused_leaves_the_card_as_it_is() {
    team.takesPart(ANN, Role.VIEWER, outreach);

    assertThat(addsObjective(MAYA, " ", URL)).isInstanceOf(Ending.Errors.class);
    assertThat(((Ending.Show) addsObjective(ANN, "Fewer admissions", URL)).modal().toString())
        .contains("Only <@" + MAYA.id().value() + "> can do that");
  }
}
