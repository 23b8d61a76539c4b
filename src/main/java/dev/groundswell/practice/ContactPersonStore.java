package dev.groundswell.practice;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.practice.ContactPerson.Part;
import dev.groundswell.privacy.Somebody;
import dev.groundswell.vault.Vault;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of {@code practice_contact}: sealed on the way in, opened on the way out. */
final class ContactPersonStore {
  private static final String NAMES = "contact of a practice";

  private ContactPersonStore() {}

  private record Row(
      UUID id, Part part, String name, String role, String reach, @Nullable LocalDate leftOn) {}

  /** Who is there first, then who left; whoever decides before the others. */
  static List<ContactPerson> of(Tx tx, Vault vault, WorkspaceId workspace, UUID practice) {
    List<Row> rows =
        tx.query(
                """
                select * from practice_contact
                where workspace_id = :workspace and practice_id = :practice
                order by case when left_on is null then 0 else 1 end,
                  case part when 'DECIDES' then 0 when 'LISTENED_TO' then 1 else 2 end, id
                """)
            .bind("workspace", workspace)
            .bind("practice", practice)
            .map(
                (row, context) ->
                    new Row(
                        row.getObject("id", UUID.class),
                        Part.valueOf(row.getString("part")),
                        row.getString("name"),
                        row.getString("role"),
                        row.getString("reach"),
                        row.getObject("left_on", LocalDate.class)))
            .list();
    return rows.stream().flatMap(it -> open(tx, vault, workspace, it).stream()).toList();
  }

  /** Nobody, once the key was destroyed. */
  private static Optional<ContactPerson> open(Tx tx, Vault vault, WorkspaceId workspace, Row row) {
    return vault
        .open(tx, workspace, row.id(), row.name())
        .map(
            name ->
                new ContactPerson(
                    row.id(),
                    row.part(),
                    name,
                    vault.open(tx, workspace, row.id(), row.role()).orElse(""),
                    vault.open(tx, workspace, row.id(), row.reach()).orElse(""),
                    row.leftOn()));
  }

  static void add(
      Tx tx,
      Vault vault,
      WorkspaceId workspace,
      UUID practice,
      ContactPerson person,
      UserId by,
      Instant now) {
    tx.update(
            """
            insert into practice_contact (workspace_id, id, practice_id, part, name, name_print,
              role, reach, left_on, noted_by, noted_at)
            values (:workspace, :id, :practice, :part, :name, :print, :role, :reach, :leftOn, :by,
              :now)
            """)
        .bind("workspace", workspace)
        .bind("id", person.id())
        .bind("practice", practice)
        .bind("part", person.part().name())
        .bind("name", vault.seal(tx, workspace, person.id(), person.name()))
        .bind("print", print(vault, workspace, person.name()))
        .bind("role", vault.seal(tx, workspace, person.id(), person.role()))
        .bind("reach", vault.seal(tx, workspace, person.id(), person.reach()))
        .bind("leftOn", person.leftOn())
        .bind("by", by)
        .bind("now", now)
        .execute();
  }

  static void change(
      Tx tx, Vault vault, WorkspaceId workspace, UUID practice, ContactPerson person) {
    tx.update(
            """
            update practice_contact set part = :part, name = :name, name_print = :print,
              role = :role, reach = :reach, left_on = :leftOn
            where workspace_id = :workspace and practice_id = :practice and id = :id
            """)
        .bind("part", person.part().name())
        .bind("name", vault.seal(tx, workspace, person.id(), person.name()))
        .bind("print", print(vault, workspace, person.name()))
        .bind("role", vault.seal(tx, workspace, person.id(), person.role()))
        .bind("reach", vault.seal(tx, workspace, person.id(), person.reach()))
        .bind("leftOn", person.leftOn())
        .bind("workspace", workspace)
        .bind("practice", practice)
        .bind("id", person.id())
        .execute();
  }

  /** Takes everybody of that name away, with their keys. */
  static int erase(Tx tx, Vault vault, WorkspaceId workspace, String name) {
    List<UUID> named =
        tx.query(
                """
                select id from practice_contact
                where workspace_id = :workspace and name_print = :print
                """)
            .bind("workspace", workspace)
            .bind("print", print(vault, workspace, name))
            .mapTo(UUID.class)
            .list();
    for (UUID id : named) {
      vault.destroy(tx, workspace, id);
      tx.update("delete from practice_contact where workspace_id = :workspace and id = :id")
          .bind("workspace", workspace)
          .bind("id", id)
          .execute();
    }
    return named.size();
  }

  /** The same for names that are written differently only. */
  private static String print(Vault vault, WorkspaceId workspace, String name) {
    return vault.fingerprint(workspace, NAMES, new Somebody.Named(name).key());
  }
}
