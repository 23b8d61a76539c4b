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

  private static void pages(Team team, Initiative outreach) {
    Random random = new Random(2);
    double[] millis = new double[PAGES];
    for (int i = -PAGES; i < PAGES; i++) {
      int page = random.nextInt(3) > 0 ? 0 : random.nextInt(PRACTICES / Page.SIZE);
      long began = System.nanoTime();
      team.practices.pageOf(HERE, MAYA.id(), outreach.id(), page);
      if (i >= 0) {
        millis[i] = (System.nanoTime() - began) / 1e6;
      }
    }
    java.util.Arrays.sort(millis);
    System.out.println(Figure.alone("practices-page-p50", millis[PAGES / 2], "ms").toJson());
    System.out.println(Figure.alone("practices-page-p99", millis[PAGES * 99 / 100], "ms").toJson());
  }
}
