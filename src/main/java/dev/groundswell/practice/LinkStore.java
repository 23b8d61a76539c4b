package dev.groundswell.practice;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is known about the links of {@code library_item}. */
final class LinkStore {
  private LinkStore() {}

  /**
   * A link that is to be looked at.
   *
   * @param misses how many nights in a row nobody answered there
   * @param deadAt since when it leads nowhere, or null
   */
  record Due(
      WorkspaceId workspace,
      UUID item,
      String link,
      UserId addedBy,
      int misses,
      @Nullable Instant deadAt) {}

  /** Takes some of any workspace whose time has come; other nodes leave them alone until then. */
  static List<Due> take(Tx tx, Instant now, Instant until, int most) {
    List<Due> due =
        tx.query(
                """
                select * from library_item
                where withdrawn_at is null and link <> ''
                  and (link_look_at is null or link_look_at <= :now)
                  and (expires_on is null or expires_on >= :today)
                order by link_look_at, id
                fetch first :most rows only for update skip locked
                """)
            .bind("now", now)
            .bind("today", now.atZone(java.time.ZoneOffset.UTC).toLocalDate())
            .bind("most", most)
            .map(
                (row, context) -> {
                  OffsetDateTime dead = row.getObject("link_dead_at", OffsetDateTime.class);
                  return new Due(
                      new WorkspaceId(row.getString("workspace_id")),
                      row.getObject("id", UUID.class),
                      row.getString("link"),
                      new UserId(row.getString("added_by")),
                      row.getInt("link_misses"),
                      dead == null ? null : dead.toInstant());
                })
            .list();
    due.forEach(it -> lookAgain(tx, it, until));
    return due;
  }

  /** False if it holds another link by now. */
  static boolean lookAgain(Tx tx, Due due, Instant at) {
    return tx.update(
                """
                update library_item set link_look_at = :at
                where workspace_id = :workspace and id = :id and link = :link
                """)
            .bind("at", at)
            .bind("workspace", due.workspace())
            .bind("id", due.item())
            .bind("link", due.link())
            .execute()
        == 1;
  }

  /** False if it holds another link by now. */
  static boolean note(Tx tx, Due due, int misses, @Nullable Instant deadAt, Instant lookAt) {
    return tx.update(
                """
                update library_item set link_misses = :misses, link_look_at = :lookAt,
                  link_dead_at = :deadAt
                where workspace_id = :workspace and id = :id and link = :link
                """)
            .bind("misses", misses)
            .bind("lookAt", lookAt)
            .bind("deadAt", deadAt)
            .bind("workspace", due.workspace())
            .bind("id", due.item())
            .bind("link", due.link())
            .execute()
        == 1;
  }

  /**
   * Somebody saw to it: the link is this from now on, and good.
   *
   * @param lookAt when it is looked at next, or null for the coming night
   */
  static void mend(Tx tx, WorkspaceId workspace, UUID item, String link, @Nullable Instant lookAt) {
    tx.update(
            """
            update library_item set link = :link, link_misses = 0, link_dead_at = null,
              link_look_at = :lookAt
            where workspace_id = :workspace and id = :id
            """)
        .bind("link", link)
        .bind("lookAt", lookAt)
        .bind("workspace", workspace)
        .bind("id", item)
        .execute();
  }
}
