package dev.groundswell.practice;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.knowledge.Stage;
import dev.groundswell.practice.checkin.Cadence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The rows of {@code stage_move} and {@code cadence}. */
final class StageStore {
  private StageStore() {}

  static void add(Tx tx, Engagement engagement, UUID id, StageMove move) {
    tx.update(
            """
            insert into stage_move (workspace_id, id, engagement_id, from_stage, to_stage, moved_on,
              note, moved_by)
            values (:workspace, :id, :engagement, :from, :to, :on, :note, :by)
            """)
        .bind("workspace", engagement.workspace())
        .bind("id", id)
        .bind("engagement", engagement.id())
        .bind("from", move.from().name())
        .bind("to", move.to().name())
        .bind("on", move.on())
        .bind("note", move.note())
        .bind("by", move.by())
        .execute();
  }

  /** The moves of an engagement, the earliest first. */
  static List<StageMove> of(Tx tx, WorkspaceId workspace, UUID engagement) {
    return tx.query(
            """
            select * from stage_move
            where workspace_id = :workspace and engagement_id = :engagement
            order by moved_on, id
            """)
        .bind("workspace", workspace)
        .bind("engagement", engagement)
        .map(
            (row, context) ->
                new StageMove(
                    Stage.valueOf(row.getString("from_stage")),
                    Stage.valueOf(row.getString("to_stage")),
                    row.getObject("moved_on", LocalDate.class),
                    row.getString("note"),
                    new UserId(row.getString("moved_by"))))
        .list();
  }

  static void moveTo(Tx tx, WorkspaceId workspace, UUID engagement, UUID other) {
    tx.update(
            """
            update stage_move set engagement_id = :other
            where workspace_id = :workspace and engagement_id = :engagement
            """)
        .bind("other", other)
        .bind("workspace", workspace)
        .bind("engagement", engagement)
        .execute();
  }

  /** The weeks between contacts in this initiative. */
  static Cadence cadence(Tx tx, WorkspaceId workspace, UUID initiative) {
    Cadence cadence = Cadence.USUAL;
    List<Map.Entry<Stage, Integer>> own =
        tx.query(
                """
                select stage, weeks from cadence
                where workspace_id = :workspace and initiative_id = :initiative
                """)
            .bind("workspace", workspace)
            .bind("initiative", initiative)
            .map(
                (row, context) ->
                    Map.entry(Stage.valueOf(row.getString("stage")), row.getInt("weeks")))
            .list();
    for (Map.Entry<Stage, Integer> each : own) {
      cadence = cadence.with(each.getKey(), each.getValue());
    }
    return cadence;
  }

  static void setCadence(
      Tx tx,
      WorkspaceId workspace,
      UUID initiative,
      Stage stage,
      int weeks,
      String why,
      UserId by,
      Instant now) {
    tx.update(
            """
            delete from cadence
            where workspace_id = :workspace and initiative_id = :initiative and stage = :stage
            """)
        .bind("workspace", workspace)
        .bind("initiative", initiative)
        .bind("stage", stage.name())
        .execute();
    tx.update(
            """
            insert into cadence (workspace_id, initiative_id, stage, weeks, why, set_by, set_at)
            values (:workspace, :initiative, :stage, :weeks, :why, :by, :now)
            """)
        .bind("workspace", workspace)
        .bind("initiative", initiative)
        .bind("stage", stage.name())
        .bind("weeks", weeks)
        .bind("why", why)
        .bind("by", by)
        .bind("now", now)
        .execute();
  }
}
