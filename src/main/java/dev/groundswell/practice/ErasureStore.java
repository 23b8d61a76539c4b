package dev.groundswell.practice;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.WorkspaceId;
import java.util.List;
import java.util.UUID;

/** Takes names out of the tables of practices. */
final class ErasureStore {
  private ErasureStore() {}

  /** By its name, or by one that it had before. */
  static List<UUID> named(Tx tx, WorkspaceId workspace, String nameKey) {
    return tx.query(
            """
            select id from practice where workspace_id = :workspace and (name_key = :nameKey
              or id in (select practice_id from practice_name
                where workspace_id = :workspace and name_key = :nameKey))
            """)
        .bind("workspace", workspace)
        .bind("nameKey", nameKey)
        .mapTo(UUID.class)
        .list();
  }

  static void blank(Tx tx, WorkspaceId workspace, UUID id, String nobody, String nothing) {
    tx.update(
            """
            update practice set name = :nobody, name_key = :nameKey, record_system = '',
              region = '', ownership = '', programmes = '', rhythm = '', networks = ''
            where workspace_id = :workspace and id = :id
            """)
        .bind("nobody", nobody)
        .bind("nameKey", Practice.key(nobody))
        .bind("workspace", workspace)
        .bind("id", id)
        .execute();
    of(tx, workspace, id, "delete from practice_name");
    of(
        tx,
        workspace,
        id,
        "update assessment set note = case when note = '' then '' else :nothing end",
        nothing);
    of(
        tx,
        workspace,
        id,
        "update touch set note = case when note = '' then '' else :nothing end",
        nothing);
    of(tx, workspace, id, "update practice_win set what = :nothing, meaning = :nothing", nothing);
  }

  private static void of(Tx tx, WorkspaceId workspace, UUID practice, String deed) {
    tx.update(deed + " where workspace_id = :workspace and practice_id = :practice")
        .bind("workspace", workspace)
        .bind("practice", practice)
        .execute();
  }

  private static void of(Tx tx, WorkspaceId workspace, UUID practice, String deed, String nothing) {
    tx.update(deed + " where workspace_id = :workspace and practice_id = :practice")
        .bind("nothing", nothing)
        .bind("workspace", workspace)
        .bind("practice", practice)
        .execute();
  }

  /** How many there were. */
  static int withdrawItems(Tx tx, WorkspaceId workspace, String neighbour, String nothing) {
    return tx.update(
            """
            update library_item set title = :nothing, neighbour = '', neighbour_agreed = false,
              withdrawn_at = coalesce(withdrawn_at, current_timestamp)
            where workspace_id = :workspace and lower(neighbour) = :neighbour
            """)
        .bind("nothing", nothing)
        .bind("workspace", workspace)
        .bind("neighbour", neighbour)
        .execute();
  }
}
