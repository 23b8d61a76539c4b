package dev.groundswell.feedback;

import dev.groundswell.db.Tx;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** The rows of {@code input}, {@code contributor} and {@code report_back}. */
final class InputStore {
  private static final String SELECT =
      """
      select i.*, c.user_id, c.name, r.due_on, r.told_at
      from input i
      join contributor c on c.workspace_id = i.workspace_id and c.id = i.contributor_id
      join report_back r on r.workspace_id = i.workspace_id and r.input_id = i.id
      """;

  private static final RowMapper<Input> ROW =
      (row, context) -> {
        String account = row.getString("user_id");
        return new Input(
            new WorkspaceId(row.getString("workspace_id")),
            row.getObject("id", UUID.class),
            row.getObject("initiative_id", UUID.class),
            new Contributor(account == null ? null : new UserId(account), row.getString("name")),
            row.getString("words"),
            row.getObject("received_on", LocalDate.class),
            new UserId(row.getString("owner_id")),
            new Decision(
                Decision.Outcome.valueOf(row.getString("outcome")),
                orEmpty(row.getString("weighed")),
                orEmpty(row.getString("reason"))),
            instant(row, "decided_at"),
            row.getObject("due_on", LocalDate.class),
            instant(row, "told_at"));
      };

  private InputStore() {}

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  /** By what somebody without an account is known again; databases differ in what they lower. */
  private static @Nullable String nameKey(Contributor contributor) {
    return contributor.account().isPresent() ? null : contributor.name().toLowerCase(Locale.ROOT);
  }

  /** The same contributor of the initiative as before, by account or by name. */
  static Optional<UUID> contributor(Tx tx, Initiative initiative, Contributor from) {
    return tx.query(
            """
            select id from contributor
            where workspace_id = :workspace and initiative_id = :initiative
              and (user_id = :user or name_key = :nameKey)
            order by id fetch first 1 rows only
            """)
        .bind("workspace", initiative.workspace())
        .bind("initiative", initiative.id())
        .bind("user", from.account().map(UserId::value).orElse(null))
        .bind("nameKey", nameKey(from))
        .mapTo(UUID.class)
        .findOne();
  }

  static void add(Tx tx, Input input, UUID contributor, UserId by, String requestKey, Instant now) {
    tx.update(
            """
            insert into contributor (workspace_id, id, initiative_id, user_id, name, name_key)
            select cast(:workspace as varchar(32)), cast(:id as uuid), cast(:initiative as uuid),
              cast(:user as varchar(32)), cast(:name as varchar(200)),
              cast(:nameKey as varchar(400))
            where not exists (
              select 1 from contributor where workspace_id = :workspace and id = :id)
            """)
        .bind("workspace", input.workspace())
        .bind("id", contributor)
        .bind("initiative", input.initiative())
        .bind("user", input.contributor().account().map(UserId::value).orElse(null))
        .bind("name", input.contributor().name())
        .bind("nameKey", nameKey(input.contributor()))
        .execute();
    tx.update(
            """
            insert into input (workspace_id, id, initiative_id, contributor_id, words, received_on,
              recorded_by, recorded_at, owner_id, request_key, outcome, version)
            values (:workspace, :id, :initiative, :contributor, :words, :receivedOn,
              :by, :now, :owner, :requestKey, 'PENDING', 0)
            """)
        .bind("workspace", input.workspace())
        .bind("id", input.id())
        .bind("initiative", input.initiative())
        .bind("contributor", contributor)
        .bind("words", input.words())
        .bind("receivedOn", input.receivedOn())
        .bind("by", by)
        .bind("now", now)
        .bind("owner", input.owner())
        .bind("requestKey", requestKey)
        .execute();
    tx.update(
            """
            insert into report_back (workspace_id, input_id, due_on, state)
            values (:workspace, :id, :dueOn, 'OPEN')
            """)
        .bind("workspace", input.workspace())
        .bind("id", input.id())
        .bind("dueOn", input.dueOn())
        .execute();
  }

