package dev.groundswell.feedback;

import dev.groundswell.db.Columns;
import dev.groundswell.db.Tx;
import dev.groundswell.feedback.Input.Origin;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** The rows of {@code input}, each read with its contributor, its decision and its report-back. */
final class InputStore {
  /** One input with all that belongs to it; {@code i}, {@code c}, {@code d} and {@code r}. */
  static final String SELECT =
      """
      select i.*, %s,
        d.outcome, d.weighed, d.reason, d.link decision_link, d.decided_by, d.decided_at,
        %s
      from input i
      join contributor c on c.workspace_id = i.workspace_id and c.id = i.contributor_id
      join report_back r on r.workspace_id = i.workspace_id and r.input_id = i.id
      left join decision d on d.workspace_id = i.workspace_id and d.id = i.decision_id
      """
          .formatted(ContributorStore.COLUMNS, ReportBackStore.COLUMNS);

  static final RowMapper<Input> ROW = (row, context) -> read(row);

  private InputStore() {}

  private static Input read(ResultSet row) throws SQLException {
    UUID decision = Columns.id(row, "decision_id");
    return new Input(
        new WorkspaceId(row.getString("workspace_id")),
        row.getObject("id", UUID.class),
        row.getObject("initiative_id", UUID.class),
        row.getObject("contributor_id", UUID.class),
        ContributorStore.read(row),
        row.getString("words"),
        row.getObject("received_on", LocalDate.class),
        new UserId(row.getString("owner_id")),
        new Origin(
            Columns.id(row, "round_id"),
            Columns.read(row, "steers", Input.Steers::valueOf),
            Columns.read(row, "channel", Input.Channel::valueOf),
            row.getString("link"),
            row.getBoolean("may_be_named")),
        decision == null ? null : DecisionStore.read(row, decision, "decision_link"),
        ReportBackStore.read(row),
        Columns.instant(row, "withdrawn_at"),
        Columns.id(row, "merged_into"),
        row.getInt("version"));
  }

  /** Adds the input and its report-back; the contributor is there already. */
  static void add(Tx tx, Input input, UserId by, String requestKey, Instant now) {
    tx.update(
            """
            insert into input (workspace_id, id, initiative_id, contributor_id, words, received_on,
              recorded_by, recorded_at, owner_id, request_key, round_id, steers, channel, link,
              may_be_named, version)
            values (:workspace, :id, :initiative, :contributor, :words, :receivedOn,
              :by, :now, :owner, :requestKey, cast(:round as uuid), :steers, :channel, :link,
              :mayBeNamed, 0)
            """)
        .bind("workspace", input.workspace())
        .bind("id", input.id())
        .bind("initiative", input.initiative())
        .bind("contributor", input.contributorId())
        .bind("words", input.words())
        .bind("receivedOn", input.receivedOn())
        .bind("by", by)
        .bind("now", now)
        .bind("owner", input.owner())
        .bind("requestKey", requestKey)
        .bind("round", input.origin().round())
        .bind("steers", Columns.name(input.origin().steers()))
        .bind("channel", Columns.name(input.origin().channel()))
        .bind("link", input.origin().link())
        .bind("mayBeNamed", input.origin().mayBeNamed())
        .execute();
    ReportBackStore.add(tx, input.workspace(), input.id(), input.reportBack());
  }

  static Optional<Input> find(Tx tx, WorkspaceId workspace, UUID id) {
    return tx.query(SELECT + " where i.workspace_id = :workspace and i.id = :id")
        .bind("workspace", workspace)
        .bind("id", id)
        .map(ROW)
        .findOne();
  }

  /** Who logged it, whoever looks after it by now. */
  static Optional<UserId> recordedBy(Tx tx, WorkspaceId workspace, UUID id) {
    return tx.query("select recorded_by from input where workspace_id = :workspace and id = :id")
        .bind("workspace", workspace)
        .bind("id", id)
        .map((row, context) -> new UserId(row.getString("recorded_by")))
        .findOne();
  }

  /** Nobody else changes it until the transaction ends. */
  static void lock(Tx tx, WorkspaceId workspace, UUID id) {
    tx.query("select id from input where workspace_id = :workspace and id = :id for update")
        .bind("workspace", workspace)
        .bind("id", id)
        .mapTo(UUID.class)
        .findOne();
  }

  /** The input itself, and those that count as the same; without those that were withdrawn. */
  static List<Input> withDuplicates(Tx tx, Input main) {
    return tx.query(
            SELECT
                + """
                where i.workspace_id = :workspace and (i.id = :id or i.merged_into = :id)
                  and i.withdrawn_at is null
                order by i.recorded_at, i.id
                """)
        .bind("workspace", main.workspace())
        .bind("id", main.id())
        .map(ROW)
        .list();
  }

