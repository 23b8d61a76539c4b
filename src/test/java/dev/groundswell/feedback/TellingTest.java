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
import dev.groundswell.feedback.Contributor.Reach;
import dev.groundswell.feedback.Decision.Outcome;
import dev.groundswell.feedback.ReportBack.Answer;
import dev.groundswell.feedback.ReportBack.How;
import dev.groundswell.feedback.ReportBack.State;
import dev.groundswell.feedback.ReportBack.Unreachable;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.outbox.OutboxState;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.people.Person;
import dev.groundswell.privacy.Somebody;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Telling a contributor, from the text that is ready to what they answer. */
@Tag("jdk")
@OnBothDatabases
class TellingTest {
  private static final String LATER = "2026-11-17T15:00:00Z";

  private final Team team;
  private final ReportBacks reportBacks;
  private final Answers answers;
  private final Letters letters;
  private final Initiative outreach;
  private final Input early;

  TellingTest(Engine engine) {
    team = Team.on(engine);
    reportBacks = team.reportBacks;
    answers = team.answers;
    letters = new Letters(team.database, team.initiatives, team.people, team.vault, Team.WORDS);
    outreach = team.starts(MAYA, "Diabetes outreach");
    early = team.records(ANN, Team.from(PRIYA), "The calls come too early");
  }

  @AfterEach
  void close() {
    team.close();
  }

  private Telling.Ready ready(Person by) {
    return (Telling.Ready) reportBacks.prepare(by, HERE, early.id());
  }

  private Telling send(Person by, @Nullable String text) {
    return reportBacks.send(by, HERE, early.id(), ready(by).stamp(), text);
  }

  private Input now() {
    return team.inputs.find(HERE, early.id()).orElseThrow();
  }

  private State state() {
    return now().reportBack().state();
  }

  private Item told(int times) {
    return new Item("told/" + early.id() + "/" + times, ReportBacks.TOLD, early.id());
  }

  private void settles(int times, OutboxState state, String why) {
    settles(told(times), state, why);
  }

  private void settles(Item item, OutboxState state, String why) {
    team.database.transact(
        tx ->
            new Deliveries(team.initiatives, team.reminders, team.outbox)
                .settled(tx, HERE, item, state, why, team.clock.instant()));
  }

  private void decidedAndSent() {
    team.decides(ANN, early, Outcome.ADOPTED);
    assertThat(send(ANN, null)).isInstanceOf(Telling.OnItsWay.class);
  }

  private void told() {
    decidedAndSent();
    settles(1, OutboxState.SENT, "");
    assertThat(state()).isEqualTo(State.TOLD);
  }

  private int reminders() {
    return team.rows("reminder where state = 'WAITING'");
  }

  @Test
  void the_text_is_drafted_from_the_decision_and_its_reason() {
    Decision decision =
        new Decision(
            Outcome.PARTLY, "The clinic team", "Calls after four reach more", "https://x.org/plan");
    team.decisions.decide(ANN, HERE, early.id(), decision);

    assertThat(ready(ANN).text())
        .contains("Hello Priya,", "2 November", "“The calls come too early”")
        .contains("We are doing part of it. Calls after four reach more.")
        .contains("How we weighed it: The clinic team.", "See what changed: https://x.org/plan");
    assertThat(ready(ANN).way()).isEqualTo(Way.DM);
  }

  @Test
  void before_a_decision_there_is_nothing_to_send() {
    assertThat(ready(ANN).text()).isEmpty();
    assertThat(send(ANN, "They will love it")).isInstanceOf(Telling.Undecided.class);
    assertThat(team.rows("outbox")).isZero();
  }

