package dev.groundswell.practice;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.practice.readiness.Corner;
import dev.groundswell.practice.readiness.Readiness;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** What happened with all practices of an initiative: read from several tables. */
final class MovementStore {
  private MovementStore() {}

  static PracticeMovement movement(
      Tx tx,
      WorkspaceId workspace,
      UUID initiative,
      Instant from,
      Instant to,
      String somePractice) {
    List<Readiness> placed =
        tx.query(
                """
                select willingness, stability from engagement
                where workspace_id = :workspace and initiative_id = :initiative
                  and willingness is not null and stability is not null
                """)
            .bind("workspace", workspace)
            .bind("initiative", initiative)
            .map(
                (row, context) ->
                    new Readiness(row.getDouble("willingness"), row.getDouble("stability")))
            .list();
    int ready =
        (int)
            placed.stream()
                .filter(it -> it.corner().filter(Corner.WILLING_AND_STABLE::equals).isPresent())
                .count();
    return new PracticeMovement(
        assessed(tx, workspace, initiative, from, to),
        placed.size(),
        ready,
        wins(tx, workspace, initiative, from, to, somePractice));
  }

  private static int assessed(
      Tx tx, WorkspaceId workspace, UUID initiative, Instant from, Instant to) {
    return tx.query(
            """
            select count(distinct practice_id) from assessment
            where workspace_id = :workspace and initiative_id = :initiative
              and rated_at > :from and rated_at <= :to
            """)
        .bind("workspace", workspace)
        .bind("initiative", initiative)
        .bind("from", from)
        .bind("to", to)
        .mapTo(Integer.class)
        .one();
  }

  private static List<PracticeMovement.Win> wins(
      Tx tx,
      WorkspaceId workspace,
      UUID initiative,
      Instant from,
      Instant to,
      String somePractice) {
    List<PracticeMovement.Win> named =
        tx.query(
                """
                select won_on, what, meaning from practice_win
                where workspace_id = :workspace and initiative_id = :initiative
                  and noted_at > :from and noted_at <= :to
                order by won_on desc, id desc
                """)
            .bind("workspace", workspace)
            .bind("initiative", initiative)
            .bind("from", from)
            .bind("to", to)
            .map(
                (row, context) ->
                    new PracticeMovement.Win(
                        row.getObject("won_on", LocalDate.class),
                        row.getString("what"),
                        row.getString("meaning")))
            .list();
    if (named.isEmpty()) {
      return named;
    }
    List<Pattern> names =
        PracticeStore.names(tx, workspace).stream()
            .sorted((one, two) -> two.length() - one.length())
            .map(
                it ->
                    Pattern.compile(
                        "(?<![\\p{L}\\d])" + Pattern.quote(it) + "(?![\\p{L}\\d])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
            .toList();
    List<PracticeMovement.Win> wins = new ArrayList<>();
    for (PracticeMovement.Win win : named) {
      wins.add(
          new PracticeMovement.Win(
              win.on(),
              without(names, win.what(), somePractice),
              without(names, win.meaning(), somePractice)));
    }
    return wins;
  }

  private static String without(List<Pattern> names, String words, String somePractice) {
    String left = words;
    for (Pattern name : names) {
      left = name.matcher(left).replaceAll(somePractice);
    }
    return left;
  }
}
