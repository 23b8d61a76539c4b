package dev.groundswell.slack.practice;

import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.view.ViewState;
import dev.groundswell.Team;
import dev.groundswell.knowledge.TipLibrary;
import dev.groundswell.practice.Card;
import dev.groundswell.practice.KickOffs;
import dev.groundswell.practice.Touch;
import dev.groundswell.practice.Wins;
import dev.groundswell.prompt.PromptFiles;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Feature.Click;
import dev.groundswell.slack.Feature.Ending;
import dev.groundswell.slack.Feature.Reaction;
import dev.groundswell.slack.Feature.Submission;
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
}
