package dev.groundswell.feedback;

import dev.groundswell.db.Columns;
import dev.groundswell.db.Tx;
import dev.groundswell.feedback.Input.Steers;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

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
              Columns.read(row, "steers", Steers::valueOf),
              new UserId(row.getString("owner_id")),
              Columns.instant(row, "closed_at"),
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
        .bind("steers", Columns.name(round.steers()))
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

  /** {@link #find}, and nobody else changes it until the transaction ends. */
  static Optional<Round> lock(Tx tx, WorkspaceId workspace, UUID id) {
    return tx.query(
            "select * from input_round where workspace_id = :workspace and id = :id for update")
        .bind("workspace", workspace)
        .bind("id", id)
        .map(ROW)
        .findOne();
  }

  static void change(Tx tx, Round round, @Nullable LocalDate endsOn, @Nullable Steers steers) {
    tx.update(
            """
            update input_round set ends_on = cast(:endsOn as date), steers = :steers,
              version = version + 1
            where workspace_id = :workspace and id = :id
            """)
        .bind("endsOn", endsOn)
        .bind("steers", Columns.name(steers))
        .bind("workspace", round.workspace())
        .bind("id", round.id())
        .execute();
  }

  static void close(Tx tx, Round round, UserId by, Instant now) {
    tx.update(
            """
            update input_round set closed_at = :now, closed_by = :by, version = version + 1
            where workspace_id = :workspace and id = :id and closed_at is null
            """)
        .bind("now", now)
        .bind("by", by)
        .bind("workspace", round.workspace())
        .bind("id", round.id())
        .execute();
  }

  /**
   * Somebody waits again in the round of this input, if it has one: it is open, whoever closed it.
   */
  static void openAgain(Tx tx, Input input) {
    tx.update(
            """
            update input_round set closed_at = null, closed_by = null, version = version + 1
            where workspace_id = :workspace and closed_at is not null
              and id = (select round_id from input
                where workspace_id = :workspace and id = :input)
            """)
        .bind("workspace", input.workspace())
        .bind("input", input.id())
        .execute();
  }

  /** How many in it have not heard, or said that it is not what they meant. */
  static int waiting(Tx tx, Round round) {
    return tx.query(
            """
            select count(*) from input i
            join report_back r on r.workspace_id = i.workspace_id and r.input_id = i.id
            where i.workspace_id = :workspace and i.round_id = :round
              and i.withdrawn_at is null and r.state in ('OPEN', 'REFUTED')
            """)
        .bind("workspace", round.workspace())
        .bind("round", round.id())
        .mapTo(Integer.class)
        .one();
  }

  static List<Input> firstWaiting(Tx tx, Round round, int most) {
    return tx.query(
            InputStore.SELECT
                + """
                where i.workspace_id = :workspace and i.round_id = :round
                  and i.withdrawn_at is null and r.state in ('OPEN', 'REFUTED')
                order by r.due_on, i.recorded_at, i.id
                fetch first :most rows only
                """)
        .bind("workspace", round.workspace())
        .bind("round", round.id())
        .bind("most", most)
        .map(InputStore.ROW)
        .list();
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

  /** It is looked after by somebody else. */
  static boolean handOver(Tx tx, WorkspaceId workspace, UUID id, UserId to) {
    return tx.update(
                """
                update input_round set owner_id = :to, version = version + 1
                where workspace_id = :workspace and id = :id
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
            update input_round set owner_id = :to, version = version + 1
            where workspace_id = :workspace and initiative_id = :initiative and owner_id = :from
            """)
        .bind("to", to)
        .bind("workspace", workspace)
        .bind("initiative", initiative)
        .bind("from", from)
        .execute();
  }
}
