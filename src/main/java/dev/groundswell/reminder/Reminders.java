package dev.groundswell.reminder;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.kernel.Ids;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.outbox.Outbox;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.outbox.Outgoing.Medium;
import dev.groundswell.reminder.Reminder.State;
import dev.groundswell.reminder.Reminder.When;
import dev.groundswell.reminder.Surroundings.Habits;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Plans reminders, fires those that are due, and ends those whose matter is done. */
public final class Reminders {
  private static final int BATCH = 200;

  private final Database database;
  private final Outbox outbox;
  private final Surroundings surroundings;
  private final Recurrence recurrence;
  private final Ids ids;
  private final Clock clock;

  public Reminders(
      Database database,
      Outbox outbox,
      Surroundings surroundings,
      Recurrence recurrence,
      Ids ids,
      Clock clock) {
    this.database = database;
    this.outbox = outbox;
    this.surroundings = surroundings;
    this.recurrence = recurrence;
    this.ids = ids;
    this.clock = clock;
  }

  /** Plans one that comes once, in the transaction of what it is about. */
  public Reminder plan(
      Tx tx, WorkspaceId workspace, String kind, UUID subject, UserId recipient, Instant dueAt) {
    return plan(tx, NewReminder.of(workspace, kind, subject, recipient, dueAt));
  }

  /**
   * Plans one, in the transaction of what it is about. Its time of day is kept when the recipient
   * travels, or when somebody elsewhere takes it over.
   *
   * @throws IllegalArgumentException when its rule can't be read
   */
  public Reminder plan(Tx tx, NewReminder wanted) {
    ZoneId zone = zone(tx, wanted.workspace(), wanted.recipient());
    if (wanted.repeat() instanceof Rule rule) {
      recurrence.next(rule, When.first(wanted.dueAt(), null).wallTime(ZoneOffset.UTC));
    }
    Reminder reminder =
        new Reminder(
            wanted.workspace(),
            ids.next(),
            wanted.kind(),
            wanted.subject(),
            wanted.initiative(),
            wanted.recipient(),
            wanted.repeat(),
            State.WAITING,
            0,
            When.first(wanted.dueAt(), zone));
    ReminderStore.add(tx, reminder);
    return reminder;
  }

  private @Nullable ZoneId zone(Tx tx, WorkspaceId workspace, UserId user) {
    Habits habits = surroundings.habits(tx, workspace, Set.of(user)).get(user);
    return habits == null ? null : habits.zone();
  }

  /** Ends all reminders about one thing, since it is done. */
  public void finish(Tx tx, WorkspaceId workspace, String kind, UUID subject) {
    ReminderStore.end(tx, workspace, kind, subject, State.DONE);
  }

  /** Ends all reminders about one thing, since it was withdrawn. */
  public void cancel(Tx tx, WorkspaceId workspace, String kind, UUID subject) {
    ReminderStore.end(tx, workspace, kind, subject, State.CANCELLED);
  }

  /** Ends all reminders of an initiative, since it was archived. */
  public void cancelAll(Tx tx, WorkspaceId workspace, UUID initiative) {
    ReminderStore.endAll(tx, workspace, initiative, State.CANCELLED);
  }

  /** What is open about one thing comes at another moment, as if it had never come before. */
  public void move(Tx tx, WorkspaceId workspace, String kind, UUID subject, Instant dueAt) {
    List<Reminder> open = ReminderStore.lockOpen(tx, workspace, kind, subject);
    ReminderStore.save(
        tx,
        open.stream()
            .map(
                it ->
                    it.in(
                        State.WAITING, When.first(dueAt, zone(tx, it.workspace(), it.recipient()))))
            .toList());
  }

  /** What is open about one thing is for somebody else from now on, at the same time of day. */
  public void handOver(Tx tx, WorkspaceId workspace, String kind, UUID subject, UserId to) {
    List<Reminder> open = ReminderStore.lockOpen(tx, workspace, kind, subject);
    ZoneId zone = open.isEmpty() ? null : zone(tx, workspace, to);
    ReminderStore.save(tx, open.stream().map(it -> it.handedTo(to, zone)).toList());
  }

  /** Somebody is in another zone now: what waits for them keeps its time of day. */
  public void travelled(Tx tx, WorkspaceId workspace, UserId user, ZoneId to) {
    List<Reminder> waiting = ReminderStore.lockWaitingFor(tx, workspace, user);
    ReminderStore.save(
        tx,
        waiting.stream()
            .filter(it -> !to.equals(it.when().zone()))
            .map(it -> it.at(it.when().in(to)))
            .toList());
  }

  /** An initiative is no longer paused: what it put off comes at its own time, or now. */
  public void resume(Tx tx, WorkspaceId workspace, UUID initiative) {
    ReminderStore.save(
        tx,
        ReminderStore.lockPutOff(tx, workspace, initiative).stream()
            .map(
                it -> {
                  Instant own = it.when().putOffFrom();
                  return own == null
                      ? it
                      : it.at(it.when().again(own, it.when().zone(), it.when().unanswered()));
                })
            .toList());
  }

  /**
   * Puts a message into the outbox for everything that is due, in one transaction a batch; what is
   * due for one person at the same time shares a message. What is due at a bad moment, as at night,
   * is moved to the next good one.
   *
   * @return how many reminders fired
   */
  public int fireDue() {
    int fired = 0;
    Batch batch;
    do {
      Instant now = clock.instant();
      batch = database.inTransaction(tx -> fireBatch(tx, now));
      fired += batch.said();
    } while (batch.taken() == BATCH);
    return fired;
  }

  private record Batch(int taken, int said) {}

  /** How many reminders of all workspaces wait for their time. */
  public long waiting() {
    return database.inTransaction(ReminderStore::countWaiting);
  }

  private Batch fireBatch(Tx tx, Instant now) {
    List<Reminder> due = ReminderStore.takeDue(tx, now, BATCH);
    if (due.isEmpty()) {
      return new Batch(0, 0);
    }
    Around around = Around.of(tx, surroundings, due);
    DecideFiring deciding = new DecideFiring(recurrence, now);
    List<Step> steps = due.stream().map(it -> deciding.decide(it, around)).toList();
    List<Step.Say> said =
        steps.stream().filter(Step.Say.class::isInstance).map(Step.Say.class::cast).toList();
    Map<List<Object>, List<Step.Say>> byPerson =
        said.stream()
            .collect(
                Collectors.groupingBy(
                    say -> List.of(say.due().workspace(), say.to()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    byPerson.values().forEach(together -> put(tx, together, now));
    ReminderStore.save(tx, steps.stream().map(Step::after).toList());
    return new Batch(due.size(), said.size());
  }

  private void put(Tx tx, List<Step.Say> together, Instant now) {
    Step.Say first = together.get(0);
    outbox.put(
        tx,
        first.due().workspace(),
        Medium.SLACK,
        first.to().value(),
        first.to(),
        together.stream()
            .map(
                say ->
                    new Item(
                        say.due().occasion(say.why()).name(),
                        say.due().kind(),
                        say.due().subject()))
            .toList(),
        now);
  }
}
