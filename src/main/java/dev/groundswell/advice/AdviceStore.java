package dev.groundswell.advice;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rows of {@code tip_vote} and {@code saved_tip}. */
final class AdviceStore {
  private AdviceStore() {}

  static Map<String, Tally> tallies(Tx tx, WorkspaceId workspace) {
    Map<String, Tally> tallies = new HashMap<>();
    tx.query(
            """
            select tip_id, count(case when helped then 1 end) helped,
              count(case when not helped then 1 end) did_not
            from tip_vote where workspace_id = :workspace group by tip_id
            """)
        .bind("workspace", workspace)
        .map(
            (row, context) ->
                Map.entry(
                    row.getString("tip_id"),
                    new Tally(row.getInt("helped"), row.getInt("did_not"))))
        .forEach(it -> tallies.put(it.getKey(), it.getValue()));
    return tallies;
  }

  static Tally votes(Tx tx) {
    return tx.query(
            """
            select count(case when helped then 1 end) helped,
              count(case when not helped then 1 end) did_not
            from tip_vote
            """)
        .map((row, context) -> new Tally(row.getInt("helped"), row.getInt("did_not")))
        .one();
  }

  static void vote(
      Tx tx, WorkspaceId workspace, UserId user, String tip, boolean helped, Instant now) {
    tx.update(
            """
            merge into tip_vote v
            using (select cast(:workspace as varchar(32)) w, cast(:tip as varchar(120)) t,
              cast(:user as varchar(32)) u) n
            on v.workspace_id = n.w and v.tip_id = n.t and v.user_id = n.u
            when matched then update set helped = :helped, voted_at = :now
            when not matched then insert (workspace_id, tip_id, user_id, helped, voted_at)
              values (n.w, n.t, n.u, :helped, :now)
            """)
        .bind("workspace", workspace)
        .bind("tip", tip)
        .bind("user", user)
        .bind("helped", helped)
        .bind("now", now)
        .execute();
  }

  static Advice.Mine mine(Tx tx, WorkspaceId workspace, UserId user) {
    Map<String, Boolean> votes = new HashMap<>();
    Set<String> kept = new HashSet<>();
    tx.query(
            """
            select tip_id, case when helped then 'HELPED' else 'DID_NOT' end said from tip_vote
            where workspace_id = :workspace and user_id = :user
            union all
            select tip_id, 'KEPT' from saved_tip
            where workspace_id = :workspace and user_id = :user
            """)
        .bind("workspace", workspace)
        .bind("user", user)
        .map((row, context) -> Map.entry(row.getString("tip_id"), row.getString("said")))
        .forEach(
            it -> {
              if (it.getValue().equals("KEPT")) {
                kept.add(it.getKey());
              } else {
                votes.put(it.getKey(), it.getValue().equals("HELPED"));
              }
            });
    return new Advice.Mine(votes, kept);
  }

  static boolean letGo(Tx tx, WorkspaceId workspace, UserId user, String tip) {
    return tx.update(
                """
                delete from saved_tip
                where workspace_id = :workspace and user_id = :user and tip_id = :tip
                """)
            .bind("workspace", workspace)
            .bind("user", user)
            .bind("tip", tip)
            .execute()
        == 1;
  }

  static void keep(Tx tx, WorkspaceId workspace, UserId user, String tip, Instant now) {
    tx.update(
            """
            insert into saved_tip (workspace_id, user_id, tip_id, saved_at)
            values (:workspace, :user, :tip, :now)
            """)
        .bind("workspace", workspace)
        .bind("user", user)
        .bind("tip", tip)
        .bind("now", now)
        .execute();
  }

  static List<String> kept(Tx tx, WorkspaceId workspace, UserId user) {
    return tx.query(
            """
            select tip_id from saved_tip where workspace_id = :workspace and user_id = :user
            order by saved_at desc, tip_id
            """)
        .bind("workspace", workspace)
        .bind("user", user)
        .mapTo(String.class)
        .list();
  }

  /** Takes away everything of this person; how many rows there were. */
  static int forget(Tx tx, WorkspaceId workspace, UserId user) {
    int rows = 0;
    for (String table : List.of("tip_vote", "saved_tip")) {
      rows +=
          tx.update("delete from " + table + " where workspace_id = :workspace and user_id = :user")
              .bind("workspace", workspace)
              .bind("user", user)
              .execute();
    }
    return rows;
  }
}
