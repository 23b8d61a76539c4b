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
      String requestKey,
      Instant now) {
    tx.update(
            """
            insert into draft (workspace_id, id, user_id, from_id, from_name, words,
              request_key, kept_at)
            values (:workspace, :id, :by, :fromId, :fromName, :words, :requestKey, :now)
            """)
        .bind("workspace", workspace)
        .bind("id", id)
        .bind("by", by)
        .bind("fromId", from.account().map(UserId::value).orElse(null))
        .bind("fromName", from.name())
        .bind("words", words)
        .bind("requestKey", requestKey)
        .bind("now", now)
        .execute();
  }

  static Optional<UUID> byRequest(Tx tx, WorkspaceId workspace, String requestKey) {
    return tx.query(
            "select id from draft where workspace_id = :workspace and request_key = :requestKey")
        .bind("workspace", workspace)
        .bind("requestKey", requestKey)
        .mapTo(UUID.class)
        .findOne();
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
}
