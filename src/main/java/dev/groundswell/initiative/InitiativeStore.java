package dev.groundswell.initiative;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;

/** The rows of {@code initiative}. */
final class InitiativeStore {
  private static final RowMapper<Initiative> ROW =
      (row, context) ->
          new Initiative(
              new WorkspaceId(row.getString("workspace_id")),
              row.getObject("id", UUID.class),
              row.getString("name"),
              new UserId(row.getString("lead_id")),
              ZoneId.of(row.getString("zone")));

  private InitiativeStore() {}

  static void add(Tx tx, Initiative initiative, UserId by, Instant now) {
    tx.update(
            """
            insert into initiative (workspace_id, id, name, name_key, lead_id, zone, created_by,
              created_at)
            values (:workspace, :id, :name, :nameKey, :lead, :zone, :by, :now)
            """)
        .bind("workspace", initiative.workspace())
        .bind("id", initiative.id())
        .bind("name", initiative.name())
        .bind("nameKey", initiative.name().toLowerCase(Locale.ROOT))
        .bind("lead", initiative.lead())
        .bind("zone", initiative.zone().getId())
        .bind("by", by)
        .bind("now", now)
        .execute();
  }

  static Optional<Initiative> find(Tx tx, WorkspaceId workspace, UUID id) {
    return tx.query("select * from initiative where workspace_id = :workspace and id = :id")
        .bind("workspace", workspace)
        .bind("id", id)
        .map(ROW)
        .findOne();
  }

  static List<Initiative> find(Tx tx, WorkspaceId workspace, Set<UUID> ids) {
    return tx.query("select * from initiative where workspace_id = :workspace and id in (<ids>)")
        .bind("workspace", workspace)
        .bindList("ids", List.copyOf(ids))
        .map(ROW)
        .list();
  }

  static List<Initiative> all(Tx tx, WorkspaceId workspace) {
    return tx.query(
            "select * from initiative where workspace_id = :workspace order by created_at, id")
        .bind("workspace", workspace)
        .map(ROW)
        .list();
  }
}
