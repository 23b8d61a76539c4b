package dev.groundswell.feedback;

import dev.groundswell.db.Columns;
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
      r.sending, r.sends, r.sent_decision, r.sent_by, r.failed_why, r.answer_open,
      r.version report_back_version
      """;

  private ReportBackStore() {}

  static ReportBack read(ResultSet row) throws SQLException {
    return new ReportBack(
        row.getObject("due_on", LocalDate.class),
        ReportBack.State.valueOf(row.getString("state")),
        Columns.read(row, "unreachable_why", ReportBack.Unreachable::valueOf),
        Columns.read(row, "told_by", UserId::new),
        Columns.instant(row, "told_at"),
        Columns.read(row, "told_how", How::valueOf),
        Columns.id(row, "told_decision"),
        row.getString("wording"),
        Columns.instant(row, "weighing_told_at"),
        Columns.read(row, "answer", ReportBack.Answer::valueOf),
        row.getString("answer_words"),
        Columns.instant(row, "answered_at"),
        new ReportBack.Sending(
            row.getInt("sends"),
            Columns.read(row, "sending", How::valueOf),
            Columns.id(row, "sent_decision"),
            Columns.read(row, "sent_by", UserId::new),
            row.getString("failed_why")),
        row.getBoolean("answer_open"),
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
        .bind("why", Columns.name(reportBack.why()))
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

  /** What its owner has to do something about; what is on its way is not among it. */
  static List<Input> openFor(
      Tx tx, WorkspaceId workspace, UserId owner, List<UUID> initiatives, int most) {
    if (initiatives.isEmpty()) {
      return List.of();
    }
    return tx.query(
            InputStore.SELECT
                + """
                where i.workspace_id = :workspace and i.owner_id = :owner
                  and i.initiative_id in (<initiatives>) and i.withdrawn_at is null
                  and (r.state in ('OPEN', 'REFUTED') or r.answer_open) and r.sending is null
                order by r.due_on, i.recorded_at, i.id
                fetch first :most rows only
                """)
        .bind("workspace", workspace)
        .bind("owner", owner)
        .bindList("initiatives", initiatives)
        .bind("most", most)
        .map(InputStore.ROW)
        .list();
  }

  /** The inputs of a contributor about whom something is still to be told. */
  static List<UUID> openOf(Tx tx, WorkspaceId workspace, UUID contributor) {
    return tx.query(
            """
            select r.input_id from report_back r
            join input i on i.workspace_id = r.workspace_id and i.id = r.input_id
            where i.workspace_id = :workspace and i.contributor_id = :contributor
              and (r.state in ('OPEN', 'REFUTED') or r.answer_open)
            """)
        .bind("workspace", workspace)
        .bind("contributor", contributor)
        .mapTo(UUID.class)
        .list();
  }

  /** What holds by now they have not heard; what they heard stays known. */
  static void reopen(Tx tx, Input input) {
    tx.update(
            """
            update report_back set state = 'OPEN', unreachable_why = null, told_by = null, told_at = null, told_how = null,
              wording = null, answer = null, answer_words = null, answered_at = null,
              answer_open = false, failed_why = null,
              version = version + 1
            where workspace_id = :workspace and input_id = :id
            """)
        .bind("workspace", input.workspace())
        .bind("id", input.id())
        .execute();
  }

  /** What they heard counts again, and what they answered to it waits for its owner. */
  static void counts(Tx tx, Input input) {
    tx.update(
            """
            update report_back set unreachable_why = null,
              state = case when answer = 'NOT_WHAT_I_SAID' then 'REFUTED' else 'TOLD' end,
              answer_open = case when answer is null or answer = 'HEARD' then false else true end,
              version = version + 1
            where workspace_id = :workspace and input_id = :id
            """)
        .bind("workspace", input.workspace())
        .bind("id", input.id())
        .execute();
  }

  /** The inputs of a contributor who could not be told what became of them, for that reason. */
  static List<Input> unreachable(
      Tx tx, WorkspaceId workspace, UUID contributor, ReportBack.Unreachable why) {
    return tx.query(
            InputStore.SELECT
                + """
                where i.workspace_id = :workspace and i.contributor_id = :contributor
                  and i.withdrawn_at is null
                  and r.state = 'UNREACHABLE' and r.unreachable_why = :why
                order by i.recorded_at, i.id
                """)
        .bind("workspace", workspace)
        .bind("contributor", contributor)
        .bind("why", why.name())
        .map(InputStore.ROW)
        .list();
  }

  /**
   * Nobody has told the contributor anything: neither what was told before nor what is under way
   * was for them. What is under way is counted as past, so that it says nothing about them.
   */
  static void startOver(Tx tx, Input input) {
    reopen(tx, input);
    tx.update(
            """
            update report_back set told_decision = null, soft_bounces = 0,
              weighing_told_at = null, sending = null, sends = sends + 1, version = version + 1
            where workspace_id = :workspace and input_id = :id
            """)
        .bind("workspace", input.workspace())
        .bind("id", input.id())
        .execute();
  }

  static void due(Tx tx, Input input, LocalDate day) {
    tx.update(
            """
            update report_back set due_on = :day, version = version + 1
            where workspace_id = :workspace and input_id = :id
            """)
        .bind("day", day)
        .bind("workspace", input.workspace())
        .bind("id", input.id())
        .execute();
  }

  /** Whether a reminder about it will come, now or once what rests is woken. */
  static boolean isReminded(Tx tx, Input input) {
    return tx.query(
                """
                select count(*) from reminder
                where workspace_id = :workspace and kind = :kind and subject_id = :id
                  and state in ('WAITING', 'RESTING', 'AWAY')
                """)
            .bind("workspace", input.workspace())
            .bind("kind", ReportBacks.REPORT_BACK)
            .bind("id", input.id())
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  /** What was written about an input that is withdrawn. */
  static void forgetWords(Tx tx, Input input) {
    tx.update(
            """
            update report_back set wording = null, answer_words = null, version = version + 1
            where workspace_id = :workspace and input_id = :id
            """)
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
                and r.state in ('TOLD', 'CONFIRMED') and not <notice>
                then i.contributor_id end) told,
              count(distinct case when i.recorded_at <= :to and i.withdrawn_at is null
                and r.state <> 'UNREACHABLE'
                and (r.state in ('OPEN', 'REFUTED') or r.told_at > :to)
                then i.contributor_id end) waiting
            from input i
            join report_back r on r.workspace_id = i.workspace_id and r.input_id = i.id
            join contributor c on c.workspace_id = i.workspace_id and c.id = i.contributor_id
            left join decision d on d.workspace_id = i.workspace_id and d.id = i.decision_id
            where i.workspace_id = :workspace and i.initiative_id = :initiative
            """)
        .define("notice", InputListStore.BY_NOTICE)
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
