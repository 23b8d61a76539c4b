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
import dev.groundswell.feedback.Inputs.FirstInput;
import dev.groundswell.feedback.Recorded.Kept;
import dev.groundswell.feedback.Recorded.NoInitiative;
import dev.groundswell.initiative.Created;
import dev.groundswell.initiative.Created.Exists;
import dev.groundswell.initiative.Created.Started;
import dev.groundswell.privacy.Somebody;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was typed before there was an initiative is not typed twice. */
@OnBothDatabases
class DraftTest {
  private static final String EARLY = "The reminder calls come too early";

  private final Team team;
  private final Inputs inputs;

  DraftTest(Engine engine) {
    team = Team.on(engine);
    inputs = team.inputs;
  }

  @AfterEach
  void close() {
    team.close();
  }

  private UUID annsDraft() {
    Recorded recorded = inputs.record(ANN, HERE, Team.from(PRIYA), EARLY, "command/1");
    assertThat(recorded).isInstanceOf(NoInitiative.class);
    return ((NoInitiative) recorded).draft();
  }

  @Test
  void it_waits_until_an_initiative_is_started_with_it() {
    UUID draft = annsDraft();
    assertThat(team.rows("input")).isZero();

    FirstInput first = inputs.recordDraft(ANN, HERE, draft, "Diabetes outreach");

    assertThat(first.initiative()).isInstanceOf(Started.class);
    Input input = ((Kept) first.recorded().orElseThrow()).input();
    assertThat(input.words()).isEqualTo(EARLY);
    assertThat(input.contributor()).isEqualTo(Team.from(PRIYA));
    assertThat(input.initiative()).isEqualTo(((Started) first.initiative()).initiative().id());
    assertThat(team.rows("reminder")).isEqualTo(1);
    assertThat(team.rows("draft")).isZero();
  }

  @Test
  void somebody_without_an_account_is_remembered_by_name() {
    Recorded recorded = inputs.record(ANN, HERE, Team.from("Ben"), EARLY, "command/1");

    FirstInput first =
        inputs.recordDraft(ANN, HERE, ((NoInitiative) recorded).draft(), "Diabetes outreach");

    assertThat(((Kept) first.recorded().orElseThrow()).input().contributor())
        .isEqualTo(Team.from("Ben"));
  }

  @Test
  void it_is_recorded_once_only() {
    UUID draft = annsDraft();
    inputs.recordDraft(ANN, HERE, draft, "Diabetes outreach");

    FirstInput again = inputs.recordDraft(ANN, HERE, draft, "Diabetes outreach");

    assertThat(again.initiative()).isInstanceOf(Exists.class);
    assertThat(again.recorded()).isEmpty();
    assertThat(team.rows("input")).isEqualTo(1);
  }

  @Test
  void an_initiative_that_others_started_in_the_meantime_will_do() {
    UUID draft = annsDraft();
    team.starts(MAYA, "Diabetes outreach");

    FirstInput first = inputs.recordDraft(ANN, HERE, draft, "diabetes outreach");

    assertThat(first.initiative()).isInstanceOf(Exists.class);
    assertThat(first.recorded()).isPresent();
  }

  @Test
  void a_bad_name_leaves_it_waiting() {
    UUID draft = annsDraft();

    FirstInput refused = inputs.recordDraft(ANN, HERE, draft, " ");

    assertThat(refused.initiative()).isEqualTo(new Created.BadName(Created.Why.BLANK));
    assertThat(refused.recorded()).isEmpty();
    assertThat(inputs.recordDraft(ANN, HERE, draft, "Diabetes outreach").recorded()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"expiry", "withdrawal", "erasure"})
  void with_a_draft_goes_the_key_of_the_address_in_it(String end) {
    NewInput mailed =
        new NewInput(
            Team.from("Ben"),
            EARLY,
            Contributor.Reach.MAIL,
            "ben@example.org",
            null,
            "",
            null,
            null,
            null,
            false);
    assertThat(inputs.record(ANN, HERE, null, mailed, "command/1"))
        .isInstanceOf(NoInitiative.class);
    assertThat(team.rows("row_key")).isEqualTo(1);

    switch (end) {
      case "expiry" -> {
        team.clock.set("2026-12-10T14:00:00Z");
        inputs.forgetOldDrafts();
      }
      case "withdrawal" -> {
        team.starts(MAYA, "Diabetes outreach");
        Input same = team.records(ANN, Team.from(PRIYA), EARLY);
        team.changes.withdraw(ANN, HERE, same.id());
      }
      default ->
          team.database.transact(
              tx ->
                  new FeedbackHoldings(team.vault, team.reminders)
                      .erase(tx, HERE, new Somebody.Named("Ben")));
    }

    assertThat(team.rows("draft")).isZero();
    assertThat(team.rows("row_key")).isZero();
  }

  @Test
  void nobody_else_can_take_it() {
    UUID draft = annsDraft();

    assertThat(inputs.recordDraft(PRIYA, HERE, draft, "Diabetes outreach").recorded()).isEmpty();
    assertThat(inputs.recordDraft(ANN, ELSEWHERE, draft, "Diabetes outreach").recorded()).isEmpty();

    assertThat(team.rows("draft")).isEqualTo(1);
    assertThat(team.rows("input")).isZero();
  }
}
