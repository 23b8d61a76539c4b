package dev.groundswell.practice;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Takes names out of the tables of practices. */
final class ErasureStore {
  private static final String OF_ENGAGEMENT =
      "engagement_id in (select e.id from engagement e where e.workspace_id = :workspace"
          + " and e.practice_id";

  /** The columns of words about practices, each with its author and the practice it is about. */
  private static final List<Written> WRITTEN =
      List.of(
          new Written("assessment", "rater_id", "purpose", "note", "why_again", "outcome"),
          new Written("touch", "touched_by", "note"),
          new Written("practice_win", "noted_by", "what", "meaning"),
          new Written("practice_override", "by_id", "reason"),
          new Written("demand", "noted_by", "name"),
          new Written("stage_move", "moved_by", "note"),
          new Written("kick_off", "opened_by", "vision", "goal", "measure"),
          new Written("early_win_idea", "noted_by", "idea"),
          new Written("early_win_idea", "learned_by", "learned"),
          new Written("engagement", "owner_id", "plan_why"));

  private ErasureStore() {}

  /** By its name, or by one that it had before. */
  static List<UUID> named(Tx tx, WorkspaceId workspace, String nameKey) {
    return tx.query(
            """
            select id from practice where workspace_id = :workspace and (name_key = :nameKey
              or id in (select practice_id from practice_name
                where workspace_id = :workspace and name_key = :nameKey))
            """)
        .bind("workspace", workspace)
        .bind("nameKey", nameKey)
        .mapTo(UUID.class)
        .list();
  }

  static void blank(Tx tx, WorkspaceId workspace, UUID id, String nobody, String nothing) {
    tx.update(
            """
            update practice set name = :nobody, name_key = :nameKey, record_system = '',
              region = '', ownership = '', programmes = '', rhythm = '', networks = ''
            where workspace_id = :workspace and id = :id
            """)
        .bind("nobody", nobody)
        .bind("nameKey", Practice.key(nobody))
        .bind("workspace", workspace)
        .bind("id", id)
        .execute();
    tx.update("delete from practice_name where workspace_id = :workspace and practice_id = :id")
        .bind("workspace", workspace)
        .bind("id", id)
        .execute();
    for (Written each : WRITTEN) {
      each.blank(tx, workspace, each.about() + " = :whose", id, nothing);
    }
  }

  /** Blanks what this person wrote about practices; how many rows there were. */
  static int blankWrittenBy(Tx tx, WorkspaceId workspace, UserId by, String nothing) {
    int rows = 0;
    for (Written each : WRITTEN) {
      rows += each.blank(tx, workspace, each.author() + " = :whose", by, nothing);
    }
    return rows;
  }

  private record Written(String table, String author, List<String> columns) {
    private static final Set<String> BY_ENGAGEMENT =
        Set.of("stage_move", "kick_off", "early_win_idea");

    Written(String table, String author, String... columns) {
      this(table, author, List.of(columns));
    }

    String about() {
      return BY_ENGAGEMENT.contains(table) ? OF_ENGAGEMENT : "practice_id";
    }

    /** What says something, and was not blanked before. */
    int blank(Tx tx, WorkspaceId workspace, String where, Object whose, String nothing) {
      String closing = where.startsWith(OF_ENGAGEMENT) ? ")" : "";
      String set =
          columns.stream()
              .map(it -> it + " = case when " + it + " = '' then '' else :nothing end")
              .collect(Collectors.joining(", "));
      String says =
          columns.stream()
              .map(it -> "(" + it + " <> '' and " + it + " <> :nothing)")
              .collect(Collectors.joining(" or "));
      return tx.update(
              "update "
                  + table
                  + " set "
                  + set
                  + " where workspace_id = :workspace and "
                  + where
                  + closing
                  + " and ("
                  + says
                  + ")")
          .bind("nothing", nothing)
          .bind("workspace", workspace)
          .bind("whose", whose)
          .execute();
    }
  }

  /** How many there were. */
  static int withdrawItems(Tx tx, WorkspaceId workspace, String neighbour, String nothing) {
    return tx.update(
            """
            update library_item set title = :nothing, neighbour = '', neighbour_agreed = false,
              withdrawn_at = coalesce(withdrawn_at, current_timestamp)
            where workspace_id = :workspace and lower(neighbour) = :neighbour
            """)
        .bind("nothing", nothing)
        .bind("workspace", workspace)
        .bind("neighbour", neighbour)
        .execute();
  }
}
