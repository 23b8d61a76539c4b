package dev.groundswell.feedback;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.privacy.Somebody;
import java.util.List;
import java.util.UUID;

/** Takes people out of {@code contributor} and {@code input}. */
final class ErasureStore {
  private ErasureStore() {}

  static List<UUID> contributors(Tx tx, WorkspaceId workspace, Somebody who) {
    return tx.query(
            """
            select id from contributor
            where workspace_id = :workspace and (user_id = :user or name_key = :nameKey)
            """)
        .bind("workspace", workspace)
        .bind("user", who instanceof Somebody.Account account ? account.id().value() : null)
        .bind("nameKey", who instanceof Somebody.Named named ? named.key() : null)
        .mapTo(UUID.class)
        .list();
  }

  static List<UUID> owedTo(Tx tx, WorkspaceId workspace, UUID contributor) {
    return tx.query(
            """
            select i.id from input i
            join report_back r on r.workspace_id = i.workspace_id and r.input_id = i.id
            where i.workspace_id = :workspace and i.contributor_id = :contributor
              and r.state = 'OPEN'
            """)
        .bind("workspace", workspace)
        .bind("contributor", contributor)
        .mapTo(UUID.class)
        .list();
  }

  /** How many inputs had words; those that were withdrawn have none. */
  static int blank(Tx tx, WorkspaceId workspace, UUID contributor, String nobody, String nothing) {
    tx.update(
            """
            update contributor set name = :nobody, name_key = :key, user_id = null,
              reach = 'NOTICE', address = null
            where workspace_id = :workspace and id = :contributor
            """)
        .bind("nobody", nobody)
        .bind("key", "erased/" + contributor)
        .bind("workspace", workspace)
        .bind("contributor", contributor)
        .execute();
    tx.update(
            """
            update report_back set wording = null, answer_words = null,
              unreachable_why =
                case when state = 'OPEN' then 'ANONYMOUS' else unreachable_why end,
              state = case when state = 'OPEN' then 'UNREACHABLE' else state end
            where workspace_id = :workspace and input_id in (
              select id from input
              where workspace_id = :workspace and contributor_id = :contributor)
            """)
        .bind("workspace", workspace)
        .bind("contributor", contributor)
        .execute();
    return tx.update(
            """
            update input set words = :nothing, link = null, version = version + 1
            where workspace_id = :workspace and contributor_id = :contributor
              and withdrawn_at is null
            """)
        .bind("nothing", nothing)
        .bind("workspace", workspace)
        .bind("contributor", contributor)
        .execute();
  }
}
