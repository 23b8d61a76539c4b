package dev.groundswell.practice;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.practice.checkin.Demand;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;

/** The rows of {@code demand}. */
final class DemandStore {
  private static final RowMapper<Demand> ROW =
      (row, context) ->
          new Demand(
              row.getObject("id", UUID.class),
              Demand.Kind.valueOf(row.getString("kind")),
              row.getString("name"),
              row.getObject("from_on", LocalDate.class),
              row.getObject("until_on", LocalDate.class));

  private DemandStore() {}

  static List<Demand> of(Tx tx, WorkspaceId workspace, UUID practice) {
    return tx.query(
            """
            select * from demand where workspace_id = :workspace and practice_id = :practice
            order by from_on, id
            """)
        .bind("workspace", workspace)
        .bind("practice", practice)
        .map(ROW)
        .list();
  }

  static void add(Tx tx, WorkspaceId workspace, UUID practice, Demand demand, UserId by) {
    tx.update(
            """
            insert into demand (workspace_id, id, practice_id, kind, name, from_on, until_on,
              noted_by)
            values (:workspace, :id, :practice, :kind, :name, :from, :until, :by)
            """)
        .bind("workspace", workspace)
        .bind("id", demand.id())
        .bind("practice", practice)
        .bind("kind", demand.kind().name())
        .bind("name", demand.name())
        .bind("from", demand.from())
        .bind("until", demand.until())
        .bind("by", by)
        .execute();
  }

  static void change(Tx tx, WorkspaceId workspace, Demand demand) {
    tx.update(
            """
            update demand set kind = :kind, name = :name, from_on = :from, until_on = :until
            where workspace_id = :workspace and id = :id
            """)
        .bind("kind", demand.kind().name())
        .bind("name", demand.name())
        .bind("from", demand.from())
        .bind("until", demand.until())
        .bind("workspace", workspace)
        .bind("id", demand.id())
        .execute();
  }

  static void remove(Tx tx, WorkspaceId workspace, UUID practice, UUID id) {
    tx.update(
            """
            delete from demand
            where workspace_id = :workspace and practice_id = :practice and id = :id
            """)
        .bind("workspace", workspace)
        .bind("practice", practice)
        .bind("id", id)
        .execute();
  }
}