  static Optional<Input> find(Tx tx, WorkspaceId workspace, UUID id) {
    return tx.query(SELECT + " where i.workspace_id = :workspace and i.id = :id")
        .bind("workspace", workspace)
        .bind("id", id)
        .map(ROW)
        .findOne();
  }

  static Optional<Input> byRequest(Tx tx, WorkspaceId workspace, String requestKey) {
    return tx.query(SELECT + " where i.workspace_id = :workspace and i.request_key = :key")
        .bind("workspace", workspace)
        .bind("key", requestKey)
        .map(ROW)
        .findOne();
  }

  static List<Input> open(Tx tx, WorkspaceId workspace, UUID initiative, int most) {
    return tx.query(
            SELECT
                + """
                where i.workspace_id = :workspace and i.initiative_id = :initiative
                  and r.state = 'OPEN'
                order by r.due_on, i.recorded_at, i.id
                fetch first :most rows only
                """)
        .bind("workspace", workspace)
        .bind("initiative", initiative)
        .bind("most", most)
        .map(ROW)
        .list();
  }

  static List<Input> openFor(
      Tx tx, WorkspaceId workspace, UserId owner, List<UUID> initiatives, int most) {
    if (initiatives.isEmpty()) {
      return List.of();
    }
    return tx.query(
            SELECT
                + """
                where i.workspace_id = :workspace and i.owner_id = :owner and r.state = 'OPEN'
                  and i.initiative_id in (<initiatives>)
                order by r.due_on, i.recorded_at, i.id
                fetch first :most rows only
                """)
        .bindList("initiatives", initiatives)
        .bind("workspace", workspace)
        .bind("owner", owner)
        .bind("most", most)
        .map(ROW)
        .list();
  }

  static void decide(
      Tx tx, WorkspaceId workspace, UUID id, Decision decision, UserId by, Instant now) {
    tx.update(
            """
            update input set outcome = :outcome, weighed = :weighed, reason = :reason,
              decided_by = :by, decided_at = :now, version = version + 1
            where workspace_id = :workspace and id = :id
            """)
        .bind("outcome", decision.outcome().name())
        .bind("weighed", decision.weighed())
        .bind("reason", decision.reason())
        .bind("by", by)
        .bind("now", now)
        .bind("workspace", workspace)
        .bind("id", id)
        .execute();
  }

  static void told(Tx tx, WorkspaceId workspace, UUID id, UserId by, Instant now) {
    tx.update(
            """
            update report_back set state = 'TOLD', told_by = :by, told_at = :now
            where workspace_id = :workspace and input_id = :id and state = 'OPEN'
            """)
        .bind("by", by)
        .bind("now", now)
        .bind("workspace", workspace)
        .bind("id", id)
        .execute();
  }

  static Movement movement(
      Tx tx, WorkspaceId workspace, UUID initiative, Instant from, Instant to) {
    return tx.query(
            """
            select
              count(case when i.recorded_at > :from and i.recorded_at <= :to then 1 end) put_in,
              count(case when i.decided_at > :from and i.decided_at <= :to
                and i.outcome = 'ADOPTED' then 1 end) adopted,
              count(case when i.decided_at > :from and i.decided_at <= :to
                and i.outcome = 'PARTLY' then 1 end) partly,
              count(case when i.decided_at > :from and i.decided_at <= :to
                and i.outcome = 'DECLINED' then 1 end) declined,
              count(distinct case when r.told_at > :from and r.told_at <= :to
                then i.contributor_id end) told,
              count(distinct case when i.recorded_at <= :to
                and (r.told_at is null or r.told_at > :to) then i.contributor_id end) waiting
            from input i
            join report_back r on r.workspace_id = i.workspace_id and r.input_id = i.id
            where i.workspace_id = :workspace and i.initiative_id = :initiative
            """)
        .bind("workspace", workspace)
        .bind("initiative", initiative)
        .bind("from", from)
        .bind("to", to)
        .map(
            (row, context) ->
                new Movement(
                    row.getInt("put_in"),
                    row.getInt("adopted"),
                    row.getInt("partly"),
                    row.getInt("declined"),
                    row.getInt("told"),
                    row.getInt("waiting")))
        .one();
  }
}
