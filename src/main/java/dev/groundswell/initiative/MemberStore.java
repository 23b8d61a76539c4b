package dev.groundswell.initiative;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of {@code member}. */
final class MemberStore {
  private MemberStore() {}

  static Optional<Role> role(Tx tx, WorkspaceId workspace, UUID initiative, UserId user) {
    return tx.query(
            """
            select role from member
            where workspace_id = :workspace and initiative_id = :initiative and user_id = :user
            """)
        .bind("workspace", workspace)
        .bind("initiative", initiative)
        .bind("user", user)
        .map((row, context) -> Role.valueOf(row.getString("role")))
        .findOne();
  }

  /** The lead first, then in the order in which they joined. */
  static List<Member> of(Tx tx, WorkspaceId workspace, UUID initiative) {
    return tx.query(
            """
            select user_id, role from member
            where workspace_id = :workspace and initiative_id = :initiative
            order by case role when 'LEAD' then 0 when 'FACILITATOR' then 1 else 2 end,
              added_at, user_id
            """)
        .bind("workspace", workspace)
        .bind("initiative", initiative)
        .map(
            (row, context) ->
                new Member(
                    new UserId(row.getString("user_id")), Role.valueOf(row.getString("role"))))
        .list();
  }

  static void add(Tx tx, Initiative initiative, Member member, UserId by, Instant now) {
    tx.update(
            """
            insert into member (workspace_id, initiative_id, user_id, role, added_by, added_at)
            values (:workspace, :initiative, :user, :role, :by, :now)
            """)
        .bind("workspace", initiative.workspace())
        .bind("initiative", initiative.id())
        .bind("user", member.user())
        .bind("role", member.role().name())
        .bind("by", by)
        .bind("now", now)
        .execute();
  }

  static void change(Tx tx, Initiative initiative, Member member) {
    tx.update(
            """
            update member set role = :role
            where workspace_id = :workspace and initiative_id = :initiative and user_id = :user
            """)
        .bind("role", member.role().name())
        .bind("workspace", initiative.workspace())
        .bind("initiative", initiative.id())
        .bind("user", member.user())
        .execute();
  }

  static void remove(Tx tx, Initiative initiative, UserId user) {
    tx.update(
            """
            delete from member
            where workspace_id = :workspace and initiative_id = :initiative and user_id = :user
            """)
        .bind("workspace", initiative.workspace())
        .bind("initiative", initiative.id())
        .bind("user", user)
        .execute();
  }
}
