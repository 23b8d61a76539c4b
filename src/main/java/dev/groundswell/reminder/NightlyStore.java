package dev.groundswell.reminder;

import dev.groundswell.db.Tx;
import java.time.Instant;

/** The rows of {@code nightly}. */
final class NightlyStore {
  private NightlyStore() {}

  static void ensure(Tx tx, String name, Instant dueAt) {
    tx.update(
            """
            insert into nightly (name, due_at)
            select cast(:name as varchar(40)), cast(:dueAt as timestamp(6) with time zone)
            where not exists (select 1 from nightly where name = :name)
            """)
        .bind("name", name)
        .bind("dueAt", dueAt)
        .execute();
  }

  /**
   * @return true for the one who may do it now
   */
  static boolean claim(Tx tx, String name, Instant now, Instant until) {
    return tx.update("update nightly set due_at = :until where name = :name and due_at <= :now")
            .bind("until", until)
            .bind("name", name)
            .bind("now", now)
            .execute()
        == 1;
  }

  static void settle(Tx tx, String name, Instant dueAt) {
    tx.update("update nightly set due_at = :dueAt where name = :name")
        .bind("dueAt", dueAt)
        .bind("name", name)
        .execute();
  }
}
