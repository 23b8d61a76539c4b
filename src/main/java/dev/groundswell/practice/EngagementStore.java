package dev.groundswell.practice;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.knowledge.Stage;
import dev.groundswell.practice.checkin.Course;
import dev.groundswell.practice.checkin.ItemKind;
import dev.groundswell.practice.checkin.Plan;
import dev.groundswell.practice.readiness.Readiness;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** The rows of {@code engagement}. */
final class EngagementStore {
  private static final String SELECT =
      """
      select e.*, p.do_not_contact_at from engagement e
      join practice p on p.workspace_id = e.workspace_id and p.id = e.practice_id
      """;

  private static final RowMapper<Engagement> ROW = (row, context) -> engagement(row);

  private EngagementStore() {}

  private static Engagement engagement(ResultSet row) throws SQLException {
    LocalDate since = row.getObject("plan_since", LocalDate.class);
    String why = row.getString("plan_why");
    OffsetDateTime at = row.getObject("check_in_at", OffsetDateTime.class);
    return new Engagement(
        new WorkspaceId(row.getString("workspace_id")),
        row.getObject("id", UUID.class),
        row.getObject("practice_id", UUID.class),
        row.getObject("initiative_id", UUID.class),
        new UserId(row.getString("owner_id")),
        new Course(
            Stage.valueOf(row.getString("stage")),
            since == null
                ? null
                : new Plan(
                    since,
                    row.getInt("plan_weeks"),
                    kinds(row.getString("plan_kinds")),
                    row.getBoolean("plan_stopped")),
            row.getObject("last_touch_on", LocalDate.class),
            row.getObject("do_not_contact_at", OffsetDateTime.class) != null),
        row.getObject("stage_since", LocalDate.class),
        new Readiness(
            row.getObject("willingness", Double.class), row.getObject("stability", Double.class)),
        row.getObject("rated_on", LocalDate.class),
        why == null ? "" : why,
        at == null ? null : at.toInstant(),
        row.getObject("began_on", LocalDate.class));
  }

  private static Set<ItemKind> kinds(String text) {
    return Arrays.stream(text.split(",")).map(ItemKind::valueOf).collect(Collectors.toSet());
  }

  static void add(Tx tx, Engagement engagement) {
    add(tx, List.of(engagement));
  }

  /** All of them in one go. */
  static void add(Tx tx, List<Engagement> engagements) {
    if (engagements.isEmpty()) {
      return;
    }
    var batch =
        tx.batch(
            """
            insert into engagement (workspace_id, id, practice_id, initiative_id, owner_id, stage,
              stage_since, willingness, stability, ready_sum, rated_on, plan_why, last_touch_on,
              began_on, version)
            values (:workspace, :id, :practice, :initiative, :owner, :stage, :since, :willingness,
              :stability, :sum, :ratedOn, :planWhy, :touchOn, :began, 0)
            """);
    for (Engagement each : engagements) {
      batch
          .bind("workspace", each.workspace())
          .bind("id", each.id())
          .bind("practice", each.practice())
          .bind("initiative", each.initiative())
          .bind("owner", each.owner())
          .bind("stage", each.course().stage().name())
          .bind("since", each.stageSince())
          .bind("willingness", each.readiness().willingness())
          .bind("stability", each.readiness().stability())
          .bind("sum", sum(each.readiness()))
          .bind("ratedOn", each.ratedOn())
          .bind("planWhy", each.planWhy())
          .bind("touchOn", each.course().lastTouchOn())
          .bind("began", each.beganOn())
          .add();
    }
    batch.execute();
  }

  /** Those of the practices that the initiative has something with already. */
  static Set<UUID> engaged(Tx tx, WorkspaceId workspace, UUID initiative, List<UUID> practices) {
    return practices.isEmpty()
        ? Set.of()
        : Set.copyOf(
            tx.query(
                    """
                    select practice_id from engagement
                    where workspace_id = :workspace and initiative_id = :initiative
                      and practice_id in (<practices>)
                    """)
                .bind("workspace", workspace)
                .bind("initiative", initiative)
                .bindList("practices", practices)
                .mapTo(UUID.class)
                .list());
  }

