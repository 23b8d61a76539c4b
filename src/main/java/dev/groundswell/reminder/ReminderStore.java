package dev.groundswell.reminder;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The rows of {@code reminder}. */
final class ReminderStore {
  private ReminderStore() {}

  static void add(Tx tx, Reminder reminder) {
    tx.update(
            """
            insert into reminder (workspace_id, id, kind, subject_id, recipient, due_at, state,
              fired)
            values (:workspace, :id, :kind, :subject, :recipient, :dueAt, 'WAITING', :fired)
            """)
        .bind("workspace", reminder.workspace())
        .bind("id", reminder.id())
        .bind("kind", reminder.kind())
        .bind("subject", reminder.subject())
        .bind("recipient", reminder.recipient())
        .bind("dueAt", reminder.dueAt())
        .bind("fired", reminder.fired())
        .execute();
  }

  static void finish(Tx tx, WorkspaceId workspace, String kind, UUID subject) {
    tx.update(
            """
            update reminder set state = 'DONE'
            where workspace_id = :workspace and kind = :kind and subject_id = :subject
            """)
        .bind("workspace", workspace)
        .bind("kind", kind)
        .bind("subject", subject)
        .execute();
  }

  /** Locks the next due rows for this transaction; other nodes skip them. */
  static List<Reminder> takeDue(Tx tx, Instant now, int most) {
    return tx.query(
            """
            select workspace_id, id, kind, subject_id, recipient, due_at, fired from reminder
            where state = 'WAITING' and due_at <= :now
            order by due_at, id
            fetch first :most rows only for update skip locked
            """)
        .bind("now", now)
        .bind("most", most)
        .map(
            (row, context) ->
                new Reminder(
                    new WorkspaceId(row.getString("workspace_id")),
                    row.getObject("id", UUID.class),
                    row.getString("kind"),
                    row.getObject("subject_id", UUID.class),
                    new UserId(row.getString("recipient")),
                    row.getObject("due_at", OffsetDateTime.class).toInstant(),
                    row.getInt("fired")))
        .list();
  }

  static long countWaiting(Tx tx) {
    return tx.query("select count(*) from reminder where state = 'WAITING'")
        .mapTo(Long.class)
        .one();
  }

  static void markFired(Tx tx, List<Reminder> reminders) {
    if (reminders.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        tx.batch(
            """
            update reminder set state = 'FIRED', fired = fired + 1
            where workspace_id = :workspace and id = :id
            """);
    for (Reminder reminder : reminders) {
      batch.bind("workspace", reminder.workspace()).bind("id", reminder.id()).add();
    }
    batch.execute();
  }
}
