package dev.groundswell.feedback;

import dev.groundswell.db.Tx;
import dev.groundswell.feedback.ReportBack.Unreachable;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.people.Person;
import dev.groundswell.reminder.Reminders;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** What a decision does to a report-back: it is due sooner, or the loop opens again. */
final class Reopening {
  private final Reminders reminders;
  private final DueDates due;

  Reopening(Reminders reminders, DueDates due) {
    this.reminders = reminders;
    this.due = due;
  }

  /**
   * From now on this decision holds for the input. Who heard of another one is owed an answer
   * again; who waits hears by the earlier of both days, unless nobody is reminded any more: then
   * the owner is reminded anew.
   */
  void holds(Tx tx, Input input, Ruling ruling, Person by, Initiative initiative, Instant now) {
    if (input.ruling() != null && input.ruling().id().equals(ruling.id())) {
      return;
    }
    DecisionStore.holds(tx, input, ruling, now);
    boolean pending = ruling.decision().outcome() == Decision.Outcome.PENDING;
    LocalDate decidedOn = LocalDate.ofInstant(now, initiative.zone());
    LocalDate answerBy =
        pending
            ? due.afterInput(decidedOn, decidedOn, initiative)
            : due.afterDecision(decidedOn, initiative);
    ReportBack reportBack = input.reportBack();
    if (reportBack.state() == ReportBack.State.OPEN) {
      boolean sooner = !pending && answerBy.isBefore(reportBack.dueOn());
      if (sooner || !ReportBackStore.isReminded(tx, input)) {
        due(tx, input, by, answerBy);
      }
    } else if (reportBack.state() != ReportBack.State.UNREACHABLE) {
      ReportBackStore.reopen(tx, input);
      due(tx, input, by, answerBy);
    }
  }

  /**
   * Somebody else said it than was noted. They are owed an answer, whatever the other one heard;
   * the day stays while nobody has heard and a reminder is to come.
   */
  void saidByAnother(Tx tx, Input input, Person by, Initiative initiative, Instant now) {
    ReportBackStore.startOver(tx, input);
    if (input.reportBack().state() != ReportBack.State.OPEN
        || !ReportBackStore.isReminded(tx, input)) {
      due(tx, input, by, answerBy(input, initiative, now));
    }
  }

  /** There is another way to tell them: of what did not reach them before, they can hear now. */
  void reachable(
      Tx tx,
      WorkspaceId workspace,
      UUID contributor,
      Person by,
      Initiative initiative,
      Instant now) {
    for (Unreachable why :
        List.of(Unreachable.BOUNCED, Unreachable.DEACTIVATED, Unreachable.ANONYMOUS)) {
      for (Input each : ReportBackStore.unreachable(tx, workspace, contributor, why)) {
        ReportBackStore.startOver(tx, each);
        due(tx, each, by, answerBy(each, initiative, now));
      }
    }
  }

  /**
   * They want to hear again: what they had heard and still holds counts as told, and for the rest
   * they are owed an answer.
   */
  void wantsToHear(Tx tx, Input any, Person by, Initiative initiative, Instant now) {
    for (Input each :
        ReportBackStore.unreachable(
            tx, any.workspace(), any.contributorId(), Unreachable.OPTED_OUT)) {
      Ruling holds = each.ruling();
      boolean heard =
          each.toldAt() != null
              && holds != null
              && holds.id().equals(each.reportBack().toldDecision());
      if (heard) {
        ReportBackStore.counts(tx, each);
      } else {
        ReportBackStore.reopen(tx, each);
      }
      if (InputStore.find(tx, each.workspace(), each.id()).orElseThrow().reportBack().waits()) {
        due(tx, each, by, answerBy(each, initiative, now));
      }
    }
  }

  /** As if it had been decided, or else had come in, today. */
  private LocalDate answerBy(Input input, Initiative initiative, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, initiative.zone());
    return input.isDecided()
        ? due.afterDecision(today, initiative)
        : due.afterInput(input.receivedOn(), today, initiative);
  }

  /**
   * The contributor should have heard by that day, and the owner is reminded of it; no round stays
   * closed in which somebody waits.
   */
  void due(Tx tx, Input input, Person by, LocalDate day) {
    // People's zones are kept by the reminders; a day begins where its owner is, if it is they.
    ZoneId zone = by.zone();
    ReportBackStore.due(tx, input, day);
    RoundStore.openAgain(tx, input);
    reminders.cancel(tx, input.workspace(), ReportBacks.REPORT_BACK, input.id());
    remind(tx, reminders, input, DueDates.moment(day, zone));
  }

  /** The owner of an input is reminded to report back, and again if nothing happens. */
  static void remind(Tx tx, Reminders reminders, Input input, Instant at) {
    reminders.plan(tx, ReportBacks.nudge(input, at));
  }
}
