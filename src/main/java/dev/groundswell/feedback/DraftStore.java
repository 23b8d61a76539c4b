package dev.groundswell.feedback;

import dev.groundswell.db.Columns;
import dev.groundswell.db.Tx;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.privacy.Somebody;
import dev.groundswell.vault.Vault;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;

/** The rows of {@code draft}: input that came before there was an initiative. */
final class DraftStore {
  private record Key(WorkspaceId workspace, UUID id) {}

  private static final RowMapper<Key> KEY =
      (row, context) ->
          new Key(new WorkspaceId(row.getString("workspace_id")), row.getObject("id", UUID.class));

  private final Vault vault;

  DraftStore(Vault vault) {
    this.vault = vault;
  }

  void keep(
      Tx tx,
      WorkspaceId workspace,
      UUID id,
      UserId by,
      NewInput input,
      String requestKey,
      Instant now) {
    String address = input.address().strip();
    NewInput sealed =
        address.isEmpty() ? input : input.withAddress(vault.seal(tx, workspace, id, address));
    tx.update(
            """
            insert into draft (workspace_id, id, user_id, from_id, from_name, words, details,
              request_key, kept_at)
            values (:workspace, :id, :by, :fromId, :fromName, :words, :details, :requestKey, :now)
            """)
        .bind("workspace", workspace)
        .bind("id", id)
        .bind("by", by)
        .bind("fromId", input.from().account().map(UserId::value).orElse(null))
        .bind("fromName", input.from().name())
        .bind("words", input.words())
        .bind("details", DraftDetails.write(sealed))
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
  Optional<NewInput> take(Tx tx, WorkspaceId workspace, UUID id, UserId by) {
    Optional<NewInput> draft =
        tx.query(
                """
                select from_id, from_name, words, details from draft
                where workspace_id = :workspace and id = :id and user_id = :by
                for update
                """)
            .bind("workspace", workspace)
            .bind("id", id)
            .bind("by", by)
            .map(
                (row, context) ->
                    DraftDetails.read(
                        row.getString("details"),
                        new NewInput(
                            new Contributor(
                                Columns.read(row, "from_id", UserId::new),
                                row.getString("from_name")),
                            row.getString("words"))))
            .findOne();
    if (draft.isEmpty()) {
      return draft;
    }
    tx.update("delete from draft where workspace_id = :workspace and id = :id")
        .bind("workspace", workspace)
        .bind("id", id)
        .execute();
    String sealed = draft.get().address();
    String address = sealed.isEmpty() ? "" : vault.open(tx, workspace, id, sealed).orElse("");
    vault.destroy(tx, workspace, id);
    return draft.map(it -> it.withAddress(address));
  }

  /** Forgets every draft that says these words, since they were withdrawn. */
  void forget(Tx tx, WorkspaceId workspace, String words) {
    forget(
        tx,
        tx.query(
                """
                select workspace_id, id from draft
                where workspace_id = :workspace and trim(words) = :words
                """)
            .bind("workspace", workspace)
            .bind("words", words)
            .map(KEY)
            .list());
  }

  /** Housekeeping: in all workspaces. */
  void forget(Tx tx, Instant keptBefore) {
    forget(
        tx,
        tx.query("select workspace_id, id from draft where kept_at < :before")
            .bind("before", keptBefore)
            .map(KEY)
            .list());
  }

  /** Takes away what somebody typed, and what they are said to have said; how many that were. */
  int erase(Tx tx, WorkspaceId workspace, Somebody who) {
    List<Key> drafts =
        tx.query(
                """
                select workspace_id, id from draft where workspace_id = :workspace
                  and (user_id = :user or from_id = :user or lower(from_name) = :nameKey)
                """)
            .bind("workspace", workspace)
            .bind("user", who instanceof Somebody.Account account ? account.id().value() : null)
            .bind("nameKey", who instanceof Somebody.Named named ? named.key() : null)
            .map(KEY)
            .list();
    forget(tx, drafts);
    return drafts.size();
  }

  /** With the address in it goes the key that sealed it. */
  private void forget(Tx tx, List<Key> drafts) {
    for (Key draft : drafts) {
      tx.update("delete from draft where workspace_id = :workspace and id = :id")
          .bind("workspace", draft.workspace())
          .bind("id", draft.id())
          .execute();
      vault.destroy(tx, draft.workspace(), draft.id());
    }
  }
}
