package dev.groundswell.feedback;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.feedback.ReportBack.How;
import dev.groundswell.feedback.ReportBack.Unreachable;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.outbox.Outbox;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.people.People;
import dev.groundswell.people.Person;
import dev.groundswell.privacy.PatientGuard;
import dev.groundswell.prompt.Words;
import dev.groundswell.reminder.Nag;
import dev.groundswell.reminder.NewReminder;
import dev.groundswell.reminder.Reminders;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sees to it that each contributor hears what became of their input. */
public final class ReportBacks {
  /** The kind of the reminder to report back; its subject is the input. */
  public static final String REPORT_BACK = "feedback.report-back";

  /** The kinds of what a contributor gets; the subject is the input. */
  public static final String TOLD = "feedback.told";

  public static final String MAILED = "feedback.mailed";
  public static final String NOTICE = "feedback.notice";
  public static final String WEIGHING = "feedback.weighing";

  /** The longest text, in characters: what fits a field of Slack's. */
  public static final int LONGEST_TEXT = 2500;

  /** After so many days without a decision a word is better than silence. */
  public static final int DAYS_OF_SILENCE = 14;

  /** A nudge comes again after so many working days, so often, and then goes to the lead. */
  static final int WORKING_DAYS_BETWEEN = 3;

  static final int TIMES = 3;

  private final Database database;
  private final Initiatives initiatives;
  private final Reminders reminders;
  private final JudgeTelling judge;
  private final SendOff sendOff;
  private final OptingOut optingOut;
  private final Clock clock;

  public ReportBacks(
      Database database,
      Initiatives initiatives,
      Reminders reminders,
      Outbox outbox,
      People people,
      Words words,
      Clock clock,
      boolean mailIsSetUp) {
    this.database = database;
    this.initiatives = initiatives;
    this.reminders = reminders;
    this.judge = new JudgeTelling(database, initiatives, people, words, clock, mailIsSetUp);
    this.sendOff = new SendOff(outbox, reminders);
    this.optingOut = new OptingOut(reminders, outbox);
    this.clock = clock;
    outbox.whoGets(MAILED, this::addressee);
    outbox.whoGets(WEIGHING, this::addressee);
  }

  private Optional<String> addressee(
      Tx tx, WorkspaceId workspace, UserId viewer, Item item, String contributor) {
    return Seen.by(tx, initiatives, workspace, viewer, item.subject())
        .map(it -> it.input().contributor().name())
        .filter(it -> !it.isBlank());
  }

  /** How one stands, with the text that is ready to send; a refusal for those who may not send. */
  public Telling prepare(Person by, WorkspaceId workspace, UUID id) {
    return judge.judged(by, workspace, id, (tx, ready) -> ready);
  }

  /** {@link #prepare} for its owner, whoever that is by now; empty if there is none of that id. */
  public Optional<Telling.Ready> asItStands(WorkspaceId workspace, UUID id) {
    Optional<Input> input = database.inTransaction(tx -> InputStore.find(tx, workspace, id));
    return input.flatMap(
        found -> {
          boolean reachable = judge.reachable(found);
          return database.inTransaction(
              tx ->
                  initiatives
                      .find(tx, workspace, found.initiative())
                      .map(it -> judge.ready(found, it, reachable)));
        });
  }

  /** Who logged an input, which may be somebody else than its owner by now. */
  public Optional<UserId> recordedBy(WorkspaceId workspace, UUID id) {
    return database.inTransaction(tx -> InputStore.recordedBy(tx, workspace, id));
  }

