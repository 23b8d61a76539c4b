package dev.groundswell.feedback;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.feedback.ReportBack.Answer;
import dev.groundswell.feedback.ReportBack.How;
import dev.groundswell.feedback.ReportBack.State;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.outbox.Outbox;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.outbox.Outgoing.Medium;
import dev.groundswell.privacy.PatientGuard;
import dev.groundswell.reminder.Reminders;
import dev.groundswell.reminder.WorkingTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes what contributors answer to what they were told; only they themselves can. */
public final class Answers {
  /** The kind of the message that tells the owner; the subject is the input. */
  public static final String ANSWERED = "feedback.answered";

  /** The same for a mail that can't be kept; the subject is the input. */
  public static final String WROTE_PATIENT = "feedback.wrote-patient";

  /** The kind of the message that they do not want to be written to; the subject is an input. */
  public static final String STOPPED = "feedback.stopped";

  private final Database database;
  private final Initiatives initiatives;
  private final Reminders reminders;
  private final Outbox outbox;
  private final OptingOut optingOut;
  private final Clock clock;

  public Answers(
      Database database, Initiatives initiatives, Reminders reminders, Outbox outbox, Clock clock) {
    this.database = database;
    this.initiatives = initiatives;
    this.reminders = reminders;
    this.outbox = outbox;
    this.optingOut = new OptingOut(reminders, outbox);
    this.clock = clock;
  }

  /**
   * They say that they heard.
   *
   * @param times which of the messages to them this answers, counted from 1
   */
  public Answered heard(WorkspaceId workspace, UserId by, UUID id, int times) {
    Instant now = clock.instant();
    return database.inTransaction(
        tx ->
            refusal(tx, workspace, by, id, times)
                .orElseGet(
                    () -> {
                      Input input = asTold(tx, workspace, id, now);
                      if (input.reportBack().state() == State.CONFIRMED) {
                        return new Answered.ThanksAgain(input);
                      }
                      TellingStore.answered(tx, input, Answer.HEARD, "", now);
                      reminders.finish(tx, workspace, ReportBacks.REPORT_BACK, id);
                      return new Answered.Thanks(input);
                    }));
  }

  /** Whether they can add words to an answer now; empty if they can. */
  public Optional<Answered> mayAddWords(WorkspaceId workspace, UserId by, UUID id, int times) {
    return database.inTransaction(
        tx ->
            refusal(tx, workspace, by, id, times)
                .or(
                    () ->
                        InputStore.find(tx, workspace, id)
                            .filter(it -> it.reportBack().answerOpen())
                            .map(Answered.KeptBefore::new)));
  }

  /**
   * They say that this is not what they said, or ask something. It comes back to the owner at once,
   * and stays with them until it is answered.
   */
  public Answered says(
      WorkspaceId workspace, UserId by, UUID id, int times, Answer answer, String words) {
    if (!Decision.saysSomething(words)) {
      return new Answered.NoWords();
    }
    Optional<Answered> patient =
        PatientGuard.check(words).map(it -> new Answered.PatientDetails(it.kind()));
    if (patient.isPresent()) {
      return patient.get();
    }
    Instant now = clock.instant();
    return database.inTransaction(
        tx ->
            refusal(tx, workspace, by, id, times)
                .orElseGet(() -> kept(tx, workspace, id, answer, words.strip(), now)));
  }

  private Answered kept(
      Tx tx, WorkspaceId workspace, UUID id, Answer answer, String words, Instant now) {
    Input input = asTold(tx, workspace, id, now);
    if (input.reportBack().answerOpen() || !TellingStore.answered(tx, input, answer, words, now)) {
      return new Answered.KeptBefore(input);
    }
    if (answer == Answer.NOT_WHAT_I_SAID) {
      RoundStore.openAgain(tx, input);
    }
    tell(tx, input, ANSWERED, now);
    remind(tx, input, now);
    return new Answered.Kept(input, answer);
  }

