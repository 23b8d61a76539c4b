package dev.groundswell.people;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The rows of {@code person}. */
final class PeopleStore {
  private PeopleStore() {}

  /**
   * @param at when Slack was asked; long ago for somebody it never told about
   */
  record Seen(Person person, Instant at) {}

  static Optional<Seen> find(Tx tx, WorkspaceId workspace, UserId user) {
    return tx.query(
            """
            select name, zone, reachable, guest, seen_at from person
            where workspace_id = :workspace and user_id = :user
            """)
        .bind("workspace", workspace)
        .bind("user", user)
        .map(
            (row, context) ->
                new Seen(
                    new Person(
                        user,
                        row.getString("name"),
                        ZoneId.of(row.getString("zone")),
                        row.getBoolean("reachable"),
                        row.getBoolean("guest")),
                    row.getObject("seen_at", OffsetDateTime.class).toInstant()))
        .findOne();
  }

  static List<Person> met(Tx tx, WorkspaceId workspace, Set<UserId> users) {
    return tx.query(
            """
            select user_id, name, zone, reachable from person
            where workspace_id = :workspace and user_id in (<users>) and seen_at > :never
            """)
        .bind("workspace", workspace)
        .bindList("users", users.stream().map(UserId::value).toList())
        .bind("never", Instant.EPOCH)
        .map(
            (row, context) ->
                new Person(
                    new UserId(row.getString("user_id")),
                    row.getString("name"),
                    ZoneId.of(row.getString("zone")),
                    row.getBoolean("reachable")))
        .list();
  }

  static void save(Tx tx, WorkspaceId workspace, Person person, Instant now) {
    tx.update(
            """
            merge into person p
            using (select cast(:workspace as varchar(32)) w, cast(:user as varchar(32)) u) n
            on p.workspace_id = n.w and p.user_id = n.u
            when matched then update set
              name = :name, zone = :zone, reachable = :reachable, guest = :guest, seen_at = :now
            when not matched then insert (workspace_id, user_id, name, zone, reachable, guest,
                seen_at)
              values (n.w, n.u, :name, :zone, :reachable, :guest, :now)
            """)
        .bind("workspace", workspace)
        .bind("user", person.id())
        .bind("name", person.name())
        .bind("zone", person.zone().getId())
        .bind("reachable", person.reachable())
        .bind("guest", person.guest())
        .bind("now", now)
        .execute();
  }

  static Optional<UUID> currentInitiative(Tx tx, WorkspaceId workspace, UserId user) {
    return tx.query(
            """
            select current_initiative from person
            where workspace_id = :workspace and user_id = :user and current_initiative is not null
            """)
        .bind("workspace", workspace)
        .bind("user", user)
        .mapTo(UUID.class)
        .findOne();
  }

  /** Somebody who has no row yet gets one that is asked about at the next occasion. */
  static void workOn(Tx tx, WorkspaceId workspace, Person unknown, UUID initiative) {
    tx.update(
            """
            merge into person p
            using (select cast(:workspace as varchar(32)) w, cast(:user as varchar(32)) u) n
            on p.workspace_id = n.w and p.user_id = n.u
            when matched then update set current_initiative = :initiative
            when not matched then insert (workspace_id, user_id, name, zone, reachable, seen_at,
                current_initiative)
              values (n.w, n.u, :name, :zone, :reachable, :never, :initiative)
            """)
        .bind("workspace", workspace)
        .bind("user", unknown.id())
        .bind("name", unknown.name())
        .bind("zone", unknown.zone().getId())
        .bind("reachable", unknown.reachable())
        .bind("never", Instant.EPOCH)
        .bind("initiative", initiative)
        .execute();
  }

  static int forget(Tx tx, WorkspaceId workspace, UserId user) {
    return tx.update("delete from person where workspace_id = :workspace and user_id = :user")
        .bind("workspace", workspace)
        .bind("user", user)
        .execute();
  }
}
