package dev.groundswell.feedback;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.feedback.Input.Steers;
import dev.groundswell.initiative.Deed;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.initiative.Standing;
import dev.groundswell.kernel.ChannelId;
import dev.groundswell.kernel.Ids;
import dev.groundswell.kernel.OneLine;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.people.Person;
import dev.groundswell.privacy.Finding;
import dev.groundswell.privacy.PatientGuard;
import dev.groundswell.reminder.NewReminder;
import dev.groundswell.reminder.Reminders;
import dev.groundswell.reminder.Subject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Collects input in rounds, each with a name and an end; it closes when everyone has heard. */
public final class Rounds {
  /** The kind of the reminder at the end of a round; its subject is the round. */
  public static final String ROUND_ENDS = "feedback.round-ends";

  private static final int NAMED = 5;

  private final Database database;
  private final Initiatives initiatives;
  private final Reminders reminders;
  private final Ids ids;
  private final Clock clock;

  public Rounds(
      Database database, Initiatives initiatives, Reminders reminders, Ids ids, Clock clock) {
    this.database = database;
    this.initiatives = initiatives;
    this.reminders = reminders;
    this.ids = ids;
    this.clock = clock;
    reminders.whoKnows(ROUND_ENDS, this::subject);
    reminders.whenHandedOver(ROUND_ENDS, this::handOver);
  }

  private boolean handOver(Tx tx, WorkspaceId workspace, UUID id, UserId to) {
    return RoundStore.find(tx, workspace, id)
        .filter(it -> initiatives.standing(tx, workspace, to, it.initiative()).may(Deed.RUN_ROUNDS))
        .map(it -> RoundStore.handOver(tx, workspace, id, to))
        .orElse(false);
  }

  private Optional<Subject> subject(Tx tx, WorkspaceId workspace, UserId viewer, UUID id) {
    return RoundStore.find(tx, workspace, id)
        .filter(it -> initiatives.standing(tx, workspace, viewer, it.initiative()).may(Deed.SEE))
        .map(it -> Subject.named(it.name()));
  }

  /** Opens a round in the initiative that this person means. */
  public RoundChanged open(
      Person by,
      WorkspaceId workspace,
      @Nullable ChannelId channel,
      String name,
      @Nullable LocalDate endsOn,
      @Nullable Steers steers) {
    String clean = OneLine.of(name);
    Optional<Finding> finding = PatientGuard.check(clean);
    if (clean.isEmpty()) {
      return new RoundChanged.NameMissing();
    } else if (clean.length() > Round.LONGEST_NAME) {
      return new RoundChanged.NameTooLong();
    } else if (finding.isPresent()) {
      return new RoundChanged.PatientDetails(finding.get().kind());
    } else if (isPast(endsOn, by)) {
      return new RoundChanged.EndIsPast();
    }
    return database.inTransaction(
        tx -> {
          Optional<Initiative> current = initiatives.current(tx, workspace, by.id(), channel);
          if (current.isEmpty()) {
            return new RoundChanged.NoInitiative();
          }
          Initiative initiative = current.get();
          Standing standing = initiatives.standing(tx, workspace, by.id(), initiative.id());
          if (!standing.may(Deed.RUN_ROUNDS)) {
            return new RoundChanged.NotAllowed(initiative.lead());
          }
          Optional<Round> known = RoundStore.named(tx, workspace, initiative.id(), clean);
          if (known.isPresent()) {
            return new RoundChanged.Exists(known.get());
          }
          Round round =
              new Round(
                  workspace, ids.next(), initiative.id(), clean, endsOn, steers, by.id(), null, 0);
          RoundStore.add(tx, round, clock.instant());
          remind(tx, round, by);
          return new RoundChanged.Opened(round, initiative);
        });
  }

  private boolean isPast(@Nullable LocalDate day, Person by) {
    return day != null && day.isBefore(LocalDate.ofInstant(clock.instant(), by.zone()));
  }

