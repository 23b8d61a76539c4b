package dev.groundswell.sponsor;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** The rows of {@code early_win} and {@code interest}. */
final class SignStore {
  private static final int COUNTS = 2;

  private SignStore() {}

  static void add(Tx tx, WorkspaceId workspace, UUID initiative, Win win, UserId by, Instant now) {
    tx.update(
            """
            insert into early_win (workspace_id, id, initiative_id, words, source, on_day, proven,
              noted_by, noted_at)
            values (:workspace, :id, :initiative, :words, :source, :on, :proven, :by, :now)
            """)
        .bind("workspace", workspace)
        .bind("id", win.id())
        .bind("initiative", initiative)
        .bind("words", win.words())
        .bind("source", win.source())
        .bind("on", win.on())
        .bind("proven", win.proven())
        .bind("by", by)
        .bind("now", now)
        .execute();
  }

  /** Noted after {@code from} and not after {@code to}, the newest first. */
  static List<Win> wins(Tx tx, WorkspaceId workspace, UUID initiative, Instant from, Instant to) {
    return tx.query(
            """
            select * from early_win
            where workspace_id = :workspace and initiative_id = :initiative
              and noted_at > :from and noted_at <= :to
            order by on_day desc, id desc
            """)
        .bind("workspace", workspace)
        .bind("initiative", initiative)
        .bind("from", from)
        .bind("to", to)
        .map(
            (row, context) ->
                new Win(
                    row.getObject("id", UUID.class),
                    row.getString("words"),
                    row.getString("source"),
                    row.getObject("on_day", LocalDate.class),
                    row.getBoolean("proven")))
        .list();
  }

  /** A second count of the same day takes the place of the first. */
  static void count(
      Tx tx,
      WorkspaceId workspace,
      UUID initiative,
      Interest.Kind kind,
      Interest.Count count,
      UserId by,
      Instant now) {
    tx.update(
            """
            delete from interest where workspace_id = :workspace and initiative_id = :initiative
              and kind = :kind and on_day = :on
            """)
        .bind("workspace", workspace)
        .bind("initiative", initiative)
        .bind("kind", kind.name())
        .bind("on", count.on())
        .execute();
    tx.update(
            """
            insert into interest (workspace_id, initiative_id, kind, on_day, counted, source,
              noted_by, noted_at)
            values (:workspace, :initiative, :kind, :on, :counted, :source, :by, :now)
            """)
        .bind("workspace", workspace)
        .bind("initiative", initiative)
        .bind("kind", kind.name())
        .bind("on", count.on())
        .bind("counted", count.total())
        .bind("source", count.source())
        .bind("by", by)
        .bind("now", now)
        .execute();
  }

  /**
   * The two newest counts of each kind that were noted by then; of a kind whose newest was noted
   * before, none.
   */
  static List<Interest> interest(
      Tx tx, WorkspaceId workspace, UUID initiative, Instant from, Instant to) {
    record Noted(Interest.Count count, Instant at) {}
    List<Interest> all = new ArrayList<>();
    for (Interest.Kind kind : Interest.Kind.values()) {
      List<Noted> counts =
          new ArrayList<>(
              tx.query(
                      """
                      select on_day, counted, source, noted_at from interest
                      where workspace_id = :workspace and initiative_id = :initiative
                        and kind = :kind and noted_at <= :to
                      order by on_day desc fetch first :most rows only
                      """)
                  .bind("workspace", workspace)
                  .bind("initiative", initiative)
                  .bind("kind", kind.name())
                  .bind("to", to)
                  .bind("most", COUNTS)
                  .map(
                      (row, context) ->
                          new Noted(
                              new Interest.Count(
                                  row.getObject("on_day", LocalDate.class),
                                  row.getInt("counted"),
                                  row.getString("source")),
                              row.getObject("noted_at", OffsetDateTime.class).toInstant()))
                  .list());
      if (!counts.isEmpty() && counts.get(0).at().isAfter(from)) {
        Collections.reverse(counts);
        all.add(new Interest(kind, counts.stream().map(Noted::count).toList()));
      }
    }
    return all;
  }
}
