package dev.groundswell.slack.feedback;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static dev.groundswell.Team.PRIYA;
import static dev.groundswell.Team.WORDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.view.ViewState;
import com.slack.api.util.json.GsonFactory;
import dev.groundswell.Team;
import dev.groundswell.db.Engine;
import dev.groundswell.db.OnBothDatabases;
import dev.groundswell.feedback.Decision.Outcome;
import dev.groundswell.feedback.Deliveries;
import dev.groundswell.feedback.Input;
import dev.groundswell.feedback.Letters;
import dev.groundswell.feedback.ReportBack.Answer;
import dev.groundswell.feedback.ReportBack.How;
import dev.groundswell.feedback.ReportBacks;
import dev.groundswell.feedback.Telling;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.outbox.OutboxState;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.people.Person;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Feature;
import dev.groundswell.slack.Feature.Click;
import dev.groundswell.slack.Feature.Ending;
import dev.groundswell.slack.Feature.Reaction;
import dev.groundswell.slack.Feature.Submission;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.Shown;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A message whose matter was settled elsewhere says so at the next click, and loses its buttons.
 */
@OnBothDatabases
class OldButtonsTest {
  private static final String URL = "https://hooks.example/1";

  private final Team team;
  private final AnswerListener answer;
  private final DecisionListener decision;
  private final ReportBackListener reportBack;
  private final Initiative outreach;
  private final Input early;

  OldButtonsTest(Engine engine) {
    team = Team.on(engine);
    InputView inputView = new InputView(WORDS);
    Letters letters = new Letters(team.database, team.initiatives, team.people, team.vault, WORDS);
    answer = new AnswerListener(letters, team.answers, new AnswerView(WORDS));
    decision =
        new DecisionListener(team.inputs, team.decisions, team.reportBacks, inputView, WORDS);
    reportBack =
        new ReportBackListener(
            team.reportBacks, team.initiatives, new ReportBackView(WORDS), WORDS, team.clock);
    outreach = team.starts(MAYA, "Diabetes outreach");
    early = team.records(ANN, Team.from(PRIYA), "The calls come too early");
  }

  @AfterEach
  void close() {
    team.close();
  }

  private Caller caller(Person who) {
    return new Caller(HERE, who.id(), null, "", team.people);
  }

  private Reaction clicks(Feature feature, Person who, String action, String value) {
    return Objects.requireNonNull(feature.clicks().get(action))
        .apply(new Click(caller(who), value, "b", URL));
  }

  private Ending says(Person who, String form, String metadata, String words) {
    var gson = GsonFactory.createSnakeCase();
    Map<String, Object> values =
        Map.of(AnswerView.WORDS, Map.of(AnswerView.WORDS, Map.of("value", words)));
    ViewState state = gson.fromJson(gson.toJson(Map.of("values", values)), ViewState.class);
    return Objects.requireNonNull(answer.submissions().get(form))
        .apply(new Submission(caller(who), metadata, "key", state));
  }

  private void told() {
    team.decides(ANN, early, Outcome.ADOPTED);
    Telling.Ready ready = (Telling.Ready) team.reportBacks.prepare(ANN, HERE, early.id());
    assertThat(team.reportBacks.send(ANN, HERE, early.id(), ready.stamp(), null))
        .isInstanceOf(Telling.OnItsWay.class);
    Item item = new Item("told/" + early.id() + "/1", ReportBacks.TOLD, early.id());
    team.database.transact(
        tx ->
            new Deliveries(team.initiatives, team.reminders, team.outbox)
                .settled(tx, HERE, item, OutboxState.SENT, "", team.clock.instant()));
  }

  private String value() {
    return early.id() + " 1";
  }

  @Test
  void a_reminder_says_why_one_gets_it() {
    assertThat(reminder("")).contains("you logged it");
    assertThat(reminder("/at-last")).contains("you lead *Diabetes outreach*");

    team.members.remove(HERE, MAYA.id(), outreach.id(), ANN.id());

    assertThat(reminder("")).contains("<@" + ANN.id().value() + "> logged it");
  }

  private String reminder(String to) {
    String occasion = "reminder/" + early.id() + "/0" + to;
    return reportBack
        .render(HERE, new Item(occasion, ReportBacks.REPORT_BACK, early.id()))
        .toString();
  }

  private static Message settled(Reaction reaction) {
    assertThat(reaction).isInstanceOf(Reaction.Settle.class);
    Message message = ((Reaction.Settle) reaction).message();
    Shown.fits(message);
    return message;
  }

  private static Message replaced(Reaction reaction) {
    assertThat(reaction).isInstanceOf(Reaction.Replace.class);
    Message message = ((Reaction.Replace) reaction).message();
    Shown.fits(message);
    return message;
  }

