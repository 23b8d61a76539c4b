package dev.groundswell.slack.practice;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Team;
import dev.groundswell.advice.Advice;
import dev.groundswell.db.Engine;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Role;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.knowledge.AudienceWords;
import dev.groundswell.knowledge.Stage;
import dev.groundswell.knowledge.TipLibrary;
import dev.groundswell.practice.Assessments.Sheet;
import dev.groundswell.practice.Outcome;
import dev.groundswell.practice.readiness.Component;
import dev.groundswell.prompt.PromptFiles;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Shown;
import dev.groundswell.slack.Verb;
import dev.groundswell.slack.advice.AdviceListener;
import dev.groundswell.slack.advice.AdviceView;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tips for an audience in a practice that is on record. */
class PracticeWhereaboutsTest {
  private static final TipLibrary LIBRARY = TipLibrary.load(PromptFiles.packaged());

  private final Team team = Team.on(Engine.H2);
  private final Initiative outreach = team.starts(MAYA, "Diabetes outreach");
  private final UUID eastgate = team.engages(MAYA, "Eastgate Family Practice").engagement().id();
  private final AdviceListener advice =
      new AdviceListener(
          new Advice(
              LIBRARY,
              question -> {
                throw new AssertionError("nobody asked in their own words");
              },
              team.database,
              team.clock),
          LIBRARY,
          new AudienceWords(LIBRARY),
          new AdviceView(Team.WORDS, LIBRARY),
          Team.WORDS,
          new PracticeWhereabouts(team.practices, Team.WORDS, LIBRARY));

  @AfterEach
  void close() {
    team.close();
  }

  private String tips(WorkspaceId workspace, UserId by, String typed) {
    Caller caller = new Caller(workspace, by, null, "", team.people);
    Verb.Answer answer =
        advice.verbs().get(0).answer(new Verb.Asked(caller, typed, "command/" + typed));
    assertThat(answer).isInstanceOf(Verb.Answer.Say.class);
    var message = ((Verb.Answer.Say) answer).message();
    Shown.fits(message);
    return message.blocks().toString();
  }

  private String tips(String typed) {
    return tips(HERE, MAYA.id(), typed);
  }

  private void assesses() {
    Map<Component, Integer> low =
        Map.of(
            Component.MOTIVATION, 1,
            Component.RECEPTIVITY_TO_FACILITATOR, 1,
            Component.LEADERSHIP, 1,
            Component.FINANCES, 1,
            Component.STRESS, 1);
    Sheet sheet = new Sheet("Whether to start", low, "", LocalDate.of(2026, 11, 2), "");
    assertThat(team.assessments.assess(MAYA, HERE, eastgate, sheet, "form/1"))
        .isInstanceOf(Outcome.Done.class);
  }

  private void moves(Stage stage) {
    assertThat(team.checkIns.moved(MAYA, HERE, eastgate, stage, ""))
        .isInstanceOf(Outcome.Done.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "clinicians, Eastgate Family Practice",
        "clinicians @eastgate family practice",
        "docs, “Eastgate Family Practice”",
      })
  void its_recorded_stage_and_readiness_count(String typed) {
    assesses();
    moves(Stage.CONTEMPLATION);

    assertThat(tips(typed))
        .contains("Tips", "clinicians", "Eastgate Family Practice* is in")
        .contains(LIBRARY.wording(Stage.CONTEMPLATION).label(), "Monday 2 November", "Do not push")
        .doesNotContain("did not understand");
  }

  @Test
  void a_stage_that_was_typed_goes_before_the_recorded_one() {
    moves(Stage.CONTEMPLATION);

    String typed = tips("clinicians at action, Eastgate Family Practice");

    assertThat(typed).contains("is in " + LIBRARY.wording(Stage.CONTEMPLATION).label());
    assertThat(typed).contains("|action|");
  }

  @Test
  void no_rating_or_an_old_one_is_said_so() {
    assertThat(tips("clinicians, Eastgate Family Practice")).contains("not assessed yet");

    assesses();
    assertThat(tips("clinicians, Eastgate Family Practice")).doesNotContain("take this with care");
    team.clock.set("2027-03-01T15:00:00Z");

    assertThat(tips("clinicians, Eastgate Family Practice")).contains("take this with care");
  }

  @Test
  void who_may_not_see_it_learns_nothing_not_even_that_it_is_known() {
    assesses();
    team.takesPart(ANN, Role.VIEWER, outreach);

    String unknown = tips("clinicians, Westgate Family Practice").replace("Westgate", "Eastgate");
    assertThat(tips(HERE, ANN.id(), "clinicians, Eastgate Family Practice")).isEqualTo(unknown);
    assertThat(tips(HERE, new UserId("U0STRANGER"), "clinicians, Eastgate Family Practice"))
        .isEqualTo(unknown);
    assertThat(tips(Team.ELSEWHERE, MAYA.id(), "clinicians, Eastgate Family Practice"))
        .isEqualTo(unknown);
  }
}
