package dev.groundswell.pledge;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.pledge.Pledge.State;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;

/** The rows of {@code pledge}. */
final class PledgeStore {
  private static final RowMapper<Pledge> ROW =
      (row, context) -> {
        String account = row.getString("user_id");
        String evidence = row.getString("evidence");
        OffsetDateTime settled = row.getObject("settled_at", OffsetDateTime.class);
        return new Pledge(
            new WorkspaceId(row.getString("workspace_id")),
            row.getObject("id", UUID.class),
            row.getObject("initiative_id", UUID.class),
            new Promiser(
                account == null ? null : new UserId(account),
                row.getString("name"),
                row.getInt("head_count")),
            row.getString("grp"),
            row.getString("words"),
            row.getObject("due_on", LocalDate.class),
            new UserId(row.getString("owner_id")),
            State.valueOf(row.getString("state")),
            evidence == null ? "" : evidence,
            settled == null ? null : settled.toInstant());
      };

  private PledgeStore() {}

  static void add(Tx tx, Pledge pledge, String requestKey, Instant now) {
    tx.update(
            """
            insert into pledge (workspace_id, id, initiative_id, user_id, name, name_key,
              head_count, grp, words, due_on, owner_id, recorded_at, request_key, state, version)
            values (:workspace, :id, :initiative, :user, :name, :key,
              :count, :group, :words, :dueOn, :owner, :now, :requestKey, 'PROMISED', 0)
            """)
        .bind("workspace", pledge.workspace())
        .bind("id", pledge.id())
        .bind("initiative", pledge.initiative())
        .bind("user", pledge.who().account().map(UserId::value).orElse(null))
        .bind("name", pledge.who().name())
        .bind("key", pledge.who().key())
        .bind("count", pledge.who().patients())
        .bind("group", pledge.group())
        .bind("words", pledge.words())
        .bind("dueOn", pledge.dueOn())
        .bind("owner", pledge.owner())
        .bind("now", now)
        .bind("requestKey", requestKey)
        .execute();
  }

  static Optional<Pledge> find(Tx tx, WorkspaceId workspace, UUID id) {
    return tx.query("select * from pledge where workspace_id = :workspace and id = :id")
        .bind("workspace", workspace)
        .bind("id", id)
        .map(ROW)
        .findOne();
  }

  static Optional<Pledge> byRequest(Tx tx, WorkspaceId workspace, String requestKey) {
    return tx.query("select * from pledge where workspace_id = :workspace and request_key = :key")
        .bind("workspace", workspace)
        .bind("key", requestKey)
        .map(ROW)
        .findOne();
  }

  /** What the same people promised and has neither been kept nor released. */
  static List<Pledge> openOf(Tx tx, WorkspaceId workspace, UUID initiative, Promiser who) {
    return tx.query(
            """
            select * from pledge
            where workspace_id = :workspace and initiative_id = :initiative and name_key = :key
              and head_count = :count and state = 'PROMISED'
            """)
        .bind("workspace", workspace)
        .bind("initiative", initiative)
        .bind("key", who.key())
        .bind("count", who.patients())
        .map(ROW)
        .list();
  }

  static List<Pledge> open(Tx tx, WorkspaceId workspace, UUID initiative, int most) {
    return tx.query(
            """
            select * from pledge
            where workspace_id = :workspace and initiative_id = :initiative and state = 'PROMISED'
            order by due_on, id
            fetch first :most rows only
            """)
        .bind("workspace", workspace)
        .bind("initiative", initiative)
        .bind("most", most)
        .map(ROW)
        .list();
  }

  /** Those of one kind, a page of them: the overdue by their day, others the newest first. */
  static List<Pledge> page(
      Tx tx,
      WorkspaceId workspace,
      UUID initiative,
      Pledges.Which which,
      LocalDate today,
      int from,
      int most) {
    State state =
        switch (which) {
          case OVERDUE -> State.PROMISED;
          case KEPT -> State.KEPT;
          case RELEASED -> State.RELEASED;
        };
    return tx.query(
            """
            select * from pledge
            where workspace_id = :workspace and initiative_id = :initiative and state = :state
              and (state <> 'PROMISED' or due_on < :today)
            order by settled_at desc, due_on, id
            offset :from rows fetch first :most rows only
            """)
        .bind("workspace", workspace)
        .bind("initiative", initiative)
        .bind("state", state.name())
        .bind("today", today)
        .bind("from", from)
        .bind("most", most)
        .map(ROW)
        .list();
  }