  private static void hasNoAnswers(Message message) {
    assertThat(message.blocks().toString())
        .doesNotContain(AnswerView.HEARD, AnswerView.REFUTE, AnswerView.QUESTION);
  }

  @Test
  void what_a_contributor_answered_stands_where_the_buttons_were() {
    told();

    Message thanks = settled(clicks(answer, PRIYA, AnswerView.HEARD, value()));
    assertThat(thanks.toString()).contains("You answered *Thanks, heard*", AnswerView.STOP);
    hasNoAnswers(thanks);

    Message again = settled(clicks(answer, PRIYA, AnswerView.HEARD, value()));
    assertThat(again.text()).contains("said so before");
    hasNoAnswers(again);

    Message stopped = settled(clicks(answer, PRIYA, AnswerView.STOP, value()));
    assertThat(stopped.toString()).contains("won't hear from me").doesNotContain(AnswerView.STOP);
  }

  @Test
  void a_question_stands_in_the_message_it_was_asked_about() {
    told();
    Reaction opened = clicks(answer, PRIYA, AnswerView.QUESTION, value());
    String metadata = ((Reaction.Open) opened).modal().getPrivateMetadata();

    Ending asked = says(PRIYA, AnswerView.QUESTION_FORM, metadata, "From which *week* on?");

    Feature.Reply reply = ((Ending.Show) asked).reply().orElseThrow();
    assertThat(reply.responseUrl()).isEqualTo(URL);
    Shown.fits(reply.message());
    assertThat(reply.message().toString())
        .contains("The calls come too early", "You asked a question", "week", "on?");
    hasNoAnswers(reply.message());
  }

  @Test
  void a_click_on_an_outdated_message_takes_its_buttons_away() {
    told();
    team.decides(ANN, early, Outcome.DECLINED);

    Message outdated = settled(clicks(answer, PRIYA, AnswerView.HEARD, early.id() + " 7"));
    assertThat(outdated.text()).contains("moved on");
    hasNoAnswers(outdated);
  }

  @Test
  void somebody_else_s_click_changes_nothing() {
    told();
    assertThat(clicks(answer, MAYA, AnswerView.HEARD, value())).isInstanceOf(Reaction.Say.class);

    Ending said = says(MAYA, AnswerView.QUESTION_FORM, value() + " " + URL, "What is it about?");
    assertThat(((Ending.Show) said).reply()).as("what somebody else was told").isEmpty();
  }

  @Test
  void an_open_question_is_somebody_who_waits() {
    told();
    assertThat(waiting()).isZero();
    team.answers.says(HERE, PRIYA.id(), early.id(), 1, Answer.QUESTION, "When?");
    assertThat(waiting()).isEqualTo(1);
  }

  private int waiting() {
    return team.lists.heardBack(HERE, MAYA.id(), outreach.id()).orElseThrow().waiting();
  }

  @Test
  void what_was_decided_elsewhere_is_said_where_it_was_to_be_decided() {
    String button = InputView.toDecide(early);
    assertThat(clicks(decision, ANN, InputView.DECIDE, button)).isInstanceOf(Reaction.Open.class);

    team.decides(MAYA, early, Outcome.ADOPTED);
    Message now = replaced(clicks(decision, ANN, InputView.DECIDE, button));
    assertThat(now.toString())
        .contains("decided meanwhile: *Adopted*", "It saves a visit", ReportBackView.SEND)
        .doesNotContain(button);

    team.reportBacks.byHand(MAYA, HERE, early.id(), How.CALL, null);
    Message over = replaced(clicks(decision, ANN, InputView.DECIDE, button));
    assertThat(over.toString())
        .contains("decided meanwhile", "had heard before")
        .doesNotContain(InputView.DECIDE, ReportBackView.SEND);
    assertThat(clicks(decision, ANN, InputView.DECIDE, early.id().toString()))
        .as("to change a decision stays possible")
        .isInstanceOf(Reaction.Open.class);
  }

  @Test
  void what_was_told_elsewhere_loses_its_buttons_with_the_next_click() {
    team.decides(ANN, early, Outcome.ADOPTED);
    team.reportBacks.byHand(MAYA, HERE, early.id(), How.CALL, null);

    for (String action :
        new String[] {
          ReportBackView.SEND,
          ReportBackView.OPEN,
          ReportBackView.OTHER,
          ReportBackView.LOST,
          ReportBackView.CALLED,
          ReportBackView.WROTE
        }) {
      Message over = replaced(clicks(reportBack, ANN, action, early.id().toString()));
      assertThat(over.toString()).as(action).contains("had heard before").doesNotContain("button");
    }
  }
}
