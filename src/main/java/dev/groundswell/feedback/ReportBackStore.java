package dev.groundswell.feedback;

import dev.groundswell.db.Tx;
import dev.groundswell.feedback.ReportBack.How;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The rows of {@code report_back}, one for each input. */
final class ReportBackStore {
  /** The columns that {@link #read} reads, of the table {@code r}. */
  static final String COLUMNS =
      """
      r.due_on, r.state, r.unreachable_why, r.told_by, r.told_at, r.told_how, r.told_decision,
      r.wording, r.weighing_told_at, r.answer, r.answer_words, r.answered_at,
      r.version report_back_version
      """;

  private ReportBackStore() {}

  static ReportBack read(ResultSet row) throws SQLException {
    return new ReportBack(
        row.getObject("due_on", LocalDate.class),
        ReportBack.State.valueOf(row.getString("state")),
        Rows.read(row, "unreachable_why", ReportBack.Unreachable::valueOf),
        Rows.read(row, "told_by", UserId::new),
        Rows.instant(row, "told_at"),
        Rows.read(row, "told_how", How::valueOf),
        Rows.id(row, "told_decision"),
        row.getString("wording"),
        Rows.instant(row, "weighing_told_at"),
        Rows.read(row, "answer", ReportBack.Answer::valueOf),
        row.getString("answer_words"),
        Rows.instant(row, "answered_at"),
        row.getInt("report_back_version"));
  }

  static void add(Tx tx, WorkspaceId workspace, UUID input, ReportBack reportBack) {
    tx.update(
            """
            insert into report_back (workspace_id, input_id, due_on, state, unreachable_why,
              version)
            values (:workspace, :input, :dueOn, :state, :why, 0)
            """)
        .bind("workspace", workspace)
        .bind("input", input)
        .bind("dueOn", reportBack.dueOn())
        .bind("state", reportBack.state().name())
        .bind("why", Rows.name(reportBack.why()))
        .execute();
  }

  static List<Input> open(Tx tx, WorkspaceId workspace, UUID initiative, int most) {
    return tx.query(
            InputStore.SELECT
                + """
                where i.workspace_id = :workspace and i.initiative_id = :initiative
                  and r.state = 'OPEN' and i.withdrawn_at is null
                order by r.due_on, i.recorded_at, i.id
                fetch first :most rows only
                """)
        .bind("workspace", workspace)
        .bind("initiative", initiative)
        .bind("most", most)
        .map(InputStore.ROW)
        .list();
  }

  static List<Input> openFor(Tx tx, WorkspaceId workspace, UserId owner, int most) {
    return tx.query(
            InputStore.SELECT
                + """
                where i.workspace_id = :workspace and i.owner_id = :owner
                  and r.state = 'OPEN' and i.withdrawn_at is null
                order by r.due_on, i.recorded_at, i.id
                fetch first :most rows only
                """)
        .bind("workspace", workspace)
        .bind("owner", owner)
        .bind("most", most)
        .map(InputStore.ROW)
        .list();
  }

  static void told(Tx tx, Input input, How how, UserId by, Instant now) {
    tx.update(
            """
            update report_back set state = 'TOLD', told_by = :by, told_at = :now, told_how = :how,
              told_decision = cast(:decision as uuid), version = version + 1
            where workspace_id = :workspace and input_id = :id and state = 'OPEN'
            """)
        .bind("by", by)
        .bind("now", now)
        .bind("how", how.name())
        .bind("decision", input.ruling() == null ? null : input.ruling().id())
        .bind("workspace", input.workspace())
        .bind("id", input.id())
        .execute();
  }

  static Movement movement(
      Tx tx, WorkspaceId workspace, UUID initiative, Instant from, Instant to) {
    return tx.query(
            """
            select
              count(case when i.recorded_at > :from and i.recorded_at <= :to then 1 end) put_in,
              count(case when d.decided_at > :from and d.decided_at <= :to
                and d.outcome = 'ADOPTED' then 1 end) adopted,
              count(case when d.decided_at > :from and d.decided_at <= :to
                and d.outcome = 'PARTLY' then 1 end) partly,
              count(case when d.decided_at > :from and d.decided_at <= :to
                and d.outcome = 'DECLINED' then 1 end) declined,
              count(distinct case when r.told_at > :from and r.told_at <= :to
                then i.contributor_id end) told,
              count(distinct case when i.recorded_at <= :to and i.withdrawn_at is null
                and (r.told_at is null or r.told_at > :to) then i.contributor_id end) waiting
            from input i
            join report_back r on r.workspace_id = i.workspace_id and r.input_id = i.id
            left join decision d on d.workspace_id = i.workspace_id and d.id = i.decision_id
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