  static void save(Tx tx, Engagement engagement) {
    Plan plan = engagement.course().plan();
    Readiness readiness = engagement.readiness();
    tx.update(
            """
            update engagement set owner_id = :owner, stage = :stage, stage_since = :since,
              willingness = :willingness, stability = :stability, ready_sum = :sum,
              rated_on = :ratedOn, plan_since = :planSince, plan_weeks = :planWeeks,
              plan_kinds = :planKinds, plan_stopped = :planStopped, plan_why = :planWhy,
              last_touch_on = :touchOn, check_in_at = :checkInAt, version = version + 1
            where workspace_id = :workspace and id = :id
            """)
        .bind("owner", engagement.owner())
        .bind("stage", engagement.course().stage().name())
        .bind("since", engagement.stageSince())
        .bind("willingness", readiness.willingness())
        .bind("stability", readiness.stability())
        .bind("sum", sum(readiness))
        .bind("ratedOn", engagement.ratedOn())
        .bind("planSince", plan == null ? null : plan.since())
        .bind("planWeeks", plan == null ? null : (Integer) plan.weeks())
        .bind("planKinds", plan == null ? null : text(plan.kinds()))
        .bind("planStopped", plan != null && plan.stopped())
        .bind("planWhy", engagement.planWhy())
        .bind("touchOn", engagement.course().lastTouchOn())
        .bind("checkInAt", engagement.checkInAt())
        .bind("workspace", engagement.workspace())
        .bind("id", engagement.id())
        .execute();
  }

  private static String text(Set<ItemKind> kinds) {
    return kinds.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
  }

  /** Below every score where nothing is known; one scale alone comes after both. */
  private static double sum(Readiness readiness) {
    return readiness.hasPlace()
        ? orZero(readiness.willingness()) + orZero(readiness.stability())
        : readiness.equals(Readiness.UNKNOWN) ? -1 : 0;
  }

  private static double orZero(@Nullable Double score) {
    return score == null ? 0 : score;
  }

  static Optional<Engagement> find(Tx tx, WorkspaceId workspace, UUID id) {
    return tx.query(SELECT + " where e.workspace_id = :workspace and e.id = :id")
        .bind("workspace", workspace)
        .bind("id", id)
        .map(ROW)
        .findOne();
  }

  static Optional<Engagement> between(
      Tx tx, WorkspaceId workspace, UUID initiative, UUID practice) {
    return tx.query(
            SELECT
                + """
                where e.workspace_id = :workspace and e.initiative_id = :initiative
                  and e.practice_id = :practice
                """)
        .bind("workspace", workspace)
        .bind("initiative", initiative)
        .bind("practice", practice)
        .map(ROW)
        .findOne();
  }

  /** All that initiatives have with one practice. */
  static List<Engagement> with(Tx tx, WorkspaceId workspace, UUID practice) {
    return tx.query(
            SELECT
                + """
                where e.workspace_id = :workspace and e.practice_id = :practice
                order by e.began_on, e.id
                """)
        .bind("workspace", workspace)
        .bind("practice", practice)
        .map(ROW)
        .list();
  }

