package dev.groundswell.practice;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;

/** The rows of {@code practice}, and the names that practices had before. */
final class PracticeStore {
  static final RowMapper<Practice> ROW =
      (row, context) -> {
        String by = row.getString("do_not_contact_by");
        OffsetDateTime at = row.getObject("do_not_contact_at", OffsetDateTime.class);
        return new Practice(
            new WorkspaceId(row.getString("workspace_id")),
            row.getObject("id", UUID.class),
            row.getString("name"),
            new Practice.Details(
                row.getObject("size", Integer.class),
                row.getString("record_system"),
                row.getString("region"),
                row.getString("ownership"),
                row.getString("programmes"),
                row.getString("rhythm"),
                row.getString("networks")),
            by == null ? null : new UserId(by),
            at == null ? null : at.toInstant());
      };

  private PracticeStore() {}

  static void add(Tx tx, Practice practice, UserId by, Instant now) {
    add(tx, List.of(practice), by, now);
  }

  /** All of them in one go. */
  static void add(Tx tx, List<Practice> practices, UserId by, Instant now) {
    if (practices.isEmpty()) {
      return;
    }
    var batch =
        tx.batch(
            """
            insert into practice (workspace_id, id, name, name_key, size, record_system, region,
              ownership, programmes, rhythm, networks, created_by, created_at)
            values (:workspace, :id, :name, :nameKey, :size, :recordSystem, :region,
              :ownership, :programmes, :rhythm, :networks, :by, :now)
            """);
    for (Practice each : practices) {
      Practice.Details details = each.details();
      batch
          .bind("workspace", each.workspace())
          .bind("id", each.id())
          .bind("name", each.name())
          .bind("nameKey", Practice.key(each.name()))
          .bind("size", details.size())
          .bind("recordSystem", details.recordSystem())
          .bind("region", details.region())
          .bind("ownership", details.ownership())
          .bind("programmes", details.programmes())
          .bind("rhythm", details.rhythm())
          .bind("networks", details.networks())
          .bind("by", by)
          .bind("now", now)
          .add();
    }
    batch.execute();
  }

  /** By the keys of their names, or of names that they had before. */
  static Map<String, Practice> named(Tx tx, WorkspaceId workspace, Set<String> keys) {
    Map<String, Practice> found = new HashMap<>();
    if (keys.isEmpty()) {
      return found;
    }
    for (String query :
        List.of(
            """
            select p.*, n.name_key known_by from practice_name n
            join practice p on p.workspace_id = n.workspace_id and p.id = n.practice_id
            where n.workspace_id = :workspace and n.name_key in (<keys>)
            """,
            """
            select p.*, p.name_key known_by from practice p
            where p.workspace_id = :workspace and p.name_key in (<keys>)
            """)) {
      tx.query(query)
          .bind("workspace", workspace)
          .bindList("keys", List.copyOf(keys))
          .map((row, context) -> Map.entry(row.getString("known_by"), ROW.map(row, context)))
          .forEach(it -> found.put(it.getKey(), it.getValue()));
    }
    return found;
  }

  static Optional<Practice> find(Tx tx, WorkspaceId workspace, UUID id) {
    return tx.query("select * from practice where workspace_id = :workspace and id = :id")
        .bind("workspace", workspace)
        .bind("id", id)
        .map(ROW)
        .findOne()
        .or(() -> mergedInto(tx, workspace, id));
  }

  /** A practice that was merged into another one is that one. */
  private static Optional<Practice> mergedInto(Tx tx, WorkspaceId workspace, UUID id) {
    return tx.query(
            """
            select p.* from practice_merged m
            join practice p on p.workspace_id = m.workspace_id and p.id = m.into_id
            where m.workspace_id = :workspace and m.id = :id
            """)
        .bind("workspace", workspace)
        .bind("id", id)
        .map(ROW)
        .findOne();
  }

  /** By its name, or by one that it had before. */
  static Optional<Practice> named(Tx tx, WorkspaceId workspace, String name) {
    return tx.query(
            "select * from practice where workspace_id = :workspace and name_key = :nameKey")
        .bind("workspace", workspace)
        .bind("nameKey", Practice.key(name))
        .map(ROW)
        .findOne()
        .or(
            () ->
                tx.query(
                        """
                        select p.* from practice_name n
                        join practice p on p.workspace_id = n.workspace_id
                          and p.id = n.practice_id
                        where n.workspace_id = :workspace and n.name_key = :nameKey
                        """)
                    .bind("workspace", workspace)
                    .bind("nameKey", Practice.key(name))
                    .map(ROW)
                    .findOne());
  }

  /** What an initiative is engaged with. */
  static List<Practice> of(Tx tx, WorkspaceId workspace, UUID initiative) {
    return tx.query(
            """
            select p.* from practice p where p.workspace_id = :workspace and p.id in (
              select e.practice_id from engagement e
              where e.workspace_id = :workspace and e.initiative_id = :initiative)
            """)
        .bind("workspace", workspace)
        .bind("initiative", initiative)
        .map(ROW)
        .list();
  }

