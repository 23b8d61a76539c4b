package dev.groundswell.bench;

import dev.groundswell.db.Database;
import dev.groundswell.db.DatabaseUrl;
import java.nio.file.Files;
import java.nio.file.Path;

/** What 100,000 updates, each a commit of its own, make of H2's file. */
final class Growth {
  private static final int UPDATES = 100_000;
  private static final int PEOPLE = 5_000;
  private static final long LARGEST = 400_000_000;

  private Growth() {}

  static void measure(Path folder) throws Exception {
    Path file = folder.resolve("growth");
    long largest = 0;
    long longest = 0;
    int compactions = 0;
    try (Database database = Database.open(DatabaseUrl.parse("jdbc:h2:file:" + file))) {
      for (int i = 0; i < PEOPLE; i++) {
        String user = "U" + i;
        database.transact(
            tx ->
                tx.update("insert into saved_tip values ('T0', :user, 'x', current_timestamp)")
                    .bind("user", user)
                    .execute());
      }
      for (int i = 0; i < UPDATES; i++) {
        String user = "U" + i % PEOPLE;
        String tip = "tip" + i;
        database.transact(
            tx ->
                tx.update(
                        "update saved_tip set tip_id = :tip where user_id = :user and workspace_id = 'T0'")
                    .bind("tip", tip)
                    .bind("user", user)
                    .execute());
        if (i % 500 == 0) {
          largest = Math.max(largest, Files.size(Path.of(file + ".mv.db")));
          long begin = System.nanoTime();
          if (database.keepBelow(LARGEST)) {
            compactions++;
            longest = Math.max(longest, System.nanoTime() - begin);
          }
        }
      }
    }
    Bench.print(Figure.alone("growth-largest-file", largest / 1e6, "MB"));
    Bench.print(Figure.alone("growth-compactions", compactions, "times"));
    Bench.print(Figure.alone("growth-longest-compaction", longest / 1e6, "ms"));
    Bench.print(
        Figure.alone("growth-file-after-stop", Files.size(Path.of(file + ".mv.db")) / 1e6, "MB"));
  }
}
