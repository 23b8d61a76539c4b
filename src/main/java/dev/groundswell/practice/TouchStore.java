package dev.groundswell.practice;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.practice.checkin.ItemKind;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;

/** The rows of {@code touch} and {@code item_given}. */
final class TouchStore {
  private static final RowMapper<Touch> ROW =
      (row, context) ->
          new Touch(
              new WorkspaceId(row.getString("workspace_id")),
              row.getObject("id", UUID.class),
              row.getObject("practice_id", UUID.class),
              row.getObject("touched_on", LocalDate.class),
              Touch.Way.valueOf(row.getString("way")),
              row.getObject("item_id", UUID.class),
              row.getString("note"),
              new UserId(row.getString("touched_by")));

  private TouchStore() {}

  static void add(Tx tx, Touch touch, String requestKey) {
    tx.update(
            """
            insert into touch (workspace_id, id, practice_id, touched_on, way, item_id, note,
              touched_by, request_key)
            values (:workspace, :id, :practice, :on, :way, cast(:item as uuid), :note, :by, :requestKey)
            """)
        .bind("workspace", touch.workspace())
        .bind("id", touch.id())
        .bind("practice", touch.practice())
        .bind("on", touch.on())
        .bind("way", touch.way().name())
        .bind("item", touch.item())
        .bind("note", touch.note())
        .bind("by", touch.by())
        .bind("requestKey", requestKey)
        .execute();
  }

  static boolean isKnown(Tx tx, WorkspaceId workspace, String requestKey) {
    return tx.query(
                "select count(*) from touch where workspace_id = :workspace and request_key = :key")
            .bind("workspace", workspace)
            .bind("key", requestKey)
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  static List<Touch> of(Tx tx, WorkspaceId workspace, UUID practice, int most) {
    return tx.query(
            """
            select * from touch where workspace_id = :workspace and practice_id = :practice
            order by touched_on desc, id desc fetch first :most rows only
            """)
        .bind("workspace", workspace)
        .bind("practice", practice)
        .bind("most", most)
        .map(ROW)
        .list();
  }

  /** The latest day on which anybody was in touch. */
  static Optional<LocalDate> last(Tx tx, WorkspaceId workspace, UUID practice) {
    return of(tx, workspace, practice, 1).stream().map(Touch::on).findFirst();
  }

  static void give(
      Tx tx, WorkspaceId workspace, UUID practice, UUID item, LocalDate on, UserId by) {
    tx.update(
            """
            insert into item_given (workspace_id, practice_id, item_id, given_on, given_by)
            values (:workspace, :practice, :item, :on, :by)
            """)
        .bind("workspace", workspace)
        .bind("practice", practice)
        .bind("item", item)
        .bind("on", on)
        .bind("by", by)
        .execute();
  }

  /** What a practice has had, with its kind. */
  static Map<UUID, ItemKind> given(Tx tx, WorkspaceId workspace, UUID practice) {
    Map<UUID, ItemKind> given = new LinkedHashMap<>();
    tx.query(
            """
            select g.item_id, i.kind from item_given g
            join library_item i on i.workspace_id = g.workspace_id and i.id = g.item_id
            where g.workspace_id = :workspace and g.practice_id = :practice
            order by g.given_on, g.item_id
            """)
        .bind("workspace", workspace)
        .bind("practice", practice)
        .map(
            (row, context) ->
                Map.entry(
                    row.getObject("item_id", UUID.class), ItemKind.valueOf(row.getString("kind"))))
        .forEach(it -> given.put(it.getKey(), it.getValue()));
    return given;
  }
}
