package dev.groundswell.sponsor;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.sponsor.Digest.State;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The rows of {@code digest} and {@code digest_line}. */
final class DigestStore {
  /**
   * A digest without its lines.
   *
   * @param slot the period that it is for, or null once it was given back
   * @param ask the blockage in it, or null
   */
  record Row(
      WorkspaceId workspace,
      UUID id,
      UUID sponsor,
      Instant since,
      Instant until,
      UserId askedBy,
      State state,
      @Nullable String slot,
      Instant dueAt,
      @Nullable UUID ask) {}

  private static final RowMapper<Row> ROW =
      (row, context) -> {
        Instant until = row.getObject("until", OffsetDateTime.class).toInstant();
        OffsetDateTime due = row.getObject("due_at", OffsetDateTime.class);
        return new Row(
            new WorkspaceId(row.getString("workspace_id")),
            row.getObject("id", UUID.class),
            row.getObject("sponsor_id", UUID.class),
            row.getObject("since", OffsetDateTime.class).toInstant(),
            until,
            new UserId(row.getString("asked_by")),
            State.valueOf(row.getString("state")),
            row.getString("slot"),
            due == null ? until : due.toInstant(),
            row.getObject("ask", UUID.class));
      };

  private DigestStore() {}

  static void add(Tx tx, Row row) {
    tx.update(
            """
            insert into digest (workspace_id, id, sponsor_id, since, until, asked_by, state, slot,
              due_at, ask)
            values (:workspace, :id, :sponsor, :since, :until, :by, :state, :slot, :dueAt,
              cast(:ask as uuid))
            """)
        .bind("workspace", row.workspace())
        .bind("id", row.id())
        .bind("sponsor", row.sponsor())
        .bind("since", row.since())
        .bind("until", row.until())
        .bind("by", row.askedBy())
        .bind("state", row.state().name())
        .bind("slot", row.slot())
        .bind("dueAt", row.dueAt())
        .bind("ask", row.ask())
        .execute();
  }