  /** The names of all practices of the workspace. */
  static List<String> names(Tx tx, WorkspaceId workspace) {
    return tx.query("select name from practice where workspace_id = :workspace")
        .bind("workspace", workspace)
        .mapTo(String.class)
        .list();
  }

  static void change(Tx tx, WorkspaceId workspace, UUID id, Practice.Details details) {
    tx.update(
            """
            update practice set size = :size, record_system = :recordSystem, region = :region,
              ownership = :ownership, programmes = :programmes, rhythm = :rhythm,
              networks = :networks
            where workspace_id = :workspace and id = :id
            """)
        .bind("size", details.size())
        .bind("recordSystem", details.recordSystem())
        .bind("region", details.region())
        .bind("ownership", details.ownership())
        .bind("programmes", details.programmes())
        .bind("rhythm", details.rhythm())
        .bind("networks", details.networks())
        .bind("workspace", workspace)
        .bind("id", id)
        .execute();
  }

  static void rename(Tx tx, Practice practice, String name) {
    tx.update(
            """
            update practice set name = :name, name_key = :nameKey
            where workspace_id = :workspace and id = :id
            """)
        .bind("name", name)
        .bind("nameKey", Practice.key(name))
        .bind("workspace", practice.workspace())
        .bind("id", practice.id())
        .execute();
    remember(tx, practice.workspace(), Practice.key(practice.name()), practice.id());
    // A name that it takes again is no former one.
    forgetFormer(tx, practice.workspace(), Practice.key(name));
  }

  static void remember(Tx tx, WorkspaceId workspace, String nameKey, UUID id) {
    forgetFormer(tx, workspace, nameKey);
    tx.update(
            """
            insert into practice_name (workspace_id, name_key, practice_id)
            values (:workspace, :nameKey, :id)
            """)
        .bind("workspace", workspace)
        .bind("nameKey", nameKey)
        .bind("id", id)
        .execute();
  }

  private static void forgetFormer(Tx tx, WorkspaceId workspace, String nameKey) {
    tx.update("delete from practice_name where workspace_id = :workspace and name_key = :nameKey")
        .bind("workspace", workspace)
        .bind("nameKey", nameKey)
        .execute();
  }

  /** Notes that it is to be left alone; a wish that was noted before keeps its day. */
  static void leaveAlone(Tx tx, WorkspaceId workspace, UUID id, UserId by, Instant now) {
    tx.update(
            """
            update practice set do_not_contact_by = :by, do_not_contact_at = :now
            where workspace_id = :workspace and id = :id and do_not_contact_at is null
            """)
        .bind("by", by)
        .bind("now", now)
        .bind("workspace", workspace)
        .bind("id", id)
        .execute();
  }

  static void mayContactAgain(Tx tx, WorkspaceId workspace, UUID id) {
    tx.update(
            """
            update practice set do_not_contact_by = null, do_not_contact_at = null
            where workspace_id = :workspace and id = :id
            """)
        .bind("workspace", workspace)
        .bind("id", id)
        .execute();
  }

  /** Everything that was known of the one is from now on known of the other. */
  static void merge(Tx tx, Practice gone, Practice into) {
    for (String table :
        List.of(
            "practice_name",
            "assessment",
            "touch",
            "demand",
            "practice_override",
            "practice_contact",
            "practice_win",
            "practice_pulse")) {
      tx.update(
              "update "
                  + table
                  + " set practice_id = :into where workspace_id = :workspace and practice_id ="
                  + " :id")
          .bind("into", into.id())
          .bind("workspace", gone.workspace())
          .bind("id", gone.id())
          .execute();
    }
    tx.update(
            """
            insert into item_given (workspace_id, practice_id, item_id, given_on, given_by)
            select g.workspace_id, cast(:into as uuid), g.item_id, g.given_on, g.given_by
            from item_given g
            where g.workspace_id = :workspace and g.practice_id = :id and not exists (
              select 1 from item_given h where h.workspace_id = g.workspace_id
                and h.practice_id = :into and h.item_id = g.item_id)
            """)
        .bind("into", into.id())
        .bind("workspace", gone.workspace())
        .bind("id", gone.id())
        .execute();
    for (String statement :
        List.of(
            "delete from item_given where workspace_id = :workspace and practice_id = :id",
            "delete from practice where workspace_id = :workspace and id = :id")) {
      tx.update(statement).bind("workspace", gone.workspace()).bind("id", gone.id()).execute();
    }
    tx.update(
            """
            update practice_merged set into_id = :into
            where workspace_id = :workspace and into_id = :id
            """)
        .bind("into", into.id())
        .bind("workspace", gone.workspace())
        .bind("id", gone.id())
        .execute();
    tx.update(
            """
            insert into practice_merged (workspace_id, id, into_id)
            values (:workspace, :id, :into)
            """)
        .bind("workspace", gone.workspace())
        .bind("id", gone.id())
        .bind("into", into.id())
        .execute();
    remember(tx, gone.workspace(), Practice.key(gone.name()), into.id());
  }
}
