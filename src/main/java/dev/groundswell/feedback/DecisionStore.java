package dev.groundswell.feedback;

import dev.groundswell.db.Tx;
import dev.groundswell.feedback.Decision.Outcome;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** The rows of {@code decision}, and which input has had which. */
final class DecisionStore {
  private DecisionStore() {}

  static Ruling read(ResultSet row, UUID id, String link) throws SQLException {
    String address = row.getString(link);
    return new Ruling(
        id,
        new Decision(
            Outcome.valueOf(row.getString("outcome")),
            row.getString("weighed"),
            row.getString("reason"),
            address == null ? "" : address),
        new UserId(row.getString("decided_by")),
        row.getObject("decided_at", OffsetDateTime.class).toInstant());
  }

  static void add(Tx tx, WorkspaceId workspace, UUID initiative, Ruling ruling) {
    Decision decision = ruling.decision();
    tx.update(
            """
            insert into decision (workspace_id, id, initiative_id, outcome, weighed, reason, link,
              decided_by, decided_at)
            values (:workspace, :id, :initiative, :outcome, :weighed, :reason, :link, :by, :at)
            """)
        .bind("workspace", workspace)
        .bind("id", ruling.id())
        .bind("initiative", initiative)
        .bind("outcome", decision.outcome().name())
        .bind("weighed", decision.weighed())
        .bind("reason", decision.reason())
        .bind("link", decision.link().isEmpty() ? null : decision.link())
        .bind("by", ruling.by())
        .bind("at", ruling.at())
        .execute();
  }

  /** From now on this decision holds for the input; the one before stays in its history. */
  static void holds(Tx tx, Input input, Ruling ruling, Instant now) {
    tx.update(
            """
            update input set decision_id = :decision, version = version + 1
            where workspace_id = :workspace and id = :input
            """)
        .bind("decision", ruling.id())
        .bind("workspace", input.workspace())
        .bind("input", input.id())
        .execute();
    tx.update(
            """
            insert into input_decision (workspace_id, input_id, decision_id, noted_at)
            select cast(:workspace as varchar(32)), cast(:input as uuid), cast(:decision as uuid),
              cast(:at as timestamp(6) with time zone)
            where not exists (select 1 from input_decision
              where workspace_id = :workspace and input_id = :input and decision_id = :decision)
            """)
        .bind("workspace", input.workspace())
        .bind("input", input.id())
        .bind("decision", ruling.id())
        .bind("at", now)
        .execute();
  }

  /** The decisions that an input has had, the newest first. */
  static List<Ruling> history(Tx tx, WorkspaceId workspace, UUID input) {
    return tx.query(
            """
            select d.* from input_decision h
            join decision d on d.workspace_id = h.workspace_id and d.id = h.decision_id
            where h.workspace_id = :workspace and h.input_id = :input
            order by h.noted_at desc, d.id desc
            """)
        .bind("workspace", workspace)
        .bind("input", input)
        .map((row, context) -> read(row, row.getObject("id", UUID.class), "link"))
        .list();
  }
}
