package dev.groundswell.feedback;

import dev.groundswell.db.Tx;
import dev.groundswell.feedback.ByGroup.Figures;
import dev.groundswell.feedback.ByGroup.Group;
import dev.groundswell.feedback.InputList.Tab;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;

/** Inputs of an initiative as they are listed and counted. */
final class InputListStore {
  private static final Map<Tab, String> IN =
      Map.of(
          Tab.OPEN, "i.withdrawn_at is null and r.state in ('OPEN', 'REFUTED')",
          Tab.OVERDUE,
              "i.withdrawn_at is null and r.state in ('OPEN', 'REFUTED') and r.due_on < :today",
          Tab.TOLD, "i.withdrawn_at is null and r.state = 'TOLD'",
          Tab.CONFIRMED, "i.withdrawn_at is null and r.state = 'CONFIRMED'",
          Tab.UNREACHABLE, "i.withdrawn_at is null and r.state = 'UNREACHABLE'",
          Tab.WITHDRAWN, "i.withdrawn_at is not null",
          Tab.ALL, "true");

  private static final String OF_INITIATIVE =
      """
      where i.workspace_id = :workspace and i.initiative_id = :initiative
      """;

  /**
   * A notice was given for somebody whom nobody knows: whether they read it nobody knows either.
   */
  static final String BY_NOTICE = "(c.reach = 'NOTICE' and coalesce(r.told_how, '') = 'NOTICE')";

  private InputListStore() {}

  /** Whose lists they are: the initiative, the one who looks, and the day on which they look. */
  record Reader(WorkspaceId workspace, UUID initiative, UserId user, LocalDate today) {}

  static List<Input> page(Tx tx, Reader reader, InputList list, int most) {
    String order =
        switch (list.tab()) {
          case OPEN, OVERDUE -> "r.due_on, i.recorded_at, i.id";
          case TOLD, CONFIRMED -> "r.told_at desc, i.id desc";
          default -> "i.recorded_at desc, i.id desc";
        };
    Query query =
        tx.query(
                InputStore.SELECT
                    + OF_INITIATIVE
                    + " and "
                    + IN.get(list.tab())
                    + filters(list)
                    + " order by "
                    + order
                    + " offset :skipped rows fetch next :most rows only")
            .bind("skipped", list.page() * InputList.PAGE)
            .bind("most", most);
    return bound(query, reader, list).map(InputStore.ROW).list();
  }

  /** How many stand in each tab, with the same filters. */
  static Map<Tab, Integer> counts(Tx tx, Reader reader, InputList list) {
    StringBuilder columns = new StringBuilder();
    for (Tab tab : Tab.values()) {
      columns
          .append(columns.isEmpty() ? "" : ", ")
          .append("count(case when ")
          .append(IN.get(tab))
          .append(" then 1 end) n_")
          .append(tab.name());
    }
    Query query =
        tx.query(
            "select "
                + columns
                + """
                 from input i
                join report_back r on r.workspace_id = i.workspace_id and r.input_id = i.id
                left join decision d on d.workspace_id = i.workspace_id and d.id = i.decision_id
                """
                + OF_INITIATIVE
                + filters(list));
    return bound(query, reader, list)
        .map(
            (row, context) -> {
              Map<Tab, Integer> counts = new EnumMap<>(Tab.class);
              for (Tab tab : Tab.values()) {
                counts.put(tab, row.getInt("n_" + tab.name()));
              }
              return counts;
            })
        .one();
  }

  private static String filters(InputList list) {
    String decided =
        switch (list.decided()) {
          case ALL -> "";
          case DECIDED -> " and d.outcome <> 'PENDING'";
          case UNDECIDED -> " and (d.outcome is null or d.outcome = 'PENDING')";
        };
    return decided
        + (list.mine() ? " and i.owner_id = :user" : "")
        + (list.round() == null ? "" : " and i.round_id = :round");
  }

  /** Only what stands in the query is bound; a name that does not is an error to Jdbi. */
  private static Query bound(Query query, Reader reader, InputList list) {
    query
        .configure(
            org.jdbi.v3.core.statement.SqlStatements.class, it -> it.setUnusedBindingAllowed(true))
        .bind("workspace", reader.workspace())
        .bind("initiative", reader.initiative())
        .bind("user", reader.user())
        .bind("today", reader.today());
    list.ofRound().ifPresent(round -> query.bind("round", round));
    return query;
  }

  static HeardBack heardBack(Tx tx, WorkspaceId workspace, UUID initiative) {
    return tx.query(
            """
            select
              count(case when r.state = 'TOLD' and not <notice> then 1 end) told,
              count(case when r.state = 'CONFIRMED' then 1 end) confirmed,
              count(case when r.state = 'OPEN' then 1 end) open_,
              count(case when r.state = 'REFUTED' then 1 end) refuted,
              count(case when r.state in ('TOLD', 'CONFIRMED') and r.answer_open then 1 end) asked,
              count(case when r.unreachable_why = 'BOUNCED' then 1 end) bounced,
              count(case when r.unreachable_why = 'ANONYMOUS'
                or (r.state = 'TOLD' and <notice>) then 1 end) anonymous,
              count(case when r.unreachable_why = 'OPTED_OUT' then 1 end) opted_out,
              count(case when r.unreachable_why = 'DEACTIVATED' then 1 end) deactivated,
              percentile_cont(0.5) within group (order by
                case when r.state in ('TOLD', 'CONFIRMED') and not <notice> then
                  (extract(epoch from r.told_at) - extract(epoch from i.received_on)) / 86400.0
                end) days
            from input i
            join report_back r on r.workspace_id = i.workspace_id and r.input_id = i.id
            join contributor c on c.workspace_id = i.workspace_id and c.id = i.contributor_id
            """
                + OF_INITIATIVE
                + " and i.withdrawn_at is null")
        .define("notice", BY_NOTICE)
        .bind("workspace", workspace)
        .bind("initiative", initiative)
        .map(
            (row, context) -> {
              double days = row.getDouble("days");
              Integer median = row.wasNull() ? null : (int) Math.max(0, Math.floor(days));
              return new HeardBack(
                  row.getInt("told"),
                  row.getInt("confirmed"),
                  row.getInt("open_"),
                  row.getInt("refuted"),
                  row.getInt("asked"),
                  row.getInt("bounced"),
                  row.getInt("anonymous"),
                  row.getInt("opted_out"),
                  row.getInt("deactivated"),
                  median);
            })
        .one();
  }

  /**
   * The figures of each group.
   *
   * @param noGroup what those are called who are in none
   */
  static List<Group> groups(Tx tx, WorkspaceId workspace, UUID initiative, String noGroup) {
    return tx.query(
            """
            select coalesce(c.grp, '') grp, count(distinct c.id) people, count(*) owed,
              count(case when r.state in ('TOLD', 'CONFIRMED') and not <notice> then 1 end) heard
            from input i
            join report_back r on r.workspace_id = i.workspace_id and r.input_id = i.id
            join contributor c on c.workspace_id = i.workspace_id and c.id = i.contributor_id
            """
                + OF_INITIATIVE
                + """
                 and i.withdrawn_at is null
                group by coalesce(c.grp, '')
                """)
        .define("notice", BY_NOTICE)
        .bind("workspace", workspace)
        .bind("initiative", initiative)
        .map(
            (row, context) ->
                new Group(
                    row.getString("grp").isEmpty() ? noGroup : row.getString("grp"),
                    new Figures(row.getInt("people"), row.getInt("owed"), row.getInt("heard"))))
        .list();
  }
}
