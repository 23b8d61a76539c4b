package dev.groundswell.bench;

import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.groundswell.SettableClock;
import dev.groundswell.Team;
import dev.groundswell.db.DatabaseUrl;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.knowledge.Stage;
import dev.groundswell.practice.Assessments.Sheet;
import dev.groundswell.practice.Imports;
import dev.groundswell.practice.Practices.Page;
import dev.groundswell.practice.imports.PracticeList;
import dev.groundswell.practice.imports.PracticeList.Read;
import dev.groundswell.practice.readiness.Component;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** A list of 5,000 practices: taken over from a file, and turned over page by page, on H2. */
final class PracticesBench {
  private static final int PRACTICES = 5000;
  private static final int RATED = 1000;
  private static final int PAGES = 1000;

  private PracticesBench() {}

  static void run(Path folder) {
    DatabaseUrl url = DatabaseUrl.parse("jdbc:h2:file:" + folder.resolve("practices"));
    SettableClock clock = SettableClock.at(Team.MONDAY_MORNING);
    try (Team team = Team.on(url, clock)) {
      Initiative outreach = team.starts(MAYA, "Diabetes outreach");
      StringBuilder text = new StringBuilder("name,size,region,record system\n");
      for (int i = 0; i < PRACTICES; i++) {
        text.append("Practice ").append(i).append(",12,North,Some system\n");
      }
      long began = System.nanoTime();
      Read read = PracticeList.read(text.toString().getBytes(UTF_8));
      new Imports(team.database, team.initiatives, team.ids, clock)
          .apply(HERE, MAYA, outreach.id(), ((Read.Good) read).list().lines(), done -> {});
      double seconds = (System.nanoTime() - began) / 1e9;
      System.out.println(Figure.alone("practices-import-5000", seconds, "s").toJson());
      rate(team, outreach);
      pages(team, outreach);
    }
  }

  private static void rate(Team team, Initiative outreach) {
    Random random = new Random(1);
    for (int page = 0; page * Page.SIZE < RATED; page++) {
      team.practices
          .pageOf(HERE, MAYA.id(), outreach.id(), PRACTICES / Page.SIZE - 1 - page)
          .either(
              it -> {
                it.lines().forEach(line -> rate(team, line.engagement().id(), random, it.today()));
                return Stage.ACTION;
              },
              refusal -> {
                throw new AssertionError(refusal);
              });
    }
  }

  private static void rate(Team team, UUID engagement, Random random, java.time.LocalDate today) {
    Map<Component, Integer> ratings = new EnumMap<>(Component.class);
    for (Component each : Component.values()) {
      ratings.put(each, 1 + random.nextInt(5));
    }
    team.assessments.assess(
        MAYA,
        HERE,
        engagement,
        new Sheet("Whether to start", ratings, "", today, "For the figures"),
        "bench/" + engagement);
  }

  /** The peer sorts whole rows for each page, as one statement would that knows no better. */
  private static void pages(Team team, Initiative outreach) {
    Random random = new Random(2);
    double[] millis = new double[PAGES];
    double[] peers = new double[PAGES];
    for (int i = -PAGES; i < PAGES; i++) {
      int page = random.nextInt(3) > 0 ? 0 : random.nextInt(PRACTICES / Page.SIZE);
      long began = System.nanoTime();
      team.practices.pageOf(HERE, MAYA.id(), outreach.id(), page);
      long between = System.nanoTime();
      sortsWholeRows(team, outreach, page * Page.SIZE);
      if (i >= 0) {
        millis[i] = (between - began) / 1e6;
        peers[i] = (System.nanoTime() - between) / 1e6;
      }
    }
    java.util.Arrays.sort(millis);
    java.util.Arrays.sort(peers);
    for (int percent : new int[] {50, 99}) {
      int at = PAGES * percent / 100;
      System.out.println(
          new Figure("practices-page-p" + percent, millis[at], "ms", peers[at]).toJson());
    }
  }

  private static void sortsWholeRows(Team team, Initiative outreach, int skip) {
    team.database.inTransaction(
        tx ->
            tx.query(
                    """
                    select e.*, p.name, p.do_not_contact_at from engagement e
                    join practice p on p.workspace_id = e.workspace_id and p.id = e.practice_id
                    where e.workspace_id = :workspace and e.initiative_id = :initiative
                    order by case when e.rated_on is null then 2
                        when e.rated_on < :freshFrom then 1 else 0 end,
                      e.ready_sum desc, e.id
                    offset :skip rows fetch next :most rows only
                    """)
                .bind("workspace", HERE)
                .bind("initiative", outreach.id())
                .bind("freshFrom", java.time.LocalDate.of(2026, 8, 10))
                .bind("skip", skip)
                .bind("most", Page.SIZE)
                .mapToMap()
                .list());
  }
}
