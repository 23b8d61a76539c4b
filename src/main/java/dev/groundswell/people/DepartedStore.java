package dev.groundswell.people;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.WorkspaceId;
import java.time.Instant;

/** The rows of {@code departed}: workspaces that removed the app. */
final class DepartedStore {
  private DepartedStore() {}

  static boolean add(Tx tx, WorkspaceId workspace, Instant now) {
    return tx.update(
                """
                insert into departed (workspace_id, since)
                select cast(:workspace as varchar(32)), cast(:now as timestamp(6) with time zone)
                where not exists (select 1 from departed where workspace_id = :workspace)
                """)
            .bind("workspace", workspace)
            .bind("now", now)
            .execute()
        == 1;
  }

  static boolean has(Tx tx, WorkspaceId workspace) {
    return tx.query("select count(*) from departed where workspace_id = :workspace")
            .bind("workspace", workspace)
            .mapTo(Integer.class)
            .one()
        == 1;
  }

  static boolean remove(Tx tx, WorkspaceId workspace) {
    return tx.update("delete from departed where workspace_id = :workspace")
            .bind("workspace", workspace)
            .execute()
        == 1;
  }
}