  /** Those of this owner, in any initiative, whose day has come. */
  static List<Pledge> dueOf(Tx tx, WorkspaceId workspace, UserId owner, LocalDate today, int most) {
    return tx.query(
            """
            select * from pledge
            where workspace_id = :workspace and owner_id = :owner and state = 'PROMISED'
              and due_on <= :today
            order by due_on, id
            fetch first :most rows only
            """)
        .bind("workspace", workspace)
        .bind("owner", owner)
        .bind("today", today)
        .bind("most", most)
        .map(ROW)
        .list();
  }

  /** Sets the state if it was still waiting; false if somebody was faster. */
  static boolean settle(
      Tx tx, Pledge pledge, State state, String evidence, UserId by, Instant now) {
    return tx.update(
                """
                update pledge set state = :state, evidence = :evidence, settled_by = :by,
                  settled_at = :now, version = version + 1
                where workspace_id = :workspace and id = :id and state = 'PROMISED'
                """)
            .bind("state", state.name())
            .bind("evidence", evidence)
            .bind("by", by)
            .bind("now", now)
            .bind("workspace", pledge.workspace())
            .bind("id", pledge.id())
            .execute()
        == 1;
  }

  static void move(Tx tx, Pledge pledge, LocalDate dueOn) {
    tx.update(
            """
            update pledge set due_on = :dueOn, version = version + 1
            where workspace_id = :workspace and id = :id and state = 'PROMISED'
            """)
        .bind("dueOn", dueOn)
        .bind("workspace", pledge.workspace())
        .bind("id", pledge.id())
        .execute();
  }

  /** By group, in the order of the alphabet; a pledge of three patients is three promises. */
  static List<Support> support(Tx tx, WorkspaceId workspace, UUID initiative, LocalDate today) {
    return tx.query(
            """
            select grp,
              sum(case when state = 'KEPT' then heads else 0 end) kept,
              sum(case when state = 'PROMISED' and due_on >= :today then heads else 0 end) waiting,
              sum(case when state = 'PROMISED' and due_on < :today then heads else 0 end) overdue,
              sum(case when state = 'RELEASED' then heads else 0 end) released
            from (
              select grp, state, due_on, case when head_count = 0 then 1 else head_count end heads
              from pledge where workspace_id = :workspace and initiative_id = :initiative) each_one
            group by grp order by grp
            """)
        .bind("today", today)
        .bind("workspace", workspace)
        .bind("initiative", initiative)
        .map(
            (row, context) ->
                new Support(
                    row.getString("grp"),
                    row.getInt("kept"),
                    row.getInt("waiting"),
                    row.getInt("overdue"),
                    row.getInt("released")))
        .list();
  }

  static PledgeMovement movement(
      Tx tx, WorkspaceId workspace, UUID initiative, Instant from, Instant to, LocalDate today) {
    return tx.query(
            """
            select
              sum(case when recorded_at > :from and recorded_at <= :to then heads else 0 end) made,
              sum(case when state = 'KEPT' and settled_at > :from and settled_at <= :to
                then heads else 0 end) kept,
              sum(case when recorded_at <= :to and (settled_at is null or settled_at > :to)
                then heads else 0 end) waiting,
              sum(case when recorded_at <= :to and (settled_at is null or settled_at > :to)
                and due_on < :today then heads else 0 end) overdue
            from (
              select recorded_at, settled_at, state, due_on,
                case when head_count = 0 then 1 else head_count end heads
              from pledge where workspace_id = :workspace and initiative_id = :initiative) each_one
            """)
        .bind("from", from)
        .bind("to", to)
        .bind("today", today)
        .bind("workspace", workspace)
        .bind("initiative", initiative)
        .map(
            (row, context) ->
                new PledgeMovement(
                    row.getInt("made"),
                    row.getInt("kept"),
                    row.getInt("waiting"),
                    row.getInt("overdue")))
        .one();
  }

  /** It is looked after by somebody else. */
  static boolean handOver(Tx tx, WorkspaceId workspace, UUID id, UserId to) {
    return tx.update(
                """
                update pledge set owner_id = :to, version = version + 1
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
            update pledge set owner_id = :to, version = version + 1
            where workspace_id = :workspace and initiative_id = :initiative and owner_id = :from
            """)
        .bind("to", to)
        .bind("workspace", workspace)
        .bind("initiative", initiative)
        .bind("from", from)
        .execute();
  }
}