  /**
   * They wrote back by mail. It comes to the owner at once and stays with them until it is
   * answered; a second mail is added to the first.
   */
  public void wroteBack(Tx tx, WorkspaceId workspace, UUID id, String words, Instant now) {
    Optional<Input> found = InputStore.find(tx, workspace, id).filter(it -> !it.isWithdrawn());
    if (found.isEmpty() || words.isBlank()) {
      return;
    }
    if (PatientGuard.check(words).isPresent()) {
      tell(tx, found.get(), WROTE_PATIENT, now);
      return;
    }
    Input input = asTold(tx, workspace, id, now);
    String before = input.reportBack().answerWords();
    String all =
        input.reportBack().answerOpen() && before != null
            ? before + "\n" + words.strip()
            : words.strip();
    if (TellingStore.answered(tx, input, Answer.WROTE, all, now)) {
      tell(tx, input, ANSWERED, now);
      remind(tx, input, now);
    }
  }

  private void tell(Tx tx, Input input, String kind, Instant now) {
    UserId owner = input.owner();
    String occasion = kind.equals(ANSWERED) ? "answered/" : "wrote/";
    outbox.put(
        tx,
        input.workspace(),
        Medium.SLACK,
        owner.value(),
        owner,
        List.of(
            new Item(occasion + input.id() + "/" + input.reportBack().version(), kind, input.id())),
        input.initiative(),
        now);
  }

  /** The owner hears of it at once, and again in some days as long as nothing happens. */
  private void remind(Tx tx, Input input, Instant now) {
    initiatives
        .find(tx, input.workspace(), input.initiative())
        .ifPresent(
            initiative -> {
              ZonedDateTime later =
                  now.atZone(initiative.zone()).plusDays(ReportBacks.WORKING_DAYS_BETWEEN);
              Instant dueAt =
                  WorkingTime.USUAL.firstMoment(later.toLocalDate(), initiative.zone()).toInstant();
              reminders.finish(tx, input.workspace(), ReportBacks.REPORT_BACK, input.id());
              reminders.plan(tx, ReportBacks.nudge(input, dueAt));
            });
  }

  /** They do not want to be written to; whatever is still open about them can't be told. */
  public Answered stop(WorkspaceId workspace, UserId by, UUID id) {
    Instant now = clock.instant();
    return database.inTransaction(
        tx -> {
          Optional<Input> found = InputStore.find(tx, workspace, id);
          if (found.isEmpty()) {
            return new Answered.Gone();
          }
          Input input = found.get();
          if (input.contributor().account().filter(by::equals).isEmpty()) {
            return new Answered.NotForYou();
          }
          Optional<Initiative> initiative = initiatives.find(tx, workspace, input.initiative());
          if (initiative.isEmpty()) {
            return new Answered.Gone();
          }
          optingOut.of(tx, input, by, now);
          return new Answered.Stopped(input, initiative.get());
        });
  }

  /** Whoever answers a message has it, also when nobody has noted yet that it arrived. */
  private static boolean hasArrived(Input input) {
    ReportBack.Sending sending = input.reportBack().sending();
    return sending.isUnderWay()
        && input.ruling() != null
        && input.ruling().id().equals(sending.decision());
  }

  private static Input asTold(Tx tx, WorkspaceId workspace, UUID id, Instant now) {
    Input input = InputStore.find(tx, workspace, id).orElseThrow();
    UserId by = input.reportBack().sending().by();
    if (input.reportBack().state().isHeard() || !hasArrived(input)) {
      return input;
    }
    How how = input.reportBack().sending().how();
    TellingStore.told(tx, input, how == null ? How.DM : how, by == null ? input.owner() : by, now);
    return InputStore.find(tx, workspace, id).orElseThrow();
  }

  private static Optional<Answered> refusal(
      Tx tx, WorkspaceId workspace, UserId by, UUID id, int times) {
    Optional<Input> found = InputStore.find(tx, workspace, id);
    if (found.isEmpty()) {
      return Optional.of(new Answered.Gone());
    }
    Input input = found.get();
    ReportBack reportBack = input.reportBack();
    boolean told =
        reportBack.state().isHeard() || reportBack.state() == State.REFUTED || hasArrived(input);
    if (input.contributor().account().filter(by::equals).isEmpty()) {
      return Optional.of(new Answered.NotForYou());
    } else if (input.isWithdrawn()) {
      return Optional.of(new Answered.Gone());
    } else if (!told || times != reportBack.sending().times()) {
      return Optional.of(new Answered.Outdated(input.owner()));
    }
    return Optional.empty();
  }
}
