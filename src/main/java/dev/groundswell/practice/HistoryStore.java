package dev.groundswell.practice;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.UserId;
import dev.groundswell.practice.History.Despite;
import dev.groundswell.practice.History.Line;
import dev.groundswell.practice.History.What;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was noted of a practice: read from several tables. */
final class HistoryStore {
  private HistoryStore() {}

  /**
   * The newest first. What others wrote stays in their initiative; a contact is everybody's to
   * know, and its words are for those who share an initiative with who wrote them.
   */
  static List<Line> of(Tx tx, Found found) {
    List<Line> lines = new ArrayList<>();
    List<Line> overrides = overrides(tx, found);
    for (Line each : assessments(tx, found)) {
      lines.add(reasonOnce(each, overrides));
    }
    lines.addAll(overrides);
    lines.addAll(touches(tx, found));
    lines.addAll(given(tx, found));
    StageStore.of(tx, found.practice().workspace(), found.engagement().id()).stream()
        .map(it -> new Line(it.on(), it.by(), new What.Moved(it.from(), it.to()), it.note()))
        .forEach(lines::add);
    // Within a day and a table the rows come in their order, so the later one is the newer.
    java.util.Collections.reverse(lines);
    lines.sort(Comparator.comparing(Line::on).reversed());
    return lines;
  }

  private static List<Line> assessments(Tx tx, Found found) {
    return AssessmentStore.all(tx, found.practice().workspace(), found.practice().id()).stream()
        .filter(it -> it.initiative().equals(found.initiative().id()))
        .map(
            it ->
                new Line(
                    it.ratedOn(),
                    it.rater(),
                    new What.Assessed(it.purpose(), it.whyAgain(), it.outcome()),
                    it.note()))
        .toList();
  }

  /** A reason that is kept as an override has its own line there. */
  private static Line reasonOnce(Line line, List<Line> overrides) {
    What.Assessed what = (What.Assessed) line.what();
    boolean told =
        overrides.stream()
            .anyMatch(it -> it.by().equals(line.by()) && it.note().equals(what.why()));
    return told
        ? new Line(
            line.on(),
            line.by(),
            new What.Assessed(what.purpose(), "", what.outcome()),
            line.note())
        : line;
  }

  private static List<Line> overrides(Tx tx, Found found) {
    return tx
        .query(
            """
            select what, reason, by_id, at from practice_override
            where workspace_id = :workspace and practice_id = :practice
              and initiative_id = :initiative
            order by at, id
            """)
        .bind("workspace", found.practice().workspace())
        .bind("practice", found.practice().id())
        .bind("initiative", found.initiative().id())
        .map(
            (row, context) -> {
              Despite despite = Despite.of(row.getString("what"));
              return despite == null
                  ? List.<Line>of()
                  : List.of(
                      new Line(
                          row.getObject("at", OffsetDateTime.class)
                              .toInstant()
                              .atZone(found.initiative().zone())
                              .toLocalDate(),
                          new UserId(row.getString("by_id")),
                          new What.WentOn(despite),
                          row.getString("reason")));
            })
        .list()
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  private static List<Line> touches(Tx tx, Found found) {
    return tx.query(
            """
            select t.touched_on, t.way, t.touched_by, i.title, case when exists (
                select 1 from member m where m.workspace_id = t.workspace_id
                  and m.initiative_id = :initiative and m.user_id = t.touched_by)
              then t.note else '' end note
            from touch t
            left join library_item i on i.workspace_id = t.workspace_id and i.id = t.item_id
            where t.workspace_id = :workspace and t.practice_id = :practice
            order by t.touched_on, t.id
            """)
        .bind("workspace", found.practice().workspace())
        .bind("practice", found.practice().id())
        .bind("initiative", found.initiative().id())
        .map(
            (row, context) ->
                new Line(
                    row.getObject("touched_on", LocalDate.class),
                    new UserId(row.getString("touched_by")),
                    new What.InTouch(
                        Touch.Way.valueOf(row.getString("way")), orEmpty(row.getString("title"))),
                    row.getString("note")))
        .list();
  }

  /** Only what no contact tells of already. */
  private static List<Line> given(Tx tx, Found found) {
    return tx.query(
            """
            select g.given_on, g.given_by, i.title from item_given g
            join library_item i on i.workspace_id = g.workspace_id and i.id = g.item_id
            where g.workspace_id = :workspace and g.practice_id = :practice
              and not exists (select 1 from touch t where t.workspace_id = g.workspace_id
                and t.practice_id = g.practice_id and t.item_id = g.item_id)
            order by g.given_on, g.item_id
            """)
        .bind("workspace", found.practice().workspace())
        .bind("practice", found.practice().id())
        .map(
            (row, context) ->
                new Line(
                    row.getObject("given_on", LocalDate.class),
                    new UserId(row.getString("given_by")),
                    new What.Had(row.getString("title")),
                    ""))
        .list();
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
