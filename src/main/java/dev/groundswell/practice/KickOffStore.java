package dev.groundswell.practice;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** The rows of {@code kick_off} and {@code early_win_idea}. */
final class KickOffStore {
  private KickOffStore() {}

  static KickOff find(Tx tx, WorkspaceId workspace, UUID engagement) {
    List<KickOff.Idea> ideas =
        tx.query(
                """
                select * from early_win_idea
                where workspace_id = :workspace and engagement_id = :engagement
                """)
            .bind("workspace", workspace)
            .bind("engagement", engagement)
            .map(
                (row, context) ->
                    new KickOff.Idea(
                        row.getObject("id", UUID.class),
                        row.getString("idea"),
                        row.getInt("ease"),
                        row.getInt("weeks"),
                        row.getBoolean("wished"),
                        KickOff.State.valueOf(row.getString("state")),
                        row.getString("learned")))
            .list();
    return tx.query(
            """
            select * from kick_off
            where workspace_id = :workspace and engagement_id = :engagement
            """)
        .bind("workspace", workspace)
        .bind("engagement", engagement)
        .map(
            (row, context) ->
                new KickOff(
                    Arrays.stream(row.getString("done").split(","))
                        .filter(it -> !it.isEmpty())
                        .map(KickOff.Step::valueOf)
                        .collect(Collectors.toSet()),
                    row.getString("vision"),
                    row.getString("goal"),
                    row.getString("measure"),
                    KickOff.Chooser.valueOf(row.getString("chosen_by")),
                    ideas))
        .findOne()
        .orElseGet(
            () ->
                new KickOff(KickOff.begun().done(), "", "", "", KickOff.begun().chosenBy(), ideas));
  }

  /** The kick-off of one that turned out to be another goes to that, and so do its ideas. */
  static void moveTo(Tx tx, WorkspaceId workspace, UUID engagement, UUID other) {
    boolean hasOne = isOpen(tx, workspace, other);
    if (hasOne && isOpen(tx, workspace, engagement)) {
      join(tx, workspace, engagement, other);
    }
    for (String table :
        hasOne ? List.of("early_win_idea") : List.of("early_win_idea", "kick_off")) {
      tx.update(
              "update "
                  + table
                  + " set engagement_id = :other"
                  + " where workspace_id = :workspace and engagement_id = :engagement")
          .bind("other", other)
          .bind("workspace", workspace)
          .bind("engagement", engagement)
          .execute();
    }
  }

  private static boolean isOpen(Tx tx, WorkspaceId workspace, UUID engagement) {
    return tx.query(
                """
                select count(*) from kick_off
                where workspace_id = :workspace and engagement_id = :engagement
                """)
            .bind("workspace", workspace)
            .bind("engagement", engagement)
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  private static void join(Tx tx, WorkspaceId workspace, UUID gone, UUID stays) {
    KickOff joined = find(tx, workspace, stays).with(find(tx, workspace, gone));
    tx.update(
            """
            update kick_off set done = :done, vision = :vision, goal = :goal, measure = :measure,
              chosen_by = :chosenBy
            where workspace_id = :workspace and engagement_id = :engagement
            """)
        .bind("done", joined.done().stream().map(Enum::name).collect(Collectors.joining(",")))
        .bind("vision", joined.vision())
        .bind("goal", joined.goal())
        .bind("measure", joined.measure())
        .bind("chosenBy", joined.chosenBy().name())
        .bind("workspace", workspace)
        .bind("engagement", stays)
        .execute();
    tx.update(
            "delete from kick_off where workspace_id = :workspace and engagement_id = :engagement")
        .bind("workspace", workspace)
        .bind("engagement", gone)
        .execute();
  }

  static void save(
      Tx tx, WorkspaceId workspace, UUID engagement, KickOff kickOff, UserId by, LocalDate on) {
    tx.update(
            "delete from kick_off where workspace_id = :workspace and engagement_id = :engagement")
        .bind("workspace", workspace)
        .bind("engagement", engagement)
        .execute();
    tx.update(
            """
            insert into kick_off (workspace_id, engagement_id, opened_on, opened_by, done, vision,
              goal, measure, chosen_by)
            values (:workspace, :engagement, :on, :by, :done, :vision, :goal, :measure, :chosenBy)
            """)
        .bind("workspace", workspace)
        .bind("engagement", engagement)
        .bind("on", on)
        .bind("by", by)
        .bind("done", kickOff.done().stream().map(Enum::name).collect(Collectors.joining(",")))
        .bind("vision", kickOff.vision())
        .bind("goal", kickOff.goal())
        .bind("measure", kickOff.measure())
        .bind("chosenBy", kickOff.chosenBy().name())
        .execute();
  }

  static void addIdea(
      Tx tx, WorkspaceId workspace, UUID engagement, UUID id, KickOff.Idea idea, UserId by) {
    tx.update(
            """
            insert into early_win_idea (workspace_id, id, engagement_id, idea, ease, weeks, wished,
              noted_by)
            values (:workspace, :id, :engagement, :idea, :ease, :weeks, :wished, :by)
            """)
        .bind("workspace", workspace)
        .bind("id", id)
        .bind("engagement", engagement)
        .bind("idea", idea.text())
        .bind("ease", idea.ease())
        .bind("weeks", idea.weeks())
        .bind("wished", idea.wished())
        .bind("by", by)
        .execute();
  }

  /** One is tried at a time: whichever was picked before waits again. */
  static void letGo(Tx tx, WorkspaceId workspace, UUID engagement) {
    tx.update(
            """
            update early_win_idea set state = 'OPEN'
            where workspace_id = :workspace and engagement_id = :engagement and state = 'PICKED'
            """)
        .bind("workspace", workspace)
        .bind("engagement", engagement)
        .execute();
  }

  /** False if there is none that is not over yet. */
  static boolean mark(
      Tx tx,
      WorkspaceId workspace,
      UUID engagement,
      UUID idea,
      KickOff.State state,
      String learned,
      UserId by) {
    return tx.update(
                """
                update early_win_idea set state = :state, learned = :learned,
                  learned_by = :by
                where workspace_id = :workspace and engagement_id = :engagement and id = :idea
                  and state in ('OPEN', 'PICKED')
                """)
            .bind("state", state.name())
            .bind("learned", learned)
            .bind("by", learned.isEmpty() ? null : by.value())
            .bind("workspace", workspace)
            .bind("engagement", engagement)
            .bind("idea", idea)
            .execute()
        > 0;
  }

  static void remove(Tx tx, WorkspaceId workspace, UUID engagement, UUID idea) {
    tx.update(
            """
            delete from early_win_idea
            where workspace_id = :workspace and engagement_id = :engagement and id = :idea
            """)
        .bind("workspace", workspace)
        .bind("engagement", engagement)
        .bind("idea", idea)
        .execute();
  }
}
