package dev.groundswell;

import dev.groundswell.feedback.Answers;
import dev.groundswell.feedback.Decisions;
import dev.groundswell.feedback.Deliveries;
import dev.groundswell.feedback.DueDates;
import dev.groundswell.feedback.InputChanges;
import dev.groundswell.feedback.InputLists;
import dev.groundswell.feedback.Inputs;
import dev.groundswell.feedback.Letters;
import dev.groundswell.feedback.ReportBacks;
import dev.groundswell.feedback.Rounds;
import dev.groundswell.slack.Feature;
import dev.groundswell.slack.Rendering;
import dev.groundswell.slack.feedback.AnswerListener;
import dev.groundswell.slack.feedback.AnswerView;
import dev.groundswell.slack.feedback.ChangeListener;
import dev.groundswell.slack.feedback.DecisionListener;
import dev.groundswell.slack.feedback.InputListListener;
import dev.groundswell.slack.feedback.InputListView;
import dev.groundswell.slack.feedback.InputListener;
import dev.groundswell.slack.feedback.InputView;
import dev.groundswell.slack.feedback.ReportBackListener;
import dev.groundswell.slack.feedback.ReportBackView;
import dev.groundswell.slack.feedback.RoundListener;
import dev.groundswell.slack.initiative.InitiativeView;
import java.util.List;

/** Input, decisions, and telling everybody what became of it. */
final class FeedbackParts {
  final Inputs inputs;
  final ReportBacks reportBacks;
  final InputLists lists;
  final Letters letters;
  final Answers answers;
  final Deliveries deliveries;
  final InputListView inputListView;
  private final List<Feature> features;
  private final List<Rendering> renderings;

  FeedbackParts(Engines on) {
    DueDates due =
        new DueDates(on.settings.reportBackDays(), on.settings.reportBackDaysAfterDecision());
    inputs = new Inputs(on.database, on.initiatives, on.reminders, on.vault, due, on.ids, on.clock);
    Decisions decisions =
        new Decisions(on.database, on.initiatives, on.reminders, due, on.ids, on.clock);
    InputChanges changes =
        new InputChanges(
            on.database, on.initiatives, on.reminders, on.vault, due, on.ids, on.clock);
    Rounds rounds = new Rounds(on.database, on.initiatives, on.reminders, on.ids, on.clock);
    reportBacks =
        new ReportBacks(
            on.database,
            on.initiatives,
            on.reminders,
            on.outbox,
            on.people,
            on.words,
            on.clock,
            MailRoom.mailing(on.settings).isSetUp());
    answers = new Answers(on.database, on.initiatives, on.reminders, on.outbox, on.clock);
    letters = new Letters(on.database, on.initiatives, on.people, on.vault, on.words);
    lists = new InputLists(on.database, on.initiatives, on.people, on.words, on.clock);
    deliveries = new Deliveries(on.initiatives, on.reminders, on.outbox);
    on.outbox.tells(deliveries);

    InputView inputView = new InputView(on.words);
    ReportBackView reportBackView = new ReportBackView(on.words);
    inputListView = new InputListView(on.words);
    RoundListener roundListener = new RoundListener(rounds, on.initiatives, inputView, on.words);
    ReportBackListener reportBackListener =
        new ReportBackListener(reportBacks, on.initiatives, reportBackView, on.words, on.clock);
    AnswerListener answerListener = new AnswerListener(letters, answers, new AnswerView(on.words));
    features =
        List.of(
            new InputListener(
                inputs,
                rounds,
                on.initiatives,
                inputView,
                on.library.audiences(),
                new InitiativeView(on.words),
                on.clock),
            new DecisionListener(inputs, decisions, reportBacks, inputView, on.words),
            new ChangeListener(
                inputs,
                changes,
                decisions,
                rounds,
                inputView,
                on.library.audiences(),
                on.words,
                on.clock),
            roundListener,
            reportBackListener,
            answerListener,
            new InputListListener(
                lists, on.initiatives, inputListView, on.replies, on.words, on.clock));
    renderings = List.of(reportBackListener, answerListener, roundListener);
  }

  List<Feature> features() {
    return features;
  }

  List<Rendering> renderings() {
    return renderings;
  }
}
