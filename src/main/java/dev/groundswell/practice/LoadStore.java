package dev.groundswell.practice;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.practice.checkin.Demand;
import dev.groundswell.practice.checkin.Load;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What a practice carries, its wins, and how tired it seemed: read from several tables. */
final class LoadStore {
  private LoadStore() {}

  /**
   * @param without the initiative that asks, which is not counted
   */
  static Load of(Tx tx, WorkspaceId workspace, UUID practice, UUID without, LocalDate today) {
    List<String> initiatives =
        new ArrayList<>(
            tx.query(
                    """
                    select i.name from engagement e
                    join initiative i on i.workspace_id = e.workspace_id and i.id = e.initiative_id
                    where e.workspace_id = :workspace and e.practice_id = :practice
                      and e.initiative_id <> :without and e.plan_since is null
                      and e.stage in ('PREPARATION', 'ACTION')
                    order by i.name
                    """)
                .bind("workspace", workspace)
                .bind("practice", practice)
                .bind("without", without)
                .mapTo(String.class)
                .list());
    DemandStore.of(tx, workspace, practice).stream()
        .filter(it -> it.kind() == Demand.Kind.INITIATIVE && it.covers(today))
        .map(Demand::name)
        .forEach(initiatives::add);
    int asks =
        tx.query(
                """
                select count(*) from assessment
                where workspace_id = :workspace and practice_id = :practice and rated_on > :since
                """)
            .bind("workspace", workspace)
            .bind("practice", practice)
            .bind("since", today.minusDays(Load.DAYS))
            .mapTo(Integer.class)
            .one();
    return new Load(initiatives, asks);
  }

  static void addWin(Tx tx, Found found, UUID id, Wins.Win win, UserId by, Instant now) {
    tx.update(
            """
            insert into practice_win (workspace_id, id, practice_id, initiative_id, won_on, what,
              meaning, noted_by, noted_at)
            values (:workspace, :id, :practice, :initiative, :on, :what, :meaning, :by, :now)
            """)
        .bind("workspace", found.practice().workspace())
        .bind("id", id)
        .bind("practice", found.practice().id())
        .bind("initiative", found.initiative().id())
        .bind("on", win.on())
        .bind("what", win.what())
        .bind("meaning", win.meaning())
        .bind("by", by)
        .bind("now", now)
        .execute();
  }

  /** Keeps the latest word of each practice and month. */
  static void addPulse(Tx tx, Found found, UUID id, LocalDate month, int tiredness) {
    tx.update(
            """
            delete from practice_pulse where workspace_id = :workspace
              and practice_id = :practice and initiative_id = :initiative and in_month = :month
            """)
        .bind("workspace", found.practice().workspace())
        .bind("practice", found.practice().id())
        .bind("initiative", found.initiative().id())
        .bind("month", month)
        .execute();
    tx.update(
            """
            insert into practice_pulse (workspace_id, id, practice_id, initiative_id, in_month,
              tiredness)
            values (:workspace, :id, :practice, :initiative, :month, :tiredness)
            """)
        .bind("workspace", found.practice().workspace())
        .bind("id", id)
        .bind("practice", found.practice().id())
        .bind("initiative", found.initiative().id())
        .bind("month", month)
        .bind("tiredness", tiredness)
        .execute();
  }

  static Wins.Totals totals(Tx tx, WorkspaceId workspace, UUID initiative, LocalDate month) {
    int wins =
        tx.query(
                """
                select count(*) from practice_win
                where workspace_id = :workspace and initiative_id = :initiative
                """)
            .bind("workspace", workspace)
            .bind("initiative", initiative)
            .mapTo(Integer.class)
            .one();
    return tx.query(
            """
            select count(distinct practice_id) asked, avg(cast(tiredness as double precision)) mean
            from practice_pulse
            where workspace_id = :workspace and initiative_id = :initiative and in_month = :month
            """)
        .bind("workspace", workspace)
        .bind("initiative", initiative)
        .bind("month", month)
        .map((row, context) -> new Wins.Totals(wins, row.getInt("asked"), row.getDouble("mean")))
        .one();
  }
}
