package dev.groundswell.practice;

import dev.groundswell.db.Tx;
import dev.groundswell.initiative.Deed;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.initiative.Standing;
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
   * What the practice carries besides the initiative that asks, as this reader may know it. One
   * that is archived asks nothing of anybody.
   */
  static Load of(Tx tx, Initiatives initiatives, Found found, UserId reader, LocalDate today) {
    WorkspaceId workspace = found.practice().workspace();
    UUID practice = found.practice().id();
    List<Load.Other> others = new ArrayList<>();
    tx
        .query(
            """
            select e.id from engagement e
            join initiative i on i.workspace_id = e.workspace_id and i.id = e.initiative_id
            where e.workspace_id = :workspace and e.practice_id = :practice
              and e.initiative_id <> :without and e.plan_since is null
              and e.stage in ('PREPARATION', 'ACTION') and i.archived_at is null
            order by i.name
            """)
        .bind("workspace", workspace)
        .bind("practice", practice)
        .bind("without", found.initiative().id())
        .mapTo(UUID.class)
        .list()
        .stream()
        .flatMap(it -> EngagementStore.find(tx, workspace, it).stream())
        .map(it -> other(tx, initiatives, it, reader))
        .forEach(others::add);
    DemandStore.of(tx, workspace, practice).stream()
        .filter(it -> it.kind() == Demand.Kind.INITIATIVE && it.covers(today))
        .map(it -> new Load.Other(it.name(), null, null))
        .forEach(others::add);
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
    return new Load(others, asks);
  }

  private static Load.Other other(
      Tx tx, Initiatives initiatives, Engagement engagement, UserId reader) {
    Standing standing =
        initiatives.standing(tx, engagement.workspace(), reader, engagement.initiative());
    UserId lead = standing.lead().orElse(null);
    boolean theirs = engagement.owner().equals(reader) || reader.equals(lead);
    return new Load.Other(
        standing.initiative().map(Initiative::name).orElse(""),
        lead,
        theirs && standing.may(Deed.ENGAGE_PRACTICES, engagement.owner()) ? engagement.id() : null);
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