  @Test
  void they_are_told_when_the_message_has_arrived_and_not_before() {
    decidedAndSent();

    assertThat(state()).isEqualTo(State.OPEN);
    assertThat(now().reportBack().sending().isUnderWay()).isTrue();
    assertThat(reportBacks.openFor(HERE, ANN.id(), 10)).isEmpty();
    assertThat(letters.find(HERE, told(1))).isInstanceOf(Letter.Wanted.class);

    settles(1, OutboxState.SENT, "");

    assertThat(state()).isEqualTo(State.TOLD);
    assertThat(now().reportBack().how()).isEqualTo(How.DM);
    assertThat(now().reportBack().toldBy()).isEqualTo(ANN.id());
    assertThat(now().reportBack().toldDecision())
        .isEqualTo(Objects.requireNonNull(now().ruling()).id());
    assertThat(reminders()).isZero();
  }

  @Test
  void sending_twice_sends_once() {
    team.decides(ANN, early, Outcome.ADOPTED);
    String stamp = ready(ANN).stamp();
    reportBacks.send(ANN, HERE, early.id(), stamp, null);

    assertThat(reportBacks.send(ANN, HERE, early.id(), stamp, null))
        .isInstanceOf(Telling.UnderWay.class);
    assertThat(reportBacks.send(MAYA, HERE, early.id(), stamp, null))
        .isInstanceOf(Telling.UnderWay.class);
    assertThat(team.rows("outbox")).isEqualTo(1);
  }

  @Test
  void what_changed_since_it_was_shown_is_not_sent() {
    team.decides(ANN, early, Outcome.ADOPTED);
    String stamp = ready(ANN).stamp();
    team.decides(MAYA, early, Outcome.DECLINED);

    Telling telling = reportBacks.send(ANN, HERE, early.id(), stamp, null);

    assertThat(telling).isInstanceOf(Telling.Changed.class);
    assertThat(((Telling.Changed) telling).now().text()).contains("We decided not to do it");
    assertThat(team.rows("outbox")).isZero();
  }

  @ParameterizedTest
  @EnumSource(
      value = OutboxState.class,
      names = {"GIVEN_UP", "UNKNOWN", "CANCELLED"})
  void a_message_that_did_not_arrive_goes_back_to_its_owner(OutboxState end) {
    decidedAndSent();

    settles(1, end, "the account was switched off");

    assertThat(state()).isEqualTo(State.OPEN);
    assertThat(now().reportBack().sending().isUnderWay()).isFalse();
    assertThat(now().reportBack().sending().failed()).isEqualTo("the account was switched off");
    assertThat(reportBacks.openFor(HERE, ANN.id(), 10)).hasSize(1);
    assertThat(reminders()).isEqualTo(1);
    assertThat(team.rows("occasion where kind = 'feedback.came-back'"))
        .isEqualTo(end == OutboxState.CANCELLED ? 1 : 0);
  }

  @Test
  void one_that_was_sent_again_after_all_counts_when_it_arrives() {
    decidedAndSent();
    settles(1, OutboxState.GIVEN_UP, "no answer");

    assertThat(letters.find(HERE, told(1))).isInstanceOf(Letter.Wanted.class);
    settles(1, OutboxState.SENT, "");

    assertThat(state()).isEqualTo(State.TOLD);
  }

  @Test
  void an_older_message_says_nothing_about_the_one_that_followed() {
    decidedAndSent();
    settles(1, OutboxState.GIVEN_UP, "no answer");
    assertThat(send(ANN, "We do it, from Monday")).isInstanceOf(Telling.OnItsWay.class);

    assertThat(letters.find(HERE, told(1)))
        .isEqualTo(new Letter.NotWanted("another message took its place"));
    settles(1, OutboxState.CANCELLED, "another message took its place");

    assertThat(now().reportBack().sending().isUnderWay()).isTrue();
    assertThat(((Letter.Wanted) letters.find(HERE, told(2))).text())
        .isEqualTo("We do it, from Monday");
  }

  @Test
  void a_decision_that_changed_on_the_way_is_not_told() {
    decidedAndSent();
    team.decides(MAYA, early, Outcome.DECLINED);

    assertThat(letters.find(HERE, told(1)))
        .isEqualTo(new Letter.NotWanted("the decision changed since"));
    settles(1, OutboxState.SENT, "");

    assertThat(state()).isEqualTo(State.OPEN);
  }

