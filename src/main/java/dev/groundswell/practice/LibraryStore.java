package dev.groundswell.practice;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.practice.checkin.Item;
import dev.groundswell.practice.checkin.ItemKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;

/** The rows of {@code library_item}. */
final class LibraryStore {
  private static final RowMapper<Item> ROW =
      (row, context) -> {
        OffsetDateTime dead = row.getObject("link_dead_at", OffsetDateTime.class);
        return new Item(
            row.getObject("id", UUID.class),
            ItemKind.valueOf(row.getString("kind")),
            row.getString("title"),
            row.getString("topic"),
            row.getString("region"),
            row.getString("link"),
            row.getObject("expires_on", LocalDate.class),
            row.getString("neighbour"),
            row.getBoolean("neighbour_agreed"),
            dead == null ? null : dead.toInstant());
      };

  private LibraryStore() {}

  static void add(Tx tx, WorkspaceId workspace, Item item, UserId by, Instant now) {
    tx.update(
            """
            insert into library_item (workspace_id, id, kind, title, topic, region, link,
              expires_on, neighbour, neighbour_agreed, added_by, added_at)
            values (:workspace, :id, :kind, :title, :topic, :region, :link, :expiresOn, :neighbour,
              :agreed, :by, :now)
            """)
        .bind("workspace", workspace)
        .bind("id", item.id())
        .bind("kind", item.kind().name())
        .bind("title", item.title())
        .bind("topic", item.topic())
        .bind("region", item.region())
        .bind("link", item.link())
        .bind("expiresOn", item.expiresOn())
        .bind("neighbour", item.neighbour())
        .bind("agreed", item.neighbourAgreed())
        .bind("by", by)
        .bind("now", now)
        .execute();
  }

  static Optional<Item> find(Tx tx, WorkspaceId workspace, UUID id) {
    return tx.query("select * from library_item where workspace_id = :workspace and id = :id")
        .bind("workspace", workspace)
        .bind("id", id)
        .map(ROW)
        .findOne();
  }

  /** What is still good on that day. */
  static List<Item> good(Tx tx, WorkspaceId workspace, LocalDate day) {
    return tx.query(
            """
            select * from library_item
            where workspace_id = :workspace and withdrawn_at is null
              and (expires_on is null or expires_on >= :day)
            order by id desc
            """)
        .bind("workspace", workspace)
        .bind("day", day)
        .map(ROW)
        .list();
  }

  /** Who put it in, unless it was taken out since. */
  static Optional<UserId> addedBy(Tx tx, WorkspaceId workspace, UUID id) {
    return tx.query(
            """
            select added_by from library_item
            where workspace_id = :workspace and id = :id and withdrawn_at is null
            """)
        .bind("workspace", workspace)
        .bind("id", id)
        .mapTo(String.class)
        .findOne()
        .map(UserId::new);
  }

  /** Whether these two take part in the same initiative, and the second does its work. */
  static boolean workTogether(Tx tx, WorkspaceId workspace, UserId one, UserId by) {
    return tx.query(
                """
                select count(*) from member theirs
                join member own on own.workspace_id = theirs.workspace_id
                  and own.initiative_id = theirs.initiative_id
                where theirs.workspace_id = :workspace and theirs.user_id = :one
                  and own.user_id = :by and own.role in ('LEAD', 'FACILITATOR')
                """)
            .bind("workspace", workspace)
            .bind("one", one)
            .bind("by", by)
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  /** False if it was taken out before, or never was there. */
  static boolean withdraw(Tx tx, WorkspaceId workspace, UUID id, Instant now) {
    return tx.update(
                """
                update library_item set withdrawn_at = :now
                where workspace_id = :workspace and id = :id and withdrawn_at is null
                """)
            .bind("now", now)
            .bind("workspace", workspace)
            .bind("id", id)
            .execute()
        == 1;
  }
}
