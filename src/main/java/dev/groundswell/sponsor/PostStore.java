package dev.groundswell.sponsor;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.WorkspaceId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** The rows of {@code mail_seen} and {@code mail_reply}. */
final class PostStore {
  private PostStore() {}

  /** A reply that waits for its owner; the words are sealed. */
  record Waiting(UUID sponsor, String sealedWords, Instant arrivedAt) {}

  static boolean isSeen(Tx tx, String print) {
    return tx.query("select count(*) from mail_seen where print = :print")
            .bind("print", print)
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  static void see(Tx tx, String print, Instant now) {
    tx.update("insert into mail_seen (print, seen_at) values (:print, :now)")
        .bind("print", print)
        .bind("now", now)
        .execute();
  }

  /** Housekeeping: what is older is not looked at any more. */
  static void forgetSeen(Tx tx, Instant before) {
    tx.update("delete from mail_seen where seen_at < :before").bind("before", before).execute();
  }

  static void add(
      Tx tx, WorkspaceId workspace, UUID id, UUID sponsor, String sealedWords, Instant now) {
    tx.update(
            """
            insert into mail_reply (workspace_id, id, sponsor_id, sealed_words, arrived_at, state)
            values (:workspace, :id, :sponsor, :sealed, :now, 'OPEN')
            """)
        .bind("workspace", workspace)
        .bind("id", id)
        .bind("sponsor", sponsor)
        .bind("sealed", sealedWords)
        .bind("now", now)
        .execute();
  }

  static Optional<Waiting> waiting(Tx tx, WorkspaceId workspace, UUID id) {
    return tx.query(
            """
            select sponsor_id, sealed_words, arrived_at from mail_reply
            where workspace_id = :workspace and id = :id and state = 'OPEN'
              and sealed_words is not null
            """)
        .bind("workspace", workspace)
        .bind("id", id)
        .map(
            (row, context) ->
                new Waiting(
                    row.getObject("sponsor_id", UUID.class),
                    row.getString("sealed_words"),
                    row.getObject("arrived_at", OffsetDateTime.class).toInstant()))
        .findOne();
  }

  /** Ends it, and takes the words away; false if that was done before. */
  static boolean settle(Tx tx, WorkspaceId workspace, UUID id, String state) {
    return tx.update(
                """
                update mail_reply set state = :state, sealed_words = null
                where workspace_id = :workspace and id = :id and state = 'OPEN'
                """)
            .bind("state", state)
            .bind("workspace", workspace)
            .bind("id", id)
            .execute()
        > 0;
  }
}
