package dev.groundswell.reminder;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.kernel.Ids;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.outbox.Outbox;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.outbox.Outgoing.Medium;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Plans reminders, fires those that are due, and ends those whose matter is done. */
public final class Reminders {
  private static final int BATCH = 200;

  private final Database database;
  private final Outbox outbox;
  private final Ids ids;
  private final Clock clock;

  public Reminders(Database database, Outbox outbox, Ids ids, Clock clock) {
    this.database = database;
    this.outbox = outbox;
    this.ids = ids;
    this.clock = clock;
  }

  /** Plans one, in the transaction of what it is about. */
  public Reminder plan(
      Tx tx, WorkspaceId workspace, String kind, UUID subject, UserId recipient, Instant dueAt) {
    Reminder reminder = new Reminder(workspace, ids.next(), kind, subject, recipient, dueAt, 0);
    ReminderStore.add(tx, reminder);
    return reminder;
  }

  /** Ends all reminders about one thing, since it is done or was withdrawn. */
  public void finish(Tx tx, WorkspaceId workspace, String kind, UUID subject) {
    ReminderStore.finish(tx, workspace, kind, subject);
  }

  /**
   * Puts a message into the outbox for everything that is due, in one transaction a batch; what is
   * due for one person at the same time shares a message.
   *
   * @return how many reminders fired
   */
  public int fireDue() {
    int fired = 0;
    int batch;
    do {
      Instant now = clock.instant();
      batch = database.inTransaction(tx -> fireBatch(tx, now));
      fired += batch;
    } while (batch == BATCH);
    return fired;
  }

  /** How many reminders of all workspaces wait for their time. */
  public long waiting() {
    return database.inTransaction(ReminderStore::countWaiting);
  }

  private int fireBatch(Tx tx, Instant now) {
    List<Reminder> due = ReminderStore.takeDue(tx, now, BATCH);
    Map<List<Object>, List<Reminder>> byPerson =
        due.stream()
            .collect(
                Collectors.groupingBy(
                    reminder -> List.of(reminder.workspace(), reminder.recipient()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    for (List<Reminder> together : byPerson.values()) {
      Reminder first = together.get(0);
      outbox.put(
          tx,
          first.workspace(),
          Medium.SLACK,
          first.recipient().value(),
          first.recipient(),
          together.stream()
              .map(reminder -> new Item(reminder.occasion(), reminder.kind(), reminder.subject()))
              .toList(),
          now);
    }
    ReminderStore.markFired(tx, due);
    return due.size();
  }
}
