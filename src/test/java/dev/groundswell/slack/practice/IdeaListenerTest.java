package dev.groundswell.slack.practice;

import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static dev.groundswell.Team.WORDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import dev.groundswell.Team;
import dev.groundswell.practice.Ideas;
import dev.groundswell.practice.KickOffs;
import dev.groundswell.practice.Refusal.Field;
import dev.groundswell.practice.Wins;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Feature.Click;
import dev.groundswell.slack.Feature.Ending;
import dev.groundswell.slack.Feature.Reaction;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From an idea for an early win to the next one, by its menu. */
class IdeaListenerTest {
  private final Team team = Team.assembles();
  private final KickOffs kickOffs =
      new KickOffs(team.database, team.initiatives, team.ids, team.clock);
  private final Wins wins = new Wins(team.database, team.initiatives, team.ids, team.clock);
  private final WorkListener work =
      new WorkListener(team.practices, team.checkIns, kickOffs, wins, WORDS);
  private final IdeaListener ideas =
      new IdeaListener(
          team.practices, kickOffs, new Ideas(team.database, team.initiatives), wins, WORDS);
  private final Caller maya = new Caller(HERE, MAYA.id(), null, "", team.people);
  private final UUID eastgate;

  IdeaListenerTest() {
    team.starts(MAYA, "Diabetes outreach");
    eastgate = team.engages(MAYA, "Eastgate").engagement().id();
  }

  @AfterEach
  void close() {
    team.close();
  }

  private Ending saves(Form form) {
    return Objects.requireNonNull(work.submissions().get(WorkForms.KICK_OFF_FORM))
        .apply(form.sentBy(maya));
  }

  private View hasIdea(String text, String ease, String weeks) {
    return ((Ending.Show)
            saves(
                Form.with(eastgate + " ")
                    .types(Field.IDEA, text)
                    .chooses(WorkForms.EASE, ease)
                    .types(Field.WEEKS, weeks)))
        .modal();
  }

  private View chooses(IdeaForms.Choice choice, View list, String idea) {
    Matcher id =
        Pattern.compile(Pattern.quote(idea) + ".*?" + choice + " ([0-9a-f-]{36})")
            .matcher(list.getBlocks().toString());
    assertThat(id.find()).isTrue();
    Reaction reaction =
        Objects.requireNonNull(ideas.clicks().get(IdeaListener.IDEA))
            .apply(
                new Click(
                    maya,
                    choice + " " + id.group(1),
                    "b",
                    "",
                    list.getPrivateMetadata(),
                    new ViewState()));
    return ((Reaction.Update) reaction).modal();
  }

  private View sends(View form, Form filled) {
    return ((Ending.Show)
            Objects.requireNonNull(ideas.submissions().get(form.getCallbackId()))
                .apply(filled.sentBy(maya)))
        .modal();
  }

  @Test
  void an_idea_without_its_ease_and_its_weeks_is_asked_for_both() {
    Ending ending = saves(Form.with(eastgate + " ").types(Field.IDEA, "Calls after four"));

    assertThat(((Ending.Errors) ending).byField())
        .containsOnlyKeys(WorkForms.EASE, Fields.id(Field.WEEKS));
    assertThat(team.rows("early_win_idea")).isZero();
  }

  @Test
  void one_is_picked_works_is_noted_as_a_win_and_the_next_is_proposed() {
    hasIdea("A second phone line", "1", "8");
    View list =
        chooses(IdeaForms.Choice.PICK, hasIdea("Calls after four", "3", "2"), "Calls after four");
    assertThat(list.getBlocks().toString()).contains(":point_right: *Calls after four*");

    View form = chooses(IdeaForms.Choice.WORKED, list, "Calls after four");
    assertThat(form.getBlocks().toString()).contains("initialValue=Calls after four");
    View after =
        sends(
            form,
            Form.with(form.getPrivateMetadata())
                .types(Field.TITLE, "Calls after four")
                .types(Field.NOTE, "More families are reached"));

    assertThat(after.getBlocks().toString())
        .contains(
            "Wins so far: 1",
            "the moment to bring in a sponsor",
            "The next one could be *A second phone line*");
    assertThat(team.rows("practice_win")).isEqualTo(1);
  }

  @Test
  void what_did_not_work_leaves_what_was_learned() {
    View form =
        chooses(
            IdeaForms.Choice.LEARNED, hasIdea("Calls after four", "3", "2"), "Calls after four");

    View after =
        sends(
            form,
            Form.with(form.getPrivateMetadata()).types(Field.NOTE, "Nobody is there after four"));

    assertThat(after.getBlocks().toString())
        .contains("Learned: Nobody is there after four", "Ask the team what they would like");
    assertThat(chooses(IdeaForms.Choice.REMOVE, after, "Calls after four").getBlocks().toString())
        .contains("No ideas for an early win yet");
  }
}
