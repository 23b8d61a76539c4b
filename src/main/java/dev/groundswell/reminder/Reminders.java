package dev.groundswell.reminder;

import static java.util.concurrent.CompletableFuture.supplyAsync;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.kernel.Ids;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.outbox.Outbox;
import dev.groundswell.reminder.Coming.Place;
import dev.groundswell.reminder.Reminder.State;
import dev.groundswell.reminder.Reminder.When;
import dev.groundswell.reminder.ReminderStore.Share;
import dev.groundswell.reminder.Surroundings.Habits;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Plans reminders, fires those that are due, and ends those whose matter is done. */
public final class Reminders {
  private final Database database;
  private final FireDue firing;
  private final Surroundings surroundings;
  private final Recurrence recurrence;
  private final Ids ids;
  private final Clock clock;
  private final Map<String, Handover> handovers = new ConcurrentHashMap<>();
  private final Map<String, Stopping> stoppings = new ConcurrentHashMap<>();
  private final Map<String, Subject.Known> subjects = new ConcurrentHashMap<>();

  public Reminders(
      Database database,
      Outbox outbox,
      Surroundings surroundings,
      Recurrence recurrence,
      Ids ids,
      Clock clock) {
    this.database = database;
    this.firing = new FireDue(outbox, surroundings, recurrence);
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

  /** Nothing of an initiative comes until it is woken, since it was archived. */
  public void rest(Tx tx, WorkspaceId workspace, UUID initiative) {
    ReminderStore.turnAll(tx, workspace, initiative, State.WAITING, State.RESTING);
  }

  /** What rested comes again at its own time; what is overdue by now, at the next good moment. */
  public void wake(Tx tx, WorkspaceId workspace, UUID initiative) {
    ReminderStore.turnAll(tx, workspace, initiative, State.RESTING, State.WAITING);
  }

  /** Nothing can be said in a workspace: all that waits there rests. */
  public void leave(Tx tx, WorkspaceId workspace) {
    ReminderStore.turnAll(tx, workspace, State.WAITING, State.AWAY);
  }

  /** It can again; what is overdue by now comes at the next good moment. */
  public void comeBack(Tx tx, WorkspaceId workspace) {
    ReminderStore.turnAll(tx, workspace, State.AWAY, State.WAITING);
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
    Instant now = clock.instant();
    ReminderStore.handOver(tx, open.stream().map(it -> it.handedTo(to, zone, now)).toList());
  }

  /** What comes to somebody in one initiative is for somebody else from now on. */
  public void handOverAll(Tx tx, WorkspaceId workspace, UUID initiative, UserId from, UserId to) {
    List<Reminder> open = ReminderStore.lockOpenOf(tx, workspace, initiative, from);
    ZoneId zone = open.isEmpty() ? null : zone(tx, workspace, to);
    Instant now = clock.instant();
    ReminderStore.handOver(tx, open.stream().map(it -> it.handedTo(to, zone, now)).toList());
  }

  /**
   * Says what else is to be handed over when somebody hands over a reminder of that kind by its
   * button; without it only the reminder changes hands.
   */
  public void whenHandedOver(String kind, Handover handover) {
    if (handovers.putIfAbsent(kind, handover) != null) {
      throw new IllegalStateException("two want to hand over " + kind);
    }
  }

  /** Says who hears of it when somebody stops a reminder of that kind by its button. */
  public void whenStopped(String kind, Stopping stopping) {
    if (stoppings.putIfAbsent(kind, stopping) != null) {
      throw new IllegalStateException("two want to hear that " + kind + " was stopped");
    }
  }

  void stopped(Tx tx, Reminder reminder) {
    Stopping stopping = stoppings.get(reminder.kind());
    if (stopping != null) {
      stopping.stopped(tx, reminder.workspace(), reminder.subject());
    }
  }

  /** Says what reminders of that kind are about; without it they are known by their kind alone. */
  public void whoKnows(String kind, Subject.Known subject) {
    subjects.put(kind, subject);
  }

  /**
   * @return false when that person can't have what it is about
   */
  boolean handOverAll(Tx tx, Reminder reminder, UserId to) {
    UUID initiative = reminder.initiative();
    if (initiative != null && !surroundings.mayTakeOver(tx, reminder.workspace(), to, initiative)) {
      return false;
    }
    Handover handover = handovers.get(reminder.kind());
    if (handover != null && !handover.handOver(tx, reminder.workspace(), reminder.subject(), to)) {
      return false;
    }
    handOver(tx, reminder.workspace(), reminder.kind(), reminder.subject(), to);
    return true;
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
    FireDue.Crowded crowded = new FireDue.Crowded();
    FireDue.Batch first = fireSome(Share.ALL, crowded);
    if (!first.full()) {
      return first.said();
    }
    int hands = database.writersAtOnce();
    ExecutorService helpers = Executors.newFixedThreadPool(hands);
    try {
      List<CompletableFuture<Integer>> shares =
          IntStream.range(0, hands)
              .mapToObj(it -> supplyAsync(() -> fireAll(new Share(it, hands), crowded), helpers))
              .toList();
      // Waits for the others too when one fails, so that no share is ever taken by two.
      CompletableFuture.allOf(shares.toArray(CompletableFuture[]::new)).join();
      return first.said() + shares.stream().mapToInt(CompletableFuture::join).sum();
    } finally {
      helpers.shutdown();
    }
  }

  private int fireAll(Share share, FireDue.Crowded crowded) {
    int fired = 0;
    FireDue.Batch batch;
    do {
      batch = fireSome(share, crowded);
      fired += batch.said();
    } while (batch.full());
    return fired;
  }

  private FireDue.Batch fireSome(Share share, FireDue.Crowded crowded) {
    Instant now = clock.instant();
    return database.inTransaction(tx -> firing.batch(tx, share, crowded, now));
  }

  /**
   * What will come to one person, the next at the top.
   *
   * @param most how many at the most
   */
  public List<Coming> upcoming(WorkspaceId workspace, UserId user, Instant until, int most) {
    return upcoming(workspace, user, Set.of(), Place.FIRST, until, most);
  }

  /**
   * What will come to one person, and to anybody in the initiatives that they lead.
   *
   * @param behind where to go on in the list
   */
  public List<Coming> upcoming(
      WorkspaceId workspace, UserId user, Set<UUID> led, Place behind, Instant until, int most) {
    Instant now = clock.instant();
    return database.inTransaction(
        tx -> {
          Set<Reminder> all =
              new LinkedHashSet<>(ReminderStore.comingTo(tx, workspace, user, behind, until, most));
          led.forEach(
              it -> all.addAll(ReminderStore.comingIn(tx, workspace, it, behind, until, most)));
          List<Reminder> first =
              all.stream()
                  .sorted(
                      Comparator.comparing(Reminder::dueAt).thenComparing(it -> it.id().toString()))
                  .limit(most)
                  .toList();
          Around around = Around.of(tx, surroundings, first);
          return first.stream().map(it -> coming(tx, it, user, around, now)).toList();
        });
  }

  private Coming coming(Tx tx, Reminder reminder, UserId viewer, Around around, Instant now) {
    Instant due = reminder.dueAt().isBefore(now) ? now : reminder.dueAt();
    GoodTimes times = around.goodTimes(reminder);
    boolean ownChoice = reminder.when().snoozed() && !times.isPaused(due);
    Subject subject =
        Optional.ofNullable(subjects.get(reminder.kind()))
            .flatMap(it -> it.find(tx, reminder.workspace(), viewer, reminder.subject()))
            .orElse(null);
    return new Coming(reminder, ownChoice ? due : times.next(due), subject);
  }

  /**
   * That moment if somebody may be written to then about an initiative, else the next good one; on
   * their clock.
   */
  public ZonedDateTime goodMoment(
      Tx tx, WorkspaceId workspace, UserId user, UUID initiative, Instant moment) {
    GoodTimes times =
        GoodTimes.of(
            surroundings.habits(tx, workspace, Set.of(user)).get(user),
            surroundings.matters(tx, workspace, Set.of(initiative)).get(initiative));
    return times.next(moment).atZone(times.zone());
  }

  /** How many reminders of all workspaces wait for their time. */
  public long waiting() {
    return database.inTransaction(ReminderStore::countWaiting);
  }

  /** How many reminders of all workspaces should have come by now; more than a few are too many. */
  public long overdue() {
    Instant now = clock.instant();
    return database.inTransaction(tx -> ReminderStore.countDue(tx, now));
  }
}
