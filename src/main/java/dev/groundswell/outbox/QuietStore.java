package dev.groundswell.outbox;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.WorkspaceId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The rows of {@code outbox} and {@code occasion} of initiatives that are quiet. */
final class QuietStore {
  private QuietStore() {}

  /** The initiatives that a message speaks of, by occasion; what belongs to none is left out. */
  static Map<String, UUID> initiatives(Tx tx, WorkspaceId workspace, UUID message) {
    Map<String, UUID> initiatives = new HashMap<>();
    tx.query(
            """
            select name, initiative_id from occasion
            where workspace_id = :workspace and outbox_id = :message
              and initiative_id is not null
            """)
        .bind("workspace", workspace)
        .bind("message", message)
        .map(
            (row, context) ->
                Map.entry(row.getString("name"), row.getObject("initiative_id", UUID.class)))
        .forEach(it -> initiatives.put(it.getKey(), it.getValue()));
    return initiatives;
  }

  /** A claimed message waits until then, as if it had never been tried. */
  static void putOff(Tx tx, Outgoing message, Instant until, String why) {
    tx.update(
            """
            update outbox set state = 'WAITING', attempts = 0, not_before = :until, why = :why,
              sending_to = null
            where workspace_id = :workspace and id = :id
              and state = 'SENDING' and marked_at = :marked
            """)
        .bind("until", until)
        .bind("why", why)
        .bind("workspace", message.workspace())
        .bind("id", message.id())
        .bind("marked", message.markedAt())
        .execute();
  }

  /** Some of what a message says gets a message of its own, which waits until then. */
  static void split(
      Tx tx,
      Outgoing message,
      UUID other,
      Collection<String> occasions,
      Instant until,
      String why) {
    tx.update(
            """
            insert into outbox (workspace_id, id, medium, recipient, answers_to, initiative_id,
              state, not_before, attempts, why, created_at)
            select workspace_id, cast(:other as uuid), medium, recipient, answers_to, initiative_id,
              'WAITING', :until, 0, :why, created_at
            from outbox where workspace_id = :workspace and id = :id
            """)
        .bind("other", other)
        .bind("until", until)
        .bind("why", why)
        .bind("workspace", message.workspace())
        .bind("id", message.id())
        .execute();
    tx.update(
            """
            update occasion set outbox_id = :other
            where workspace_id = :workspace and outbox_id = :id and name in (<occasions>)
            """)
        .bind("other", other)
        .bind("workspace", message.workspace())
        .bind("id", message.id())
        .bindList("occasions", occasions)
        .execute();
  }

  /** What was never tried and waits for a later moment, though its initiative goes on. */
  static void goOn(Tx tx, WorkspaceId workspace, UUID initiative, Instant now) {
    tx.update(
            """
            update outbox set not_before = :now, why = null
            where workspace_id = :workspace and state = 'WAITING' and attempts = 0
              and why is not null and not_before > :now
              and exists (
                select 1 from occasion
                where occasion.workspace_id = outbox.workspace_id
                  and occasion.outbox_id = outbox.id and occasion.initiative_id = :initiative)
            """)
        .bind("now", now)
        .bind("workspace", workspace)
        .bind("initiative", initiative)
        .execute();
  }

  /** Cancels all that waits in a workspace, and says what that was. */
  static List<UUID> cancelWaiting(Tx tx, WorkspaceId workspace, String why, Instant now) {
    List<UUID> waiting =
        tx.query(
                """
                select id from outbox where workspace_id = :workspace and state = 'WAITING'
                order by id for update
                """)
            .bind("workspace", workspace)
            .mapTo(UUID.class)
            .list();
    tx.update(
            """
            update outbox set state = 'CANCELLED', why = :why, settled_at = :now
            where workspace_id = :workspace and state = 'WAITING'
            """)
        .bind("why", why)
        .bind("now", now)
        .bind("workspace", workspace)
        .execute();
    return waiting;
  }
}