  /**
   * Locks those whose check-in came before that moment and comes no more by itself; other nodes
   * skip them. One that was put off still comes.
   *
   * @param quietSince after that moment it did not come again, nor will it
   */
  static List<Engagement> takeWaiting(Tx tx, Instant before, Instant quietSince, int most) {
    return tx
        .query(
            """
            select workspace_id, id from engagement where check_in_at <= :before
              and not exists (
                select 1 from reminder r where r.workspace_id = engagement.workspace_id
                  and r.kind = 'practice.check-in' and r.subject_id = engagement.id
                  and (r.state in ('RESTING', 'AWAY')
                    or (r.state in ('WAITING', 'FIRED') and r.due_at > :quietSince)))
            order by check_in_at, id
            fetch first :most rows only for update skip locked
            """)
        .bind("before", before)
        .bind("quietSince", quietSince)
        .bind("most", most)
        .map(
            (row, context) ->
                find(
                    tx,
                    new WorkspaceId(row.getString("workspace_id")),
                    row.getObject("id", UUID.class)))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** What one person looks after in an initiative. */
  static List<Engagement> of(Tx tx, WorkspaceId workspace, UUID initiative, UserId owner) {
    return tx.query(
            SELECT
                + """
                where e.workspace_id = :workspace and e.initiative_id = :initiative
                  and e.owner_id = :owner
                order by e.id
                """)
        .bind("workspace", workspace)
        .bind("initiative", initiative)
        .bind("owner", owner)
        .map(ROW)
        .list();
  }

  /** Where each of the other practices of the workspace was seen since that day. */
  static List<Readiness> others(Tx tx, WorkspaceId workspace, UUID practice, LocalDate since) {
    return tx.query(
            """
            select practice_id, max(willingness) willingness, max(stability) stability
            from engagement
            where workspace_id = :workspace and practice_id <> :practice and rated_on >= :since
            group by practice_id
            """)
        .bind("workspace", workspace)
        .bind("practice", practice)
        .bind("since", since)
        .map(
            (row, context) ->
                new Readiness(
                    row.getObject("willingness", Double.class),
                    row.getObject("stability", Double.class)))
        .list();
  }

  static void remove(Tx tx, WorkspaceId workspace, UUID id) {
    tx.update("delete from engagement where workspace_id = :workspace and id = :id")
        .bind("workspace", workspace)
        .bind("id", id)
        .execute();
  }

  static void moveTo(Tx tx, WorkspaceId workspace, UUID id, UUID practice) {
    tx.update(
            """
            update engagement set practice_id = :practice
            where workspace_id = :workspace and id = :id
            """)
        .bind("practice", practice)
        .bind("workspace", workspace)
        .bind("id", id)
        .execute();
  }

  static int count(Tx tx, WorkspaceId workspace, UUID initiative) {
    return tx.query(
            """
            select count(*) from engagement
            where workspace_id = :workspace and initiative_id = :initiative
            """)
        .bind("workspace", workspace)
        .bind("initiative", initiative)
        .mapTo(Integer.class)
        .one();
  }

  /**
   * One page of the practices of an initiative, the readiest first: first those with a recent
   * rating, then those whose rating is old, then those without.
   *
   * @param freshFrom ratings from that day on are recent
   */
  static List<Listed> page(
      Tx tx, WorkspaceId workspace, UUID initiative, LocalDate freshFrom, int skip, int most) {
    return tx.query(
            """
            select e.*, p.name, p.do_not_contact_at from (
              select id, case when rated_on is null then 2
                  when rated_on < :freshFrom then 1 else 0 end as rank, ready_sum
              from engagement
              where workspace_id = :workspace and initiative_id = :initiative
              order by 2, ready_sum desc, id
              offset :skip rows fetch next :most rows only) page
            join engagement e on e.workspace_id = :workspace and e.id = page.id
            join practice p on p.workspace_id = e.workspace_id and p.id = e.practice_id
            order by page.rank, page.ready_sum desc, page.id
            """)
        .bind("workspace", workspace)
        .bind("initiative", initiative)
        .bind("freshFrom", freshFrom)
        .bind("skip", skip)
        .bind("most", most)
        .map((row, context) -> new Listed(row.getString("name"), engagement(row)))
        .list();
  }

  /** What somebody looks after in one initiative is looked after by somebody else. */
  static void handOverAll(Tx tx, WorkspaceId workspace, UUID initiative, UserId from, UserId to) {
    tx.update(
            """
            update engagement set owner_id = :to, version = version + 1
            where workspace_id = :workspace and initiative_id = :initiative and owner_id = :from
            """)
        .bind("to", to)
        .bind("workspace", workspace)
        .bind("initiative", initiative)
        .bind("from", from)
        .execute();
  }
}
