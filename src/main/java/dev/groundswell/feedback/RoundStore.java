package dev.groundswell.feedback;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;

/** The rows of {@code input_round}. */
final class RoundStore {
  private static final RowMapper<Round> ROW =
      (row, context) ->
          new Round(
              new WorkspaceId(row.getString("workspace_id")),
              row.getObject("id", UUID.class),
              row.getObject("initiative_id", UUID.class),
              row.getString("name"),
              row.getObject("ends_on", LocalDate.class),
              Rows.read(row, "steers", Input.Steers::valueOf),
              new UserId(row.getString("owner_id")),
              Rows.instant(row, "closed_at"),
              row.getInt("version"));

  private RoundStore() {}

  static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  static void add(Tx tx, Round round, Instant now) {
    tx.update(
            """
            insert into input_round (workspace_id, id, initiative_id, name, name_key, ends_on,
              steers, owner_id, created_at, version)
            values (:workspace, :id, :initiative, :name, :nameKey, cast(:endsOn as date),
              :steers, :owner, :now, 0)
            """)
        .bind("workspace", round.workspace())
        .bind("id", round.id())
        .bind("initiative", round.initiative())
        .bind("name", round.name())
        .bind("nameKey", key(round.name()))
        .bind("endsOn", round.endsOn())
        .bind("steers", Rows.name(round.steers()))
        .bind("owner", round.owner())
        .bind("now", now)
        .execute();
  }

  static Optional<Round> find(Tx tx, WorkspaceId workspace, UUID id) {
    return tx.query("select * from input_round where workspace_id = :workspace and id = :id")
        .bind("workspace", workspace)
        .bind("id", id)
        .map(ROW)
        .findOne();
  }

  static Optional<Round> named(Tx tx, WorkspaceId workspace, UUID initiative, String name) {
    return tx.query(
            """
            select * from input_round
            where workspace_id = :workspace and initiative_id = :initiative and name_key = :key
            """)
        .bind("workspace", workspace)
        .bind("initiative", initiative)
        .bind("key", key(name))
        .map(ROW)
        .findOne();
  }

  /** The rounds of an initiative, those that are open first, the newest first. */
  static List<Round> of(Tx tx, WorkspaceId workspace, UUID initiative, int most) {
    return tx.query(
            """
            select * from input_round
            where workspace_id = :workspace and initiative_id = :initiative
            order by case when closed_at is null then 0 else 1 end, created_at desc, id desc
            fetch first :most rows only
            """)
        .bind("workspace", workspace)
        .bind("initiative", initiative)
        .bind("most", most)
        .map(ROW)
        .list();
  }
}
