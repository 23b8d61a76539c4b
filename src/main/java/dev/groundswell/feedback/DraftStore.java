package dev.groundswell.feedback;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The rows of {@code draft}: input that came before there was an initiative. */
final class DraftStore {
  private DraftStore() {}

  record Draft(Contributor from, String words) {}

  static void keep(
      Tx tx,
      WorkspaceId workspace,
      UUID id,
      UserId by,
      Contributor from,
      String words,
      Instant now) {
    tx.update(
            """
            insert into draft (workspace_id, id, user_id, from_id, from_name, words, kept_at)
            values (:workspace, :id, :by, :fromId, :fromName, :words, :now)
            """)
        .bind("workspace", workspace)
        .bind("id", id)
        .bind("by", by)
        .bind("fromId", from.account().map(UserId::value).orElse(null))
        .bind("fromName", from.name())
        .bind("words", words)
        .bind("now", now)
        .execute();
  }

  /** Takes the draft out; the second to ask gets nothing. */
  static Optional<Draft> take(Tx tx, WorkspaceId workspace, UUID id, UserId by) {
    Optional<Draft> draft =
        tx.query(
                """
                select from_id, from_name, words from draft
                where workspace_id = :workspace and id = :id and user_id = :by
                for update
                """)
            .bind("workspace", workspace)
            .bind("id", id)
            .bind("by", by)
            .map(
                (row, context) -> {
                  String fromId = row.getString("from_id");
                  return new Draft(
                      new Contributor(
                          fromId == null ? null : new UserId(fromId), row.getString("from_name")),
                      row.getString("words"));
                })
            .findOne();
    draft.ifPresent(
        found ->
            tx.update("delete from draft where workspace_id = :workspace and id = :id")
                .bind("workspace", workspace)
                .bind("id", id)
                .execute());
    return draft;
  }

  /** Housekeeping: in all workspaces. */
  static void forget(Tx tx, Instant keptBefore) {
    tx.update("delete from draft where kept_at < :before").bind("before", keptBefore).execute();
  }
}
