package dev.groundswell.slack.practice;

import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static dev.groundswell.Team.PRIYA;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import dev.groundswell.Team;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.knowledge.TipLibrary;
import dev.groundswell.people.Person;
import dev.groundswell.practice.Card;
import dev.groundswell.practice.KickOffs;
import dev.groundswell.practice.Refusal.Field;
import dev.groundswell.practice.Touch;
import dev.groundswell.practice.Wins;
import dev.groundswell.prompt.PromptFiles;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Feature.Click;
import dev.groundswell.slack.Feature.Ending;
import dev.groundswell.slack.Feature.Reaction;
import dev.groundswell.slack.Feature.Submission;
import dev.groundswell.slack.Opened;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From a reply or a meeting to the kick-off, by the buttons that stand in the answers. */
class CourseListenerTest {
  private static final String URL = "https://hooks.slack.com/x";

  private final Team team = Team.assembles();
  private final CourseListener course =
      new CourseListener(
          team.practices,
          team.checkIns,
          team.rhythms,
          Team.WORDS,
          TipLibrary.load(PromptFiles.packaged()));
  private final WorkListener work =
      new WorkListener(
          team.practices,
          team.checkIns,
          new KickOffs(team.database, team.initiatives, team.ids, team.clock),
          new Wins(team.database, team.initiatives, team.ids, team.clock),
          Team.WORDS);
  private final UUID eastgate = engaged();

  private UUID engaged() {
    team.starts(MAYA, "Diabetes outreach");
    return team.engages(MAYA, "Eastgate").engagement().id();
  }

  @AfterEach
  void close() {
    team.close();
  }

  private Caller maya() {
    return new Caller(HERE, MAYA.id(), null, "", team.people);
  }

  private Click click() {
    return new Click(maya(), eastgate.toString(), "", URL);
  }

  private String noted(Touch.Way way) {
    ViewState.SelectedOption chosen = new ViewState.SelectedOption();
    chosen.setValue(way.name());
    ViewState.Value value = new ViewState.Value();
    value.setSelectedOption(chosen);
    ViewState state = new ViewState();
    state.setValues(Map.of(CourseForms.WAY, Map.of(CourseForms.WAY, value)));
    Ending ending =
        Objects.requireNonNull(course.submissions().get(CourseForms.TOUCH_FORM))
            .apply(
                new Submission(maya(), new Opened(eastgate, URL).metadata(), "form/" + way, state));
    return ending instanceof Ending.Close close
        ? close.reply().orElseThrow().message().blocks().toString()
        : ending.toString();
  }

  private Reaction clicks(Map<String, java.util.function.Function<Click, Reaction>> on, String id) {
    return Objects.requireNonNull(on.get(id)).apply(click());
  }

  private Card card() {
    return team.practices
        .card(HERE, MAYA.id(), eastgate)
        .either(
            it -> it,
            refusal -> {
              throw new AssertionError(refusal);
            });
  }

  @Test
  void a_reply_or_a_meeting_offers_they_are_ready_and_leaves_the_plan_until_somebody_says_so() {
    team.checkIns.notNow(MAYA, HERE, eastgate, "", null, Set.of());

    assertThat(noted(Touch.Way.SPOKE)).doesNotContain("If they want to begin");
    assertThat(noted(Touch.Way.REPLY)).contains("If they want to begin", CourseListener.READY);
    assertThat(noted(Touch.Way.MEETING)).containsOnlyOnce("actionId=" + CourseListener.READY);
    assertThat(card().engagement().course().plan()).isNotNull();
  }

  @Test
  void without_a_plan_the_button_stands_right_below_the_sentence() {
    assertThat(noted(Touch.Way.MEETING)).contains("met with them").contains(CourseListener.READY);

    team.checkIns.leaveAlone(MAYA, HERE, eastgate);
    assertThat(noted(Touch.Way.REPLY)).doesNotContain(CourseListener.READY);
  }

  @Test
  void they_are_ready_ends_the_plan_and_leads_to_the_kick_off() {
    team.checkIns.notNow(MAYA, HERE, eastgate, "", null, Set.of());

    assertThat(clicks(course.clicks(), CourseListener.READY).toString())
        .contains(WorkListener.KICK_OFF);
    assertThat(card().engagement().course().plan()).isNull();
    assertThat(clicks(work.clicks(), WorkListener.KICK_OFF)).isInstanceOf(Reaction.Open.class);

    team.checkIns.leaveAlone(MAYA, HERE, eastgate);
    assertThat(clicks(work.clicks(), WorkListener.KICK_OFF)).isInstanceOf(Reaction.Say.class);
  }

  /** Eastgate is at work in two other initiatives: one that Maya leads, and one she knows not. */
  private void carriesTwo() {
    for (String name : List.of("Asthma", "Quiet work")) {
      Initiative other = team.starts(name.equals("Asthma") ? MAYA : PRIYA, name);
      Person lead = name.equals("Asthma") ? MAYA : PRIYA;
      team.initiatives.workOn(HERE, lead.id(), other.id());
      team.checkIns.ready(lead, HERE, team.engages(lead, "Eastgate").engagement().id(), "");
      if (lead.equals(PRIYA)) {
        team.members.remove(HERE, PRIYA.id(), other.id(), MAYA.id());
      }
    }
  }

  @Test
  void who_leads_another_one_can_let_it_pause_in_the_form_that_asks() {
    carriesTwo();

    View asked = ((Reaction.Open) clicks(course.clicks(), CourseListener.READY)).modal();
    String shown = asked.getBlocks().toString();
    assertThat(shown)
        .contains("Asthma and one more initiative", "<@U0PRIYA>", OverloadView.PAUSE)
        .doesNotContain("Quiet work");

    String other = shown.replaceFirst("(?s).*practice.pause-other.*?value=([0-9a-f-]{36}).*", "$1");
    Reaction pushed =
        Objects.requireNonNull(course.clicks().get(OverloadView.PAUSE))
            .apply(new Click(maya(), other, "b", ""));
    View plan = ((Reaction.Push) pushed).modal();
    Ending paused =
        course
            .submissions()
            .get(CourseForms.PLAN_FORM)
            .apply(Form.with(plan.getPrivateMetadata()).sentBy(maya()));
    assertThat(((Ending.Show) paused).modal().getBlocks().toString())
        .contains("keeps light contact with *Eastgate")
        .doesNotContain(AssessmentListener.ASSESS);
    assertThat(
            work.submissions()
                .get(WorkForms.READY_FORM)
                .apply(Form.with(asked.getPrivateMetadata()).sentBy(maya())))
        .isInstanceOf(Ending.Close.class);
  }

  @Test
  void a_move_to_action_asks_for_the_reason_and_keeps_what_was_chosen() {
    carriesTwo();
    String metadata = new Opened(eastgate, URL).metadata();
    var send = course.submissions().get(CourseForms.STAGE_FORM);

    Form first =
        Form.with(metadata).types(Field.NOTE, "They began").chooses(CourseForms.STAGE, "ACTION");
    View again = ((Ending.Show) send.apply(first.sentBy(maya()))).modal();
    assertThat(again.getBlocks().toString()).contains("They began", "one more initiative");

    assertThat(
            ((Ending.Errors) send.apply(first.types(Field.REASON, ".").sentBy(maya()))).byField())
        .containsKey(Fields.id(Field.REASON));
    assertThat(send.apply(first.types(Field.REASON, "The payer asks").sentBy(maya())))
        .isInstanceOf(Ending.Close.class);
  }
}