  private void remind(Tx tx, Round round, Person by) {
    LocalDate day = round.endsOn();
    if (day != null) {
      reminders.plan(
          tx,
          NewReminder.of(
                  round.workspace(),
                  ROUND_ENDS,
                  round.id(),
                  round.owner(),
                  DueDates.moment(day, by.zone()))
              .about(round.initiative()));
    }
  }

  /**
   * Gives a round another end, or says what its input will steer.
   *
   * @param version the one that the person saw; when there is a newer one, nothing is changed
   */
  public RoundChanged change(
      Person by,
      WorkspaceId workspace,
      UUID id,
      int version,
      @Nullable LocalDate endsOn,
      @Nullable Steers steers) {
    return change(
        by,
        workspace,
        id,
        (tx, round) -> {
          if (round.version() != version) {
            return new RoundChanged.ChangedMeanwhile(round);
          } else if (isPast(endsOn, by) && !java.util.Objects.equals(endsOn, round.endsOn())) {
            return new RoundChanged.EndIsPast();
          }
          RoundStore.change(tx, round, endsOn, steers);
          Round now = RoundStore.find(tx, workspace, id).orElseThrow();
          reminders.finish(tx, workspace, ROUND_ENDS, id);
          if (!isPast(endsOn, by)) {
            remind(tx, now, by);
          }
          return new RoundChanged.Changed(now);
        });
  }

  /** Closes a round, unless somebody in it has not heard back. Closing it twice changes nothing. */
  public RoundChanged close(Person by, WorkspaceId workspace, UUID id) {
    return change(
        by,
        workspace,
        id,
        (tx, round) -> {
          int waiting = RoundStore.waiting(tx, round);
          if (!round.isClosed() && waiting > 0) {
            return new RoundChanged.StillOpen(
                round, waiting, RoundStore.firstWaiting(tx, round, NAMED));
          }
          RoundStore.close(tx, round, by.id(), clock.instant());
          reminders.finish(tx, workspace, ROUND_ENDS, id);
          return new RoundChanged.Closed(RoundStore.find(tx, workspace, id).orElseThrow());
        });
  }

  private RoundChanged change(
      Person by, WorkspaceId workspace, UUID id, BiFunction<Tx, Round, RoundChanged> deed) {
    return database.inTransaction(
        tx -> {
          Optional<Round> round = RoundStore.lock(tx, workspace, id);
          if (round.isEmpty()) {
            return new RoundChanged.Gone();
          }
          Standing standing =
              initiatives.standing(tx, workspace, by.id(), round.get().initiative());
          if (!standing.isMember()) {
            return new RoundChanged.Gone();
          }
          return standing.may(Deed.RUN_ROUNDS)
              ? deed.apply(tx, round.get())
              : new RoundChanged.NotAllowed(standing.lead().orElseThrow());
        });
  }

  /** One round, whoever asks: for what goes on inside, not for what is shown on demand. */
  public Optional<Round> find(WorkspaceId workspace, UUID id) {
    return database.inTransaction(tx -> RoundStore.find(tx, workspace, id));
  }

  /** One round; empty if there is none of that id, or it is not for this person to see. */
  public Optional<Round> find(WorkspaceId workspace, UserId user, UUID id) {
    return database.inTransaction(
        tx ->
            RoundStore.find(tx, workspace, id)
                .filter(
                    it ->
                        initiatives.standing(tx, workspace, user, it.initiative()).may(Deed.SEE)));
  }

  /** How many answers are owed in a round. */
  public int waiting(Round round) {
    return database.inTransaction(tx -> RoundStore.waiting(tx, round));
  }

  /**
   * The rounds of an initiative, those that are open first.
   *
   * @param most how many at the most
   */
  public List<Round> of(WorkspaceId workspace, UUID initiative, int most) {
    return database.inTransaction(tx -> RoundStore.of(tx, workspace, initiative, most));
  }
}