  static void addLines(Tx tx, WorkspaceId workspace, UUID digest, List<Line> lines) {
    if (lines.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        tx.batch(
            """
            insert into digest_line (workspace_id, digest_id, place, topic, words, source,
              objective_id, so_far)
            values (:workspace, :digest, :place, :topic, :words, :source,
              cast(:objective as uuid), :soFar)
            """);
    for (Line line : lines) {
      Objective objective = line.objective();
      batch
          .bind("workspace", workspace)
          .bind("digest", digest)
          .bind("place", line.place())
          .bind("topic", line.topic().name())
          .bind("words", line.words())
          .bind("source", line.source())
          .bind("objective", objective == null ? null : objective.id())
          .bind("soFar", line.soFar())
          .add();
    }
    batch.execute();
  }

  /** The lines, each with its objective as it stands now. */
  static List<Line> lines(Tx tx, WorkspaceId workspace, UUID digest, List<Objective> objectives) {
    Map<UUID, Objective> byId =
        objectives.stream().collect(Collectors.toMap(Objective::id, Function.identity()));
    return tx.query(
            """
            select * from digest_line where workspace_id = :workspace and digest_id = :digest
            order by place
            """)
        .bind("workspace", workspace)
        .bind("digest", digest)
        .map(
            (row, context) ->
                new Line(
                    row.getInt("place"),
                    Topic.valueOf(row.getString("topic")),
                    row.getString("words"),
                    row.getString("source"),
                    byId.get(row.getObject("objective_id", UUID.class)),
                    row.getBoolean("so_far")))
        .list();
  }

  static Optional<Row> find(Tx tx, WorkspaceId workspace, UUID id) {
    return tx.query("select * from digest where workspace_id = :workspace and id = :id")
        .bind("workspace", workspace)
        .bind("id", id)
        .map(ROW)
        .findOne();
  }

  static Optional<Row> inSlot(Tx tx, WorkspaceId workspace, UUID sponsor, String slot) {
    return tx.query(
            """
            select * from digest
            where workspace_id = :workspace and sponsor_id = :sponsor and slot = :slot
            """)
        .bind("workspace", workspace)
        .bind("sponsor", sponsor)
        .bind("slot", slot)
        .map(ROW)
        .findOne();
  }

  /** Those that went out, or are on their way, the last one due at the top. */
  static List<Row> gone(Tx tx, WorkspaceId workspace, UUID sponsor, int most) {
    return tx.query(
            """
            select * from digest
            where workspace_id = :workspace and sponsor_id = :sponsor
              and state in ('APPROVED', 'SENT')
            order by due_at desc nulls last, id desc fetch first :most rows only
            """)
        .bind("workspace", workspace)
        .bind("sponsor", sponsor)
        .bind("most", most)
        .map(ROW)
        .list();
  }

  /** Whether one is approved whose day is still to come. */
  static boolean waits(Tx tx, WorkspaceId workspace, UUID sponsor, Instant now) {
    return tx.query(
                """
                select count(*) from digest
                where workspace_id = :workspace and sponsor_id = :sponsor
                  and state = 'APPROVED' and due_at > :now
                """)
            .bind("workspace", workspace)
            .bind("sponsor", sponsor)
            .bind("now", now)
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  /** Whether another one that went out, or is on its way, tells of days of this one. */
  static boolean isToldElsewhere(Tx tx, WorkspaceId workspace, UUID id) {
    return hasAnother(tx, workspace, id, "it.state in ('APPROVED', 'SENT') and it.until > d.since");
  }

  /** Whether another draft was composed since. */
  static boolean hasNewerDraft(Tx tx, WorkspaceId workspace, UUID id) {
    return hasAnother(tx, workspace, id, "it.state = 'DRAFT' and it.until > d.until");
  }

  private static boolean hasAnother(Tx tx, WorkspaceId workspace, UUID id, String which) {
    return tx.query(
                """
                select count(*) from digest d
                join digest it on it.workspace_id = d.workspace_id
                  and it.sponsor_id = d.sponsor_id and it.id <> d.id
                where d.workspace_id = :workspace and d.id = :id and
                """
                    + which)
            .bind("workspace", workspace)
            .bind("id", id)
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  /** When the last digest ended that went out, or is on its way; what was given up is none. */
  static Optional<Instant> lastUntil(Tx tx, WorkspaceId workspace, UUID sponsor) {
    return tx.query(
            """
            select until from digest
            where workspace_id = :workspace and sponsor_id = :sponsor
              and state in ('APPROVED', 'SENT')
            order by until desc fetch first 1 rows only
            """)
        .bind("workspace", workspace)
        .bind("sponsor", sponsor)
        .mapTo(Instant.class)
        .findOne();
  }

  /** Takes a draft away with its lines, to compose it anew. */
  static void remove(Tx tx, WorkspaceId workspace, UUID digest) {
    for (String table : List.of("digest_line where digest_id", "digest where id")) {
      tx.update("delete from " + table + " = :id and workspace_id = :workspace")
          .bind("id", digest)
          .bind("workspace", workspace)
          .execute();
    }
  }

  /** False if it was no draft any more. */
  static boolean approve(Tx tx, WorkspaceId workspace, UUID id, Instant dueAt, UserId by) {
    return tx.update(
                """
                update digest set state = 'APPROVED', due_at = :dueAt, asked_by = :by
                where workspace_id = :workspace and id = :id and state = 'DRAFT'
                """)
            .bind("dueAt", dueAt)
            .bind("by", by)
            .bind("workspace", workspace)
            .bind("id", id)
            .execute()
        == 1;
  }

  /** Puts a digest into another period, which has to be free. */
  static void moveTo(Tx tx, WorkspaceId workspace, UUID id, String slot) {
    tx.update("update digest set slot = :slot where workspace_id = :workspace and id = :id")
        .bind("slot", slot)
        .bind("workspace", workspace)
        .bind("id", id)
        .execute();
  }

  /** Leaves out what has not gone out; false if it has, or may have. */
  static boolean skip(Tx tx, WorkspaceId workspace, UUID id, UserId by) {
    return tx.update(
                """
                update digest set state = 'SKIPPED', asked_by = :by
                where workspace_id = :workspace and id = :id
                  and (state = 'DRAFT' or (state = 'APPROVED' and sent_to is null))
                """)
            .bind("by", by)
            .bind("workspace", workspace)
            .bind("id", id)
            .execute()
        == 1;
  }

  /**
   * Notes how the mail ended; one that was not delivered gives its period back, unless it was left
   * out meanwhile.
   */
  static void settled(Tx tx, WorkspaceId workspace, UUID id, State state) {
    tx.update(
            """
            update digest set state = :state,
              slot = case when :state = 'GIVEN_UP' then null else slot end
            where workspace_id = :workspace and id = :id
              and (:state <> 'GIVEN_UP' or state <> 'SKIPPED')
            """)
        .bind("state", state.name())
        .bind("workspace", workspace)
        .bind("id", id)
        .execute();
  }

  /** Nobody has read it: it gives its period back, so that the next one tells of its days. */
  static void cameBack(Tx tx, WorkspaceId workspace, UUID id) {
    tx.update(
            """
            update digest set state = 'GIVEN_UP', slot = null
            where workspace_id = :workspace and id = :id and state in ('APPROVED', 'SENT')
            """)
        .bind("workspace", workspace)
        .bind("id", id)
        .execute();
  }

  /** Notes by its print where the sponsor has it now: there it went, or may have gone. */
  static void wentOut(Tx tx, WorkspaceId workspace, UUID id) {
    tx.update(
            """
            update digest set sent_to = (
              select address_print from sponsor
              where sponsor.workspace_id = digest.workspace_id and sponsor.id = digest.sponsor_id)
            where workspace_id = :workspace and id = :id
            """)
        .bind("workspace", workspace)
        .bind("id", id)
        .execute();
  }

  /** Whether it went out, or nobody knows whether it did. */
  static boolean mayHaveGone(Tx tx, Row row) {
    return tx.query(
                """
                select count(*) from digest
                where workspace_id = :workspace and id = :id and sent_to is not null
                """)
            .bind("workspace", row.workspace())
            .bind("id", row.id())
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  /** Takes away where digests of a sponsor went; not even the print of the address stays. */
  static void forgetAddress(Tx tx, WorkspaceId workspace, UUID sponsor) {
    tx.update(
            """
            update digest set sent_to = null
            where workspace_id = :workspace and sponsor_id = :sponsor
            """)
        .bind("workspace", workspace)
        .bind("sponsor", sponsor)
        .execute();
  }

  /** Whether the sponsor still has the address that it went to; so if nobody noted that. */
  static boolean wentToTheAddressOfNow(Tx tx, WorkspaceId workspace, UUID id) {
    return tx.query(
                """
                select count(*) from digest d
                join sponsor s on s.workspace_id = d.workspace_id and s.id = d.sponsor_id
                where d.workspace_id = :workspace and d.id = :id
                  and (d.sent_to is null or d.sent_to = s.address_print)
                """)
            .bind("workspace", workspace)
            .bind("id", id)
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  static boolean edit(
      Tx tx, WorkspaceId workspace, UUID digest, int place, String words, UserId by) {
    return tx.update(
                """
                update digest_line set words = :words, edited_by = :by
                where workspace_id = :workspace and digest_id = :digest and place = :place
                """)
            .bind("words", words)
            .bind("by", by)
            .bind("workspace", workspace)
            .bind("digest", digest)
            .bind("place", place)
            .execute()
        == 1;
  }

  static boolean leaveOut(Tx tx, WorkspaceId workspace, UUID digest, int place) {
    return tx.update(
                """
                delete from digest_line
                where workspace_id = :workspace and digest_id = :digest and place = :place
                """)
            .bind("workspace", workspace)
            .bind("digest", digest)
            .bind("place", place)
            .execute()
        == 1;
  }

  /** An edited draft is not composed anew. */
  static void markEdited(Tx tx, WorkspaceId workspace, UUID digest, UserId by) {
    tx.update(
            """
            update digest set edited_by = :by where workspace_id = :workspace and id = :digest
            """)
        .bind("by", by)
        .bind("workspace", workspace)
        .bind("digest", digest)
        .execute();
  }

  static boolean isEdited(Tx tx, WorkspaceId workspace, UUID digest) {
    return tx.query(
                """
                select count(*) from digest
                where workspace_id = :workspace and id = :digest and edited_by is not null
                """)
            .bind("workspace", workspace)
            .bind("digest", digest)
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  record TestRow(UUID digest, String sealedAddress) {}

  static void addTest(
      Tx tx,
      WorkspaceId workspace,
      UUID id,
      UUID digest,
      String sealedAddress,
      UserId by,
      Instant now) {
    tx.update(
            """
            insert into digest_test (workspace_id, id, digest_id, sealed_address, asked_by,
              asked_at)
            values (:workspace, :id, :digest, :address, :by, :now)
            """)
        .bind("workspace", workspace)
        .bind("id", id)
        .bind("digest", digest)
        .bind("address", sealedAddress)
        .bind("by", by)
        .bind("now", now)
        .execute();
  }

  static Optional<TestRow> test(Tx tx, WorkspaceId workspace, UUID id) {
    return tx.query(
            """
            select digest_id, sealed_address from digest_test
            where workspace_id = :workspace and id = :id
            """)
        .bind("workspace", workspace)
        .bind("id", id)
        .map(
            (row, context) ->
                new TestRow(
                    row.getObject("digest_id", UUID.class), row.getString("sealed_address")))
        .findOne();
  }
}
