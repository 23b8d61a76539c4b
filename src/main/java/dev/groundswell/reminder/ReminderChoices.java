package dev.groundswell.reminder;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.reminder.Chosen.NotYours;
import dev.groundswell.reminder.Reminder.State;
import dev.groundswell.reminder.Reminder.When;
import dev.groundswell.reminder.Surroundings.Habits;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the one who is reminded may choose: later, not this time, never again, somebody else. The
 * lead of the initiative may stop a reminder and hand it over too. Each choice names the time at
 * which the reminder came, so that one that was made long ago changes nothing about today.
 */
public final class ReminderChoices {
  private final Database database;
  private final Reminders reminders;
  private final Surroundings surroundings;
  private final Recurrence recurrence;
  private final Clock clock;

  public ReminderChoices(
      Database database,
      Reminders reminders,
      Surroundings surroundings,
      Recurrence recurrence,
      Clock clock) {
    this.database = database;
    this.reminders = reminders;
    this.surroundings = surroundings;
    this.recurrence = recurrence;
    this.clock = clock;
  }

  /**
   * Puts off this one time; the others of a recurring reminder come as they would have.
   *
   * @param number the {@link Occasion#number()} that is put off; the coming one's is {@link
   *     Reminder#fired()}
   */
  public Chosen snooze(WorkspaceId workspace, UUID id, int number, Later later, UserId by) {
    return put(
        workspace,
        id,
        number,
        by,
        times -> new Moment(later.from(clock.instant(), times), later != Later.AN_HOUR));
  }

  /** Puts off this one time to a wall time of the recipient's. */
  public Chosen snooze(WorkspaceId workspace, UUID id, int number, LocalDateTime to, UserId by) {
    return put(
        workspace,
        id,
        number,
        by,
        times -> new Moment(ZonedDateTime.ofLocal(to, times.zone(), null).toInstant(), true));
  }

  /** A moment; of a wall time when it shall travel with the person. */
  private record Moment(Instant at, boolean ofWallTime) {}

  private Chosen put(
      WorkspaceId workspace, UUID id, int number, UserId by, Function<GoodTimes, Moment> choose) {
    Instant now = clock.instant();
    return withReminder(
        workspace,
        id,
        (tx, reminder, around) -> {
          if (!reminder.recipient().equals(by)) {
            return new NotYours(reminder.recipient());
          }
          Optional<Chosen> tooLate = tooLate(reminder, number);
          if (tooLate.isPresent()) {
            return tooLate.get();
          }
          GoodTimes times = around.goodTimes(reminder);
          Moment moment = choose.apply(times);
          if (!moment.at().isAfter(now)) {
            return new Chosen.Past();
          }
          Habits person = around.habits(workspace, by);
          ZoneId zone = moment.ofWallTime() && person != null ? times.zone() : null;
          return reminder.repeat() instanceof Rule rule
              ? snoozeOne(tx, reminder, rule, number, moment.at(), zone)
              : snoozeAll(tx, reminder, number, moment.at(), zone);
        });
  }

  private static Chosen snoozeAll(
      Tx tx, Reminder reminder, int number, Instant until, @Nullable ZoneId zone) {
    boolean came = number < reminder.fired();
    if (came && reminder.when().snoozed()) {
      return new Chosen.AlreadySnoozed(reminder.dueAt());
    }
    When when = reminder.when().snoozedTo(until, zone);
    ReminderStore.save(tx, List.of(reminder.in(State.WAITING, when)));
    return new Chosen.Snoozed(until);
  }

  /** The one time becomes a row of its own, whose id tells which time it is. */
  private Chosen snoozeOne(
      Tx tx, Reminder reminder, Rule rule, int number, Instant until, @Nullable ZoneId zone) {
    UUID id = idOfOne(reminder, number);
    Optional<Reminder> before = ReminderStore.lock(tx, reminder.workspace(), id);
    if (before.isPresent()) {
      return before.get().isOpen()
          ? new Chosen.AlreadySnoozed(before.get().dueAt())
          : new Chosen.Over(before.get().state());
    }
    ReminderStore.add(
        tx,
        new Reminder(
            reminder.workspace(),
            id,
            reminder.kind(),
            reminder.subject(),
            reminder.initiative(),
            reminder.recipient(),
            new Once(),
            State.WAITING,
            0,
            When.first(until, zone).snoozedTo(until, zone)));
    if (number == reminder.fired()) {
      ReminderStore.save(tx, List.of(passedOver(reminder, rule)));
    }
    return new Chosen.Snoozed(until);
  }