  /**
   * What the same decision may hold for: what is undecided in the same round, or in the initiative
   * if there is none, the one due first at the top; without what counts as the same anyway.
   *
   * @param owner whose they are, or null for everybody's; of a duplicate it is the main one's owner
   */
  static List<Input> undecidedBeside(Tx tx, Input input, @Nullable UserId owner, int most) {
    return tx.query(
            SELECT
                + """
                left join input m on m.workspace_id = i.workspace_id and m.id = i.merged_into
                where i.workspace_id = :workspace and i.initiative_id = :initiative
                  and i.id <> :id and (i.merged_into is null or i.merged_into <> :id)
                  and i.withdrawn_at is null and (d.id is null or d.outcome = 'PENDING')
                  and (i.round_id = cast(:round as uuid)
                    or (cast(:round as uuid) is null and r.state = 'OPEN'))
                  and (cast(:owner as varchar) is null
                    or coalesce(m.owner_id, i.owner_id) = :owner)
                order by r.due_on, i.recorded_at, i.id
                fetch first :most rows only
                """)
        .bind("workspace", input.workspace())
        .bind("initiative", input.initiative())
        .bind("id", input.id())
        .bind("round", input.origin().round())
        .bind("owner", owner == null ? null : owner.value())
        .bind("most", most)
        .map(ROW)
        .list();
  }

  /** What this one may be a duplicate of, told or not, the newest first. */
  static List<Input> besides(Tx tx, Input input, int most) {
    return tx.query(
            SELECT
                + """
                where i.workspace_id = :workspace and i.initiative_id = :initiative
                  and i.id <> :id and i.merged_into is null and i.withdrawn_at is null
                order by i.recorded_at desc, i.id desc
                fetch first :most rows only
                """)
        .bind("workspace", input.workspace())
        .bind("initiative", input.initiative())
        .bind("id", input.id())
        .bind("most", most)
        .map(ROW)
        .list();
  }

  static void edit(
      Tx tx, Input before, UUID contributor, String words, LocalDate receivedOn, Origin origin) {
    tx.update(
            """
            update input set contributor_id = :contributor, words = :words,
              received_on = :receivedOn, round_id = cast(:round as uuid), steers = :steers,
              channel = :channel, may_be_named = :mayBeNamed, version = version + 1
            where workspace_id = :workspace and id = :id
            """)
        .bind("contributor", contributor)
        .bind("words", words)
        .bind("receivedOn", receivedOn)
        .bind("round", origin.round())
        .bind("steers", Columns.name(origin.steers()))
        .bind("channel", Columns.name(origin.channel()))
        .bind("mayBeNamed", origin.mayBeNamed())
        .bind("workspace", before.workspace())
        .bind("id", before.id())
        .execute();
  }

  /** Also what counted as the same as the duplicate is one with the main input from now on. */
  static void merge(Tx tx, Input duplicate, Input main) {
    tx.update(
            """
            update input set merged_into = :main, version = version + 1
            where workspace_id = :workspace and (id = :id or merged_into = :id)
            """)
        .bind("main", main.id())
        .bind("workspace", duplicate.workspace())
        .bind("id", duplicate.id())
        .execute();
  }

  /** The words and the link go; whatever counted as the same stands for itself again. */
  static void withdraw(Tx tx, Input input, Instant now) {
    tx.update(
            """
            update input set words = '', link = null, withdrawn_at = :now, version = version + 1
            where workspace_id = :workspace and id = :id
            """)
        .bind("now", now)
        .bind("workspace", input.workspace())
        .bind("id", input.id())
        .execute();
    tx.update(
            """
            update input set merged_into = null
            where workspace_id = :workspace and merged_into = :id
            """)
        .bind("workspace", input.workspace())
        .bind("id", input.id())
        .execute();
  }

  static Optional<Input> byRequest(Tx tx, WorkspaceId workspace, String requestKey) {
    return tx.query(SELECT + " where i.workspace_id = :workspace and i.request_key = :key")
        .bind("workspace", workspace)
        .bind("key", requestKey)
        .map(ROW)
        .findOne();
  }

  /** The input is looked after by somebody else; false if there is none of that id. */
  static boolean handOver(Tx tx, WorkspaceId workspace, UUID id, UserId to) {
    return tx.update(
                """
                update input set owner_id = :to, version = version + 1
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
            update input set owner_id = :to, version = version + 1
            where workspace_id = :workspace and initiative_id = :initiative and owner_id = :from
            """)
        .bind("to", to)
        .bind("workspace", workspace)
        .bind("initiative", initiative)
        .bind("from", from)
        .execute();
  }
}