  /**
   * Sends the text by the contributor's way; where there is none, nothing happens but that it
   * stands as a task.
   *
   * @param stamp what {@link Telling.Ready#stamp} said when the text was shown
   * @param text as it was edited, or null to send what was shown
   */
  public Telling send(
      Person by, WorkspaceId workspace, UUID id, String stamp, @Nullable String text) {
    Optional<Telling> refused = Optional.ofNullable(text).flatMap(ReportBacks::unfit);
    if (refused.isPresent()) {
      return refused.get();
    }
    Instant now = clock.instant();
    return judge.judged(
        by,
        workspace,
        id,
        (tx, ready) -> {
          Input input = ready.input();
          if (input.contributor().hasOptedOut()) {
            return new Telling.OptedOut(input);
          } else if (!input.isDecided()) {
            return new Telling.Undecided(input);
          } else if (!stamp.equals(ready.stamp())) {
            return new Telling.Changed(ready);
          } else if (!ready.way().isSent() || (text == null && input.reportBack().answerOpen())) {
            return ready;
          } else if (ready.initiative().isPausedAt(now)) {
            return new Telling.Paused(
                ready.initiative(), Objects.requireNonNull(ready.initiative().pausedUntil()));
          }
          String wording = text == null ? ready.text() : text.strip();
          ZonedDateTime at = sendOff.moment(tx, ready, now);
          return sendOff.told(tx, ready, wording, by.id(), at.toInstant())
              ? new Telling.OnItsWay(ready, later(at, now))
              : new Telling.UnderWay(input);
        });
  }

  private static @Nullable ZonedDateTime later(ZonedDateTime at, Instant now) {
    return at.toInstant().isAfter(now) ? at : null;
  }

  /** The reminder to report back on this one, which comes again until it is done. */
  static NewReminder nudge(Input input, Instant dueAt) {
    return NewReminder.of(input.workspace(), REPORT_BACK, input.id(), input.owner(), dueAt)
        .about(input.initiative())
        .nagging(Nag.every(WORKING_DAYS_BETWEEN).times(TIMES));
  }

  /** The reason for sending it this time. */
  static String occasion(UUID input, int times) {
    return "told/" + input + "/" + times;
  }

  /** The reason for saying that it is being weighed: once to each who is said to have said it. */
  static String weighingOccasion(Input input) {
    return "weighing/" + input.id() + "/" + input.contributorId();
  }

  private static Optional<Telling> unfit(String text) {
    if (!Decision.saysSomething(text)) {
      return Optional.of(new Telling.NoText());
    }
    if (text.length() > LONGEST_TEXT) {
      return Optional.of(new Telling.TextTooLong(LONGEST_TEXT));
    }
    return PatientGuard.check(text).map(it -> new Telling.PatientDetails(it.kind()));
  }

  /**
   * Notes that the contributor has heard by other means, and ends the reminders.
   *
   * @param on the day of it, or null for today
   */
  public Telling byHand(
      Person by, WorkspaceId workspace, UUID id, How how, @Nullable LocalDate on) {
    Instant now = clock.instant();
    LocalDate today = now.atZone(by.zone()).toLocalDate();
    return judge.judged(
        by,
        workspace,
        id,
        (tx, ready) -> {
          Input input = ready.input();
          if (!input.isDecided()) {
            return new Telling.Undecided(input);
          }
          LocalDate day = on == null ? today : on;
          if (day.isAfter(today) || day.isBefore(input.receivedOn())) {
            return new Telling.BadDay(input.receivedOn());
          }
          Instant at =
              day.equals(today) ? now : day.atTime(LocalTime.NOON).atZone(by.zone()).toInstant();
          if (!TellingStore.told(tx, input, how, by.id(), at)) {
            return new Telling.Changed(ready);
          }
          reminders.finish(tx, workspace, REPORT_BACK, id);
          return new Telling.ByHand(InputStore.find(tx, workspace, id).orElseThrow());
        });
  }

  /**
   * Notes that nobody can reach the contributor; they don't count as told. If they do not want to
   * be written to, they are not about anything else they said either.
   */
  public Telling notReached(Person by, WorkspaceId workspace, UUID id, Unreachable why) {
    Instant now = clock.instant();
    return judge.judged(
        by,
        workspace,
        id,
        (tx, ready) -> {
          if (!TellingStore.unreachable(tx, ready.input(), why)) {
            return new Telling.Changed(ready);
          }
          reminders.finish(tx, workspace, REPORT_BACK, id);
          // Whoever is known as “anonymous” is many, and one of them speaks for none of the others.
          if (why == Unreachable.OPTED_OUT && !ready.input().contributor().isAnonymous()) {
            optingOut.of(tx, ready.input(), by.id(), now);
          }
          return new Telling.NotReached(InputStore.find(tx, workspace, id).orElseThrow(), why);
        });
  }

