package dev.groundswell.pledge;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.privacy.Somebody;
import java.util.List;
import java.util.UUID;

/** Takes people out of {@code pledge}. */
final class ErasureStore {
  private ErasureStore() {}

  static List<UUID> of(Tx tx, WorkspaceId workspace, Somebody who) {
    return who instanceof Somebody.Account account
        ? tx.query("select id from pledge where workspace_id = :workspace and user_id = :user")
            .bind("workspace", workspace)
            .bind("user", account.id())
            .mapTo(UUID.class)
            .list()
        : who instanceof Somebody.Named named ? named(tx, workspace, named) : List.of();
  }

  private record Row(UUID id, String name) {}

  /** Names are compared without regard to how many blanks are in them. */
  private static List<UUID> named(Tx tx, WorkspaceId workspace, Somebody.Named wanted) {
    return tx
        .query(
            """
            select id, name from pledge
            where workspace_id = :workspace and user_id is null and head_count = 0
              and name_key <> ''
            """)
        .bind("workspace", workspace)
        .map((row, context) -> new Row(row.getObject("id", UUID.class), row.getString("name")))
        .list()
        .stream()
        .filter(it -> new Somebody.Named(it.name()).key().equals(wanted.key()))
        .map(Row::id)
        .toList();
  }

  /** 1 if it was still open. */
  static int release(Tx tx, WorkspaceId workspace, UUID id) {
    return tx.update(
            """
            update pledge set state = 'RELEASED', settled_at = current_timestamp,
              version = version + 1
            where workspace_id = :workspace and id = :id and state = 'PROMISED'
            """)
        .bind("workspace", workspace)
        .bind("id", id)
        .execute();
  }

  static void blank(Tx tx, WorkspaceId workspace, UUID id, String nobody, String nothing) {
    tx.update(
            """
            update pledge set user_id = null, name = :nobody, name_key = '', words = :nothing,
              evidence = case when evidence is null then null else :nothing end
            where workspace_id = :workspace and id = :id
            """)
        .bind("nobody", nobody)
        .bind("nothing", nothing)
        .bind("workspace", workspace)
        .bind("id", id)
        .execute();
  }
}
