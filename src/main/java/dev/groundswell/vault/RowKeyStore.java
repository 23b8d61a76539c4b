package dev.groundswell.vault;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;

/** The rows of {@code row_key} and {@code house_key}. */
final class RowKeyStore {
  private static final RowMapper<Row> ROW =
      (row, context) ->
          new Row(
              new WorkspaceId(row.getString("workspace_id")),
              row.getObject("subject_id", UUID.class),
              row.getString("wrapped"));

  private RowKeyStore() {}

  /** The key of one subject, wrapped. */
  record Row(WorkspaceId workspace, UUID subject, String wrapped) {}

  static Optional<String> find(Tx tx, WorkspaceId workspace, UUID subject) {
    return tx.query(
            """
            select wrapped from row_key where workspace_id = :workspace and subject_id = :subject
            """)
        .bind("workspace", workspace)
        .bind("subject", subject)
        .mapTo(String.class)
        .findOne();
  }

  static void add(Tx tx, WorkspaceId workspace, UUID subject, String wrapped, Instant now) {
    tx.update(
            """
            insert into row_key (workspace_id, subject_id, wrapped, created_at)
            values (:workspace, :subject, :wrapped, :now)
            """)
        .bind("workspace", workspace)
        .bind("subject", subject)
        .bind("wrapped", wrapped)
        .bind("now", now)
        .execute();
  }

  static boolean delete(Tx tx, WorkspaceId workspace, UUID subject) {
    return tx.update(
                "delete from row_key where workspace_id = :workspace and subject_id = :subject")
            .bind("workspace", workspace)
            .bind("subject", subject)
            .execute()
        > 0;
  }

  /**
   * The next keys of all workspaces in the order of their rows; housekeeping.
   *
   * @param workspace of the last that was seen, or an empty text at the beginning
   */
  static List<Row> after(Tx tx, String workspace, UUID subject, int most) {
    return tx.query(
            """
            select workspace_id, subject_id, wrapped from row_key
            where workspace_id > :workspace
              or (workspace_id = :workspace and subject_id > :subject)
            order by workspace_id, subject_id fetch first :most rows only
            """)
        .bind("workspace", workspace)
        .bind("subject", subject)
        .bind("most", most)
        .map(ROW)
        .list();
  }

  /** Unless it was destroyed or wrapped anew meanwhile. */
  static boolean wrapAnew(Tx tx, Row row, String wrapped) {
    return tx.update(
                """
                update row_key set wrapped = :wrapped
                where workspace_id = :workspace and subject_id = :subject and wrapped = :before
                """)
            .bind("wrapped", wrapped)
            .bind("workspace", row.workspace())
            .bind("subject", row.subject())
            .bind("before", row.wrapped())
            .execute()
        > 0;
  }

  static Optional<String> house(Tx tx) {
    return tx.query("select wrapped from house_key where id = 1").mapTo(String.class).findOne();
  }

  static void addHouse(Tx tx, String wrapped) {
    tx.update("insert into house_key (id, wrapped) values (1, :wrapped)")
        .bind("wrapped", wrapped)
        .execute();
  }

  static void wrapHouseAnew(Tx tx, String wrapped) {
    tx.update("update house_key set wrapped = :wrapped where id = 1")
        .bind("wrapped", wrapped)
        .execute();
  }
}
