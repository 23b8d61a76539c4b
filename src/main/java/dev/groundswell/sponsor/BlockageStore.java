package dev.groundswell.sponsor;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;

/** The rows of {@code blockage}. */
final class BlockageStore {
  private static final RowMapper<Blockage> ROW =
      (row, context) ->
          new Blockage(
              new WorkspaceId(row.getString("workspace_id")),
              row.getObject("id", UUID.class),
              row.getObject("initiative_id", UUID.class),
              row.getObject("sponsor_id", UUID.class),
              row.getString("what"),
              row.getObject("since_on", LocalDate.class),
              row.getString("help"),
              row.getObject("until_on", LocalDate.class),
              Blockage.State.valueOf(row.getString("state")),
              new UserId(row.getString("asked_by")),
              row.getObject("asked_at", OffsetDateTime.class).toInstant());

  private BlockageStore() {}

  static void add(Tx tx, Blockage blockage, String requestKey) {
    tx.update(
            """
            insert into blockage (workspace_id, id, initiative_id, sponsor_id, what, since_on, help,
              until_on, state, asked_by, asked_at, request_key)
            values (:workspace, :id, :initiative, :sponsor, :what, :since, :help,
              :until, 'OPEN', :by, :now, :requestKey)
            """)
        .bind("workspace", blockage.workspace())
        .bind("id", blockage.id())
        .bind("initiative", blockage.initiative())
        .bind("sponsor", blockage.sponsor())
        .bind("what", blockage.what())
        .bind("since", blockage.since())
        .bind("help", blockage.help())
        .bind("until", blockage.until())
        .bind("by", blockage.askedBy())
        .bind("now", blockage.askedAt())
        .bind("requestKey", requestKey)
        .execute();
  }

  static Optional<Blockage> open(Tx tx, WorkspaceId workspace, UUID initiative) {
    return tx.query(
            """
            select * from blockage
            where workspace_id = :workspace and initiative_id = :initiative and state = 'OPEN'
            order by asked_at, id fetch first 1 rows only
            """)
        .bind("workspace", workspace)
        .bind("initiative", initiative)
        .map(ROW)
        .findOne();
  }

  static Optional<Blockage> byRequest(Tx tx, WorkspaceId workspace, String requestKey) {
    return tx.query("select * from blockage where workspace_id = :workspace and request_key = :key")
        .bind("workspace", workspace)
        .bind("key", requestKey)
        .map(ROW)
        .findOne();
  }

  static Optional<Blockage> find(Tx tx, WorkspaceId workspace, UUID id) {
    return tx.query("select * from blockage where workspace_id = :workspace and id = :id")
        .bind("workspace", workspace)
        .bind("id", id)
        .map(ROW)
        .findOne();
  }

  /** Those that this person asked for and whose last day has come, the first at the top. */
  static List<Blockage> dueOf(
      Tx tx, WorkspaceId workspace, UserId askedBy, LocalDate today, int most) {
    return tx.query(
            """
            select * from blockage
            where workspace_id = :workspace and asked_by = :by and state = 'OPEN'
              and until_on <= :today
            order by until_on, id fetch first :most rows only
            """)
        .bind("workspace", workspace)
        .bind("by", askedBy)
        .bind("today", today)
        .bind("most", most)
        .map(ROW)
        .list();
  }

  static List<UUID> ofSponsor(Tx tx, WorkspaceId workspace, UUID sponsor) {
    return tx.query(
            """
            select id from blockage where workspace_id = :workspace and sponsor_id = :sponsor
            """)
        .bind("workspace", workspace)
        .bind("sponsor", sponsor)
        .mapTo(UUID.class)
        .list();
  }

  /** Takes the words away; nobody is left to answer it, so there is room for another one. */
  static void blank(Tx tx, WorkspaceId workspace, UUID id, String nothing) {
    tx.update(
            """
            update blockage set what = :nothing, help = :nothing,
              settled_at = case when state = 'OPEN' then current_timestamp else settled_at end,
              state = case when state = 'OPEN' then 'DROPPED' else state end
            where workspace_id = :workspace and id = :id
            """)
        .bind("nothing", nothing)
        .bind("workspace", workspace)
        .bind("id", id)
        .execute();
  }

  static boolean settle(Tx tx, Blockage blockage, Blockage.State state, Instant now) {
    return tx.update(
                """
                update blockage set state = :state, settled_at = :now
                where workspace_id = :workspace and id = :id and state = 'OPEN'
                """)
            .bind("state", state.name())
            .bind("now", now)
            .bind("workspace", blockage.workspace())
            .bind("id", blockage.id())
            .execute()
        == 1;
  }

  /** It is looked after by somebody else. */
  static boolean handOver(Tx tx, WorkspaceId workspace, UUID id, UserId to) {
    return tx.update(
                """
                update blockage set asked_by = :to
                where workspace_id = :workspace and id = :id and state = 'OPEN'
                """)
            .bind("to", to)
            .bind("workspace", workspace)
            .bind("id", id)
            .execute()
        == 1;
  }

  /** What somebody looks after in one initiative is looked after by somebody else. */
  static void handOverAll(Tx tx, WorkspaceId workspace, UUID initiative, UserId from, UserId to) {
    tx.update(
            """
            update blockage set asked_by = :to
            where workspace_id = :workspace and initiative_id = :initiative and asked_by = :from
              and state = 'OPEN'
            """)
        .bind("to", to)
        .bind("workspace", workspace)
        .bind("initiative", initiative)
        .bind("from", from)
        .execute();
  }
}