  /** Lets the contributor know that it is still being weighed; they still wait for the outcome. */
  public Telling weighing(Person by, WorkspaceId workspace, UUID id) {
    Instant now = clock.instant();
    return judge.judged(
        by,
        workspace,
        id,
        (tx, ready) -> {
          Input input = ready.input();
          if (input.contributor().hasOptedOut()) {
            return new Telling.OptedOut(input);
          } else if (input.isDecided() || !(ready.way() == Way.DM || ready.way() == Way.MAIL)) {
            return ready;
          } else if (input.reportBack().weighingToldAt() != null) {
            return new Telling.WeighingAlready(input);
          } else if (!ready.mayTellWeighing()) {
            return new Telling.WeighingTooEarly(input);
          } else if (ready.initiative().isPausedAt(now)) {
            return new Telling.Paused(
                ready.initiative(), Objects.requireNonNull(ready.initiative().pausedUntil()));
          }
          ZonedDateTime at = sendOff.moment(tx, ready, now);
          return sendOff.weighing(tx, ready, by.id(), at.toInstant())
              ? new Telling.WeighingOnItsWay(input, later(at, now))
              : new Telling.WeighingAlready(input);
        });
  }

  /**
   * Notes that somebody who is told by hand knows that it is still being weighed; they still wait
   * for the outcome.
   */
  public Telling weighingByHand(Person by, WorkspaceId workspace, UUID id) {
    Instant now = clock.instant();
    return judge.judged(
        by,
        workspace,
        id,
        (tx, ready) -> {
          Input input = ready.input();
          if (input.isDecided() || !ready.way().isByHand()) {
            return ready;
          } else if (input.reportBack().weighingToldAt() != null) {
            return new Telling.WeighingAlready(input);
          } else if (!ready.mayTellWeighing()) {
            return new Telling.WeighingTooEarly(input);
          }
          return StillWeighed.told(tx, reminders, input, ready.initiative().zone(), now)
              ? new Telling.WeighingByHand(InputStore.find(tx, workspace, id).orElseThrow())
              : new Telling.WeighingAlready(input);
        });
  }

  /** Notes that the contributor has heard today, in person. */
  public Told told(Person by, WorkspaceId workspace, UUID id) {
    Telling telling = byHand(by, workspace, id, How.IN_PERSON, null);
    if (telling instanceof Telling.ByHand done) {
      return new Told.Done(done.input());
    } else if (telling instanceof Telling.Already already) {
      return new Told.Already(already.input());
    } else if (telling instanceof Telling.UnderWay underWay) {
      return new Told.Already(underWay.input());
    } else if (telling instanceof Telling.Undecided undecided) {
      return new Told.NotDecided(undecided.input());
    } else if (telling instanceof Telling.NotYours other) {
      return new Told.NotYours(other.owner());
    }
    return new Told.Gone();
  }

  /**
   * What still waits for a report-back, the one due first at the top.
   *
   * @param most how many at the most
   */
  public List<Input> open(WorkspaceId workspace, UUID initiative, int most) {
    return database.inTransaction(tx -> ReportBackStore.open(tx, workspace, initiative, most));
  }

  /**
   * What one person has to do something about, in all initiatives in which they take part, the one
   * due first at the top.
   *
   * @param most how many at the most
   */
  public List<Input> openFor(WorkspaceId workspace, UserId owner, int most) {
    return database.inTransaction(
        tx -> {
          List<UUID> own =
              initiatives.of(tx, workspace, owner).stream().map(Initiative::id).toList();
          return ReportBackStore.openFor(tx, workspace, owner, own, most);
        });
  }

  /** {@link #since(Tx, WorkspaceId, UUID, Instant, Instant)} in its own transaction. */
  public Movement since(WorkspaceId workspace, UUID initiative, Instant from, Instant to) {
    return database.inTransaction(tx -> since(tx, workspace, initiative, from, to));
  }

  /** What happened between two instants, in totals: for the digest. */
  public Movement since(Tx tx, WorkspaceId workspace, UUID initiative, Instant from, Instant to) {
    return ReportBackStore.movement(tx, workspace, initiative, from, to);
  }
}