  @Test
  void of_somebody_who_was_erased_on_the_way_nobody_says_that_they_heard() {
    decidedAndSent();

    team.database.transact(
        tx ->
            new FeedbackHoldings(team.vault, team.reminders)
                .erase(tx, HERE, new Somebody.Account(PRIYA.id())));

    assertThat(letters.find(HERE, told(1)))
        .isEqualTo(new Letter.NotWanted("they can't be told any more"));
  }

  @Test
  void somebody_whose_account_is_gone_becomes_a_task() {
    team.people.changed(HERE, new Person(PRIYA.id(), "Priya", PRIYA.zone(), false));
    team.decides(ANN, early, Outcome.ADOPTED);

    assertThat(ready(ANN).way()).isEqualTo(Way.BY_HAND_UNREACHABLE);
    assertThat(send(ANN, null)).isInstanceOf(Telling.Ready.class);
    assertThat(team.rows("outbox")).isZero();
  }

  @Test
  void somebody_whose_account_goes_while_it_is_on_its_way_comes_back() {
    decidedAndSent();
    team.people.changed(HERE, new Person(PRIYA.id(), "Priya", PRIYA.zone(), false));

    assertThat(letters.find(HERE, told(1)))
        .isEqualTo(new Letter.NotWanted("their account can't be written to any more"));
  }