  private static UUID idOfOne(Reminder reminder, int number) {
    String name = reminder.id() + "/" + number;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  /** As it stands when the coming time is left out. */
  private Reminder passedOver(Reminder reminder, Rule rule) {
    When when = reminder.when();
    ZoneId zone = when.zone() == null ? ZoneOffset.UTC : when.zone();
    Instant now = clock.instant();
    Instant from = when.dueAt().isAfter(now) ? when.dueAt() : now;
    return recurrence
        .next(rule, when.wallTime(zone), zone, from)
        .map(next -> reminder.came(State.WAITING, when.again(next, when.zone(), 0)))
        .orElseGet(() -> reminder.came(State.FIRED, when));
  }

  /** Leaves out one time of a recurring reminder: the one that came last, or the coming one. */
  public Chosen skip(WorkspaceId workspace, UUID id, int number, UserId by) {
    return withReminder(
        workspace,
        id,
        (tx, reminder, around) -> {
          if (!reminder.recipient().equals(by)) {
            return new NotYours(reminder.recipient());
          }
          Optional<Chosen> tooLate = tooLate(reminder, number);
          if (tooLate.isPresent()) {
            return tooLate.get();
          }
          if (!(reminder.repeat() instanceof Rule rule)) {
            return new Chosen.ComesOnce();
          }
          if (number < reminder.fired()) {
            ReminderStore.lock(tx, workspace, idOfOne(reminder, number))
                .filter(Reminder::isOpen)
                .ifPresent(it -> ReminderStore.save(tx, List.of(it.in(State.STOPPED))));
            return new Chosen.Skipped(reminder.dueAt());
          }
          Reminder next = passedOver(reminder, rule);
          ReminderStore.save(tx, List.of(next));
          return new Chosen.Skipped(next.dueAt());
        });
  }

  /** Ends it, with all that was put off of it. */
  public Chosen stop(WorkspaceId workspace, UUID id, UserId by) {
    return withReminder(
        workspace,
        id,
        (tx, reminder, around) -> {
          if (!mayDecide(tx, reminder, by)) {
            return new NotYours(reminder.recipient());
          }
          if (!reminder.isOpen()) {
            return new Chosen.Over(reminder.state());
          }
          ReminderStore.save(
              tx,
              ReminderStore.lockOpen(tx, workspace, reminder.kind(), reminder.subject()).stream()
                  .filter(it -> it.recipient().equals(reminder.recipient()))
                  .map(it -> it.in(State.STOPPED))
                  .toList());
          reminders.stopped(tx, reminder);
          return new Chosen.Stopped();
        });
  }

  /** From now on somebody else is reminded, and has what it is about. */
  public Chosen handOver(WorkspaceId workspace, UUID id, UserId to, UserId by) {
    return withReminder(
        workspace,
        id,
        (tx, reminder, around) -> {
          if (reminder.recipient().equals(to)) {
            return new Chosen.Theirs(to);
          }
          if (!mayDecide(tx, reminder, by)) {
            return new NotYours(reminder.recipient());
          }
          if (!reminder.isOpen()) {
            return new Chosen.Over(reminder.state());
          }
          return reminders.handOverAll(tx, reminder, to)
              ? new Chosen.HandedOver(to)
              : new Chosen.NotFor(to);
        });
  }

  /** One reminder; empty if there is none of that id in the workspace. */
  public Optional<Reminder> find(WorkspaceId workspace, UUID id) {
    return database.inTransaction(tx -> ReminderStore.find(tx, workspace, id));
  }

  private static Optional<Chosen> tooLate(Reminder reminder, int number) {
    if (!reminder.isOpen()) {
      return Optional.of(new Chosen.Over(reminder.state()));
    }
    return number < reminder.fired() - 1 ? Optional.of(new Chosen.CameAgain()) : Optional.empty();
  }

  private boolean mayDecide(Tx tx, Reminder reminder, UserId by) {
    UUID initiative = reminder.initiative();
    return reminder.recipient().equals(by)
        || (initiative != null && surroundings.maySteer(tx, reminder.workspace(), by, initiative));
  }

  private interface Choosing {
    Chosen choose(Tx tx, Reminder reminder, Around around);
  }

  private Chosen withReminder(WorkspaceId workspace, UUID id, Choosing choosing) {
    return database.inTransaction(
        tx ->
            ReminderStore.lock(tx, workspace, id)
                .map(it -> choosing.choose(tx, it, Around.of(tx, surroundings, List.of(it))))
                .orElseGet(Chosen.Gone::new));
  }
}
