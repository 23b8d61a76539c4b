package dev.groundswell.practice;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.UserId;
import java.time.Instant;
import java.util.UUID;

/** The rows of {@code practice_override}: who went on all the same, and why. */
final class OverrideStore {
  private OverrideStore() {}

  static void add(Tx tx, Found found, UUID id, String what, String reason, UserId by, Instant now) {
    tx.update(
            """
            insert into practice_override (workspace_id, id, practice_id, initiative_id, what,
              reason, by_id, at)
            values (:workspace, :id, :practice, :initiative, :what, :reason, :by, :now)
            """)
        .bind("workspace", found.practice().workspace())
        .bind("id", id)
        .bind("practice", found.practice().id())
        .bind("initiative", found.initiative().id())
        .bind("what", what)
        .bind("reason", reason)
        .bind("by", by)
        .bind("now", now)
        .execute();
  }
}