  @Test
  void what_was_told_by_other_means_is_noted_with_its_day() {
    team.decides(ANN, early, Outcome.ADOPTED);
    team.clock.set(LATER);

    Telling telling =
        reportBacks.byHand(ANN, HERE, early.id(), How.CALL, LocalDate.of(2026, 11, 9));

    assertThat(telling).isInstanceOf(Telling.ByHand.class);
    assertThat(state()).isEqualTo(State.TOLD);
    assertThat(now().reportBack().how()).isEqualTo(How.CALL);
    assertThat(now().toldAt()).isEqualTo("2026-11-09T17:00:00Z");
    assertThat(reminders()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-01", "2026-11-03", "1970-01-01", "9999-12-31"})
  void nobody_heard_before_they_spoke_or_tomorrow(String day) {
    team.decides(ANN, early, Outcome.ADOPTED);

    assertThat(reportBacks.byHand(ANN, HERE, early.id(), How.CALL, LocalDate.parse(day)))
        .isEqualTo(new Telling.BadDay(LocalDate.of(2026, 11, 2)));
    assertThat(state()).isEqualTo(State.OPEN);
  }

  @Test
  void who_can_not_be_reached_never_counts_as_told() {
    assertThat(reportBacks.notReached(ANN, HERE, early.id(), Unreachable.BOUNCED))
        .isInstanceOf(Telling.NotReached.class);

    assertThat(state()).isEqualTo(State.UNREACHABLE);
    HeardBack figures = team.lists.heardBack(HERE, ANN.id(), outreach.id()).orElseThrow();
    assertThat(figures.rate()).hasValue(0);
    assertThat(figures.bounced()).isEqualTo(1);
  }

  @Test
  void after_two_weeks_a_word_that_it_is_being_weighed_can_be_sent_once() {
    assertThat(reportBacks.weighing(ANN, HERE, early.id()))
        .isInstanceOf(Telling.WeighingTooEarly.class);
    team.clock.set(LATER);
    assertThat(ready(ANN).mayTellWeighing()).isTrue();

    assertThat(reportBacks.weighing(ANN, HERE, early.id()))
        .isInstanceOf(Telling.WeighingOnItsWay.class);
    Item item = new Item(ReportBacks.weighingOccasion(early), ReportBacks.WEIGHING, early.id());
    assertThat(((Letter.Wanted) letters.find(HERE, item)).text())
        .contains("still being weighed", "The calls come too early");
    settles(item, OutboxState.SENT, "");

    assertThat(state()).isEqualTo(State.OPEN);
    assertThat(now().reportBack().weighingToldAt()).isEqualTo(team.clock.instant());
    assertThat(now().dueOn()).isEqualTo(LocalDate.of(2026, 12, 1));
    assertThat(reportBacks.weighing(ANN, HERE, early.id()))
        .isInstanceOf(Telling.WeighingAlready.class);
    assertThat(team.rows("outbox")).isEqualTo(1);
  }

  @Test
  void a_direct_message_waits_for_the_morning_of_its_reader() {
    team.decides(ANN, early, Outcome.ADOPTED);
    // An evening in New York is deep in the night of Priya's Berlin.
    team.clock.set("2026-11-03T01:30:00Z");

    Telling telling = send(ANN, null);

    assertThat(((Telling.OnItsWay) telling).later())
        .isEqualTo(ZonedDateTime.of(2026, 11, 3, 9, 0, 0, 0, PRIYA.zone()));
    assertThat(
            team.rows(
                "outbox where state = 'WAITING'"
                    + " and not_before = timestamp with time zone '2026-11-03 08:00:00+0'"))
        .isEqualTo(1);
    assertThat(reportBacks.prepare(ANN, HERE, early.id())).isInstanceOf(Telling.UnderWay.class);
  }

  @Test
  void that_it_is_being_weighed_is_said_on_the_next_working_day_of_its_reader() {
    team.clock.set("2026-11-21T15:00:00Z");

    Telling telling = reportBacks.weighing(ANN, HERE, early.id());

    assertThat(((Telling.WeighingOnItsWay) telling).later())
        .isEqualTo(ZonedDateTime.of(2026, 11, 23, 9, 0, 0, 0, PRIYA.zone()));
  }

  @Test
  void within_the_hours_of_its_reader_a_message_goes_at_once() {
    team.decides(ANN, early, Outcome.ADOPTED);

    assertThat(((Telling.OnItsWay) send(ANN, null)).later()).isNull();
  }

  @Test
  void that_a_patient_was_told_by_hand_that_it_is_being_weighed_moves_the_reminder_as_well() {
    Input patients =
        team.records(ANN, Team.from("Mrs K").asPatient(), "The letter is hard to read");
    assertThat(reportBacks.weighingByHand(ANN, HERE, patients.id()))
        .isInstanceOf(Telling.WeighingTooEarly.class);
    team.clock.set(LATER);
    Telling.Ready asSeen = (Telling.Ready) reportBacks.prepare(ANN, HERE, patients.id());
    assertThat(asSeen.mayTellWeighing()).isTrue();

    Telling noted = reportBacks.weighingByHand(ANN, HERE, patients.id());

    Input now = team.inputs.find(HERE, patients.id()).orElseThrow();
    assertThat(noted).isEqualTo(new Telling.WeighingByHand(now));
    assertThat(now.reportBack().state()).isEqualTo(State.OPEN);
    assertThat(now.reportBack().weighingToldAt()).isEqualTo(team.clock.instant());
    assertThat(now.dueOn()).isEqualTo(LocalDate.of(2026, 12, 1));
    assertThat(
            team.rows(
                "reminder where state = 'WAITING' and subject_id = '"
                    + patients.id()
                    + "' and due_at = timestamp with time zone '2026-12-01 14:00:00+0'"))
        .isEqualTo(1);
    assertThat(reportBacks.weighingByHand(ANN, HERE, patients.id()))
        .isInstanceOf(Telling.WeighingAlready.class);
    assertThat(team.rows("outbox")).isZero();
  }

  @Test
  void nobody_notes_by_hand_what_the_bot_would_send() {
    team.clock.set(LATER);

    assertThat(reportBacks.weighingByHand(ANN, HERE, early.id())).isInstanceOf(Telling.Ready.class);
    assertThat(now().reportBack().weighingToldAt()).isNull();
  }

  private void wasBens() {
    Edited edited =
        team.changes.edit(
            ANN, HERE, early.id(), now().version(), new NewInput(Team.from("Ben"), early.words()));
    assertThat(edited).isNotInstanceOf(Edited.Refused.class);
    assertThat(now().contributor().name()).isEqualTo("Ben");
  }

  @ParameterizedTest
  @ValueSource(strings = {"told", "confirmed", "unreachable"})
  void whoever_really_said_it_is_owed_an_answer_whatever_the_other_one_heard(String state) {
    if (state.equals("unreachable")) {
      team.decides(ANN, early, Outcome.ADOPTED);
      reportBacks.notReached(ANN, HERE, early.id(), Unreachable.BOUNCED);
    } else {
      told();
    }
    if (state.equals("confirmed")) {
      answers.heard(HERE, PRIYA.id(), early.id(), 1);
    }
    assertThat(reminders()).isZero();
    team.clock.set(LATER);

    wasBens();

    assertThat(state()).isEqualTo(State.OPEN);
    assertThat(now().reportBack().why()).isNull();
    assertThat(now().reportBack().toldDecision()).isNull();
    assertThat(now().dueOn()).isEqualTo("2026-11-24");
    assertThat(reminders()).isEqualTo(1);
  }

  @Test
  void a_message_on_its_way_to_somebody_who_did_not_say_it_is_neither_shown_nor_counted() {
    decidedAndSent();

    wasBens();

    assertThat(letters.find(HERE, told(1)))
        .isEqualTo(new Letter.NotWanted("another message took its place"));
    settles(1, OutboxState.SENT, "");
    assertThat(state()).isEqualTo(State.OPEN);
    assertThat(now().reportBack().sending().isUnderWay()).isFalse();
    assertThat(reminders()).isEqualTo(1);
  }

  @Test
  void that_it_is_being_weighed_is_not_said_to_somebody_who_did_not_say_it() {
    team.clock.set(LATER);
    reportBacks.weighing(ANN, HERE, early.id());
    Item item = new Item(ReportBacks.weighingOccasion(early), ReportBacks.WEIGHING, early.id());

    wasBens();

    assertThat(letters.find(HERE, item))
        .isEqualTo(new Letter.NotWanted("it was somebody else who said it"));
    settles(item, OutboxState.SENT, "");
    assertThat(now().reportBack().weighingToldAt()).isNull();
  }

  private static NewInput bens(String address, @Nullable Reach reach) {
    return new NewInput(
        Team.from("Ben"), "Too loud", reach, address, null, "", null, null, null, false);
  }

  private Input bounced() {
    Input mailed =
        ((Recorded.Kept)
                team.inputs.record(ANN, HERE, null, bens("ben@exmaple.org", Reach.MAIL), "ben"))
            .input();
    team.decides(ANN, mailed, Outcome.ADOPTED);
    Telling.Ready asSeen = (Telling.Ready) reportBacks.prepare(ANN, HERE, mailed.id());
    reportBacks.send(ANN, HERE, mailed.id(), asSeen.stamp(), null);
    bounces(mailed);
    Input now = team.inputs.find(HERE, mailed.id()).orElseThrow();
    assertThat(now.reportBack().why()).isEqualTo(Unreachable.BOUNCED);
    return now;
  }

  private void bounces(Input mailed) {
    team.database.transact(
        tx ->
            new Deliveries(team.initiatives, team.reminders, team.outbox)
                .bounced(tx, HERE, mailed.id(), 1, true, "550", team.clock.instant()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"edited", "by hand", "said something else"})
  void another_address_or_way_makes_whoever_was_lost_wait_again(String how) {
    Input lost = bounced();
    team.clock.set(LATER);

    if (how.equals("said something else")) {
      team.inputs.record(ANN, HERE, null, bens("ben@example.org", null), "ben/2");
    } else {
      NewInput wanted =
          how.equals("edited") ? bens("ben@example.org", Reach.MAIL) : bens("", Reach.BY_HAND);
      Edited edited = team.changes.edit(ANN, HERE, lost.id(), lost.version(), wanted);
      assertThat(edited).isInstanceOf(Edited.OwedAnew.class);
    }

    bounces(lost);
    Input now = team.inputs.find(HERE, lost.id()).orElseThrow();
    assertThat(now.reportBack().state()).isEqualTo(State.OPEN);
    assertThat(now.reportBack().why()).isNull();
    assertThat(now.dueOn()).isEqualTo("2026-11-24");
    assertThat(team.rows("reminder where state = 'WAITING' and subject_id = '" + lost.id() + "'"))
        .isEqualTo(1);
  }

  @Test
  void other_words_alone_reach_nobody_who_was_lost() {
    Input lost = bounced();

    assertThat(team.changes.edit(ANN, HERE, lost.id(), lost.version(), bens("", Reach.MAIL)))
        .isInstanceOf(Edited.Done.class);
    assertThat(team.inputs.find(HERE, lost.id()).orElseThrow().reportBack().why())
        .isEqualTo(Unreachable.BOUNCED);
  }

  @Test
  void the_contributor_confirms() {
    told();

    assertThat(answers.heard(HERE, PRIYA.id(), early.id(), 1)).isInstanceOf(Answered.Thanks.class);
    assertThat(state()).isEqualTo(State.CONFIRMED);
    assertThat(answers.heard(HERE, PRIYA.id(), early.id(), 1))
        .isInstanceOf(Answered.ThanksAgain.class);
  }

  @Test
  void nobody_else_answers_for_them() {
    told();

    assertThat(answers.heard(HERE, ANN.id(), early.id(), 1)).isEqualTo(new Answered.NotForYou());
    assertThat(answers.heard(ELSEWHERE, PRIYA.id(), early.id(), 1)).isEqualTo(new Answered.Gone());
    assertThat(answers.stop(HERE, MAYA.id(), early.id())).isEqualTo(new Answered.NotForYou());
    assertThat(state()).isEqualTo(State.TOLD);
  }

  @Test
  void who_answers_has_it_though_nobody_noted_yet_that_it_arrived() {
    decidedAndSent();

    assertThat(answers.heard(HERE, PRIYA.id(), early.id(), 1)).isInstanceOf(Answered.Thanks.class);
    assertThat(state()).isEqualTo(State.CONFIRMED);
    settles(1, OutboxState.SENT, "");
    assertThat(state()).isEqualTo(State.CONFIRMED);
  }

  @Test
  void that_is_not_what_i_said_comes_back_to_the_owner_and_counts_no_longer() {
    told();

    Answered answered =
        answers.says(
            HERE, PRIYA.id(), early.id(), 1, Answer.NOT_WHAT_I_SAID, "I said too late, not early");

    assertThat(answered).isInstanceOf(Answered.Kept.class);
    assertThat(state()).isEqualTo(State.REFUTED);
    assertThat(reportBacks.openFor(HERE, ANN.id(), 10)).extracting(Input::id).contains(early.id());
    assertThat(team.rows("occasion where kind = 'feedback.answered'")).isEqualTo(1);
    assertThat(reminders()).isEqualTo(1);
    assertThat(answers.says(HERE, PRIYA.id(), early.id(), 1, Answer.NOT_WHAT_I_SAID, "Once more"))
        .isInstanceOf(Answered.KeptBefore.class);

    assertThat(send(ANN, "Sorry: too late, then. We are looking at it again."))
        .isInstanceOf(Telling.OnItsWay.class);
    settles(2, OutboxState.SENT, "");
    assertThat(state()).isEqualTo(State.TOLD);
    assertThat(reportBacks.openFor(HERE, ANN.id(), 10)).isEmpty();
  }

  @Test
  void a_question_waits_for_its_answer_and_they_stay_told() {
    told();
    var toldAt = now().toldAt();

    answers.says(HERE, PRIYA.id(), early.id(), 1, Answer.QUESTION, "From when on?");

    assertThat(state()).isEqualTo(State.TOLD);
    assertThat(reportBacks.openFor(HERE, ANN.id(), 10)).hasSize(1);
    team.clock.set(LATER);
    assertThat(send(ANN, "From December on.")).isInstanceOf(Telling.OnItsWay.class);
    settles(2, OutboxState.SENT, "");
    assertThat(state()).isEqualTo(State.TOLD);
    assertThat(now().toldAt()).isEqualTo(toldAt);
    assertThat(now().reportBack().answerOpen()).isFalse();
    assertThat(answers.heard(HERE, PRIYA.id(), early.id(), 1))
        .isInstanceOf(Answered.Outdated.class);
    assertThat(answers.heard(HERE, PRIYA.id(), early.id(), 2)).isInstanceOf(Answered.Thanks.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "?", "n/a"})
  void an_answer_needs_words(String words) {
    told();

    assertThat(answers.says(HERE, PRIYA.id(), early.id(), 1, Answer.QUESTION, words))
        .isEqualTo(new Answered.NoWords());
  }

  @Test
  void details_of_patients_are_neither_sent_nor_kept() {
    told();
    String detail = "Patient John Smith, MRN 12345678, said so";

    assertThat(answers.says(HERE, PRIYA.id(), early.id(), 1, Answer.QUESTION, detail))
        .isInstanceOf(Answered.PatientDetails.class);
    team.decides(ANN, early, Outcome.DECLINED);
    assertThat(send(ANN, detail)).isInstanceOf(Telling.PatientDetails.class);
    assertThat(now().reportBack().answer()).isNull();
  }

  @Test
  void an_old_button_after_a_changed_decision_says_so() {
    told();
    team.decides(MAYA, early, Outcome.DECLINED);

    assertThat(answers.heard(HERE, PRIYA.id(), early.id(), 1))
        .isEqualTo(new Answered.Outdated(ANN.id()));
    assertThat(state()).isEqualTo(State.OPEN);
  }

  @Test
  void who_does_not_want_to_be_written_to_is_not_and_does_not_count_as_told() {
    Input second = team.records(ANN, Team.from(PRIYA), "And too often");
    told();

    assertThat(answers.stop(HERE, PRIYA.id(), early.id())).isInstanceOf(Answered.Stopped.class);

    assertThat(state()).isEqualTo(State.UNREACHABLE);
    assertThat(now().reportBack().why()).isEqualTo(Unreachable.OPTED_OUT);
    assertThat(team.inputs.find(HERE, second.id()).orElseThrow().reportBack().state())
        .isEqualTo(State.UNREACHABLE);
    assertThat(reportBacks.send(ANN, HERE, second.id(), "", null))
        .isInstanceOf(Telling.OptedOut.class);
    assertThat(reminders()).isZero();
    assertThat(team.lists.heardBack(HERE, ANN.id(), outreach.id()).orElseThrow().rate())
        .hasValue(0);
  }

  @Test
  void the_owners_hear_that_somebody_does_not_want_to_be_written_to_and_once() {
    team.records(MAYA, Team.from(PRIYA), "And too often");
    told();

    answers.stop(HERE, PRIYA.id(), early.id());
    answers.stop(HERE, PRIYA.id(), early.id());

    assertThat(team.rows("occasion where kind = 'feedback.stopped'")).isEqualTo(2);
  }

  @Test
  void who_is_noted_as_not_wanting_to_hear_hears_nothing_about_anything_they_said() {
    Input second = team.records(MAYA, Team.from(PRIYA), "And too often");
    Input third = team.records(ANN, Team.from(PRIYA), "And too loud");
    decidedAndSent();

    reportBacks.notReached(ANN, HERE, third.id(), Unreachable.OPTED_OUT);

    assertThat(letters.find(HERE, told(1)))
        .isEqualTo(new Letter.NotWanted("they do not want to be written to any more"));
    assertThat(state()).isEqualTo(State.UNREACHABLE);
    assertThat(team.inputs.find(HERE, second.id()).orElseThrow().reportBack().why())
        .isEqualTo(Unreachable.OPTED_OUT);
    assertThat(reminders()).isZero();
    assertThat(team.rows("occasion where kind = 'feedback.stopped'")).isEqualTo(1);
  }

  @Test
  void one_of_those_without_a_name_speaks_for_none_of_the_others() {
    Input one = team.records(ANN, Team.from("anonymous"), "Too often");
    Input other = team.records(ANN, Team.from("anonymous"), "Too loud");

    reportBacks.notReached(ANN, HERE, one.id(), Unreachable.OPTED_OUT);

    assertThat(team.inputs.find(HERE, other.id()).orElseThrow().reportBack().state())
        .isEqualTo(State.OPEN);
  }

  @Test
  void what_they_say_later_is_not_sent_and_can_still_be_settled() {
    told();
    answers.stop(HERE, PRIYA.id(), early.id());
    Input second = team.records(ANN, Team.from(PRIYA), "And too often");
    Input third = team.records(ANN, Team.from(PRIYA), "And too loud");
    team.decides(ANN, second, Outcome.ADOPTED);
    team.decides(ANN, third, Outcome.ADOPTED);

    assertThat(((Telling.Ready) reportBacks.prepare(ANN, HERE, second.id())).way())
        .isEqualTo(Way.BY_HAND_OPTED_OUT);
    assertThat(reportBacks.byHand(ANN, HERE, second.id(), How.IN_PERSON, null))
        .isInstanceOf(Telling.ByHand.class);
    assertThat(reportBacks.notReached(ANN, HERE, third.id(), Unreachable.OPTED_OUT))
        .isInstanceOf(Telling.NotReached.class);
    assertThat(reportBacks.open(HERE, outreach.id(), 9)).isEmpty();
    assertThat(reminders()).isZero();
  }

  @Test
  void whoever_changes_their_mind_hears_again_and_what_they_had_heard_counts() {
    Input second = team.records(ANN, Team.from(PRIYA), "And too often");
    told();
    answers.stop(HERE, PRIYA.id(), early.id());
    assertThat(team.changes.wantsToHear(PRIYA, HERE, early.id()))
        .isEqualTo(new Edited.NotYours(ANN.id()));

    assertThat(team.changes.wantsToHear(ANN, HERE, early.id()))
        .isEqualTo(new Edited.WantsToHear(now()));

    assertThat(now().contributor().hasOptedOut()).isFalse();
    assertThat(state()).isEqualTo(State.TOLD);
    Input waits = team.inputs.find(HERE, second.id()).orElseThrow();
    assertThat(waits.reportBack().state()).isEqualTo(State.OPEN);
    assertThat(waits.reportBack().why()).isNull();
    assertThat(reminders()).isEqualTo(1);
  }

  @Test
  void who_takes_no_part_learns_and_does_nothing() {
    team.decides(ANN, early, Outcome.ADOPTED);

    Person stranger = new Person(new dev.groundswell.kernel.UserId("U0X"), "X", ANN.zone(), true);
    assertThat(reportBacks.prepare(stranger, HERE, early.id())).isEqualTo(new Telling.Gone());
    assertThat(reportBacks.prepare(ANN, ELSEWHERE, early.id())).isEqualTo(new Telling.Gone());
    assertThat(reportBacks.byHand(stranger, HERE, early.id(), How.CALL, null))
        .isEqualTo(new Telling.Gone());
    assertThat(team.lists.page(stranger, HERE, outreach.id(), InputList.FIRST)).isEmpty();
    assertThat(team.lists.csv(stranger, HERE, outreach.id(), InputList.FIRST)).isEmpty();
    assertThat(state()).isEqualTo(State.OPEN);
  }
}
