package dev.groundswell.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundswell.Classpath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("jdk")
class DatabaseTest {
  private final Path directory;

  DatabaseTest(@TempDir Path directory) {
    this.directory = directory;
  }

  private String file() {
    return "jdbc:h2:file:" + directory.resolve("groundswell").toAbsolutePath();
  }

  @Test
  void a_file_that_another_process_holds_is_one_sentence_that_says_what_to_do()
      throws IOException, InterruptedException {
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                Classpath.ofThisTest(),
                HoldsTheFile.class.getName(),
                file())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader said =
        new BufferedReader(new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(said.lines().filter("open"::equals).findFirst()).isPresent();

      assertThatThrownBy(() -> Database.open(DatabaseUrl.parse(file())))
          .isInstanceOf(DatabaseUnavailable.class)
          .hasMessage(
              "DATABASE_URL: another process has the database file open; stop that Groundswell"
                  + " first, or give this one a file of its own.");

      other.getOutputStream().close();
      assertThat(other.waitFor(120, TimeUnit.SECONDS)).isTrue();
      try (Database now = Database.open(DatabaseUrl.parse(file()))) {
        assertThat(now.answers()).isTrue();
      }
    } finally {
      other.destroyForcibly();
    }
  }

  @Test
  void a_server_that_does_not_answer_is_named_without_the_password() throws IOException {
    int nobody;
    try (ServerSocket free = new ServerSocket(0)) {
      nobody = free.getLocalPort();
    }
    String url = "postgres://ann:hunter2@localhost:" + nobody + "/groundswell";

    assertThatThrownBy(() -> Database.open(DatabaseUrl.parse(url)))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageStartingWith("DATABASE_URL: PostgreSQL could not be opened: ")
        .hasMessageEndingWith(
            "Check that it runs, and that the address, the name and the password are right.")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hunter2", "\n"));
  }

  @Test
  void an_address_that_the_driver_cannot_read_is_not_quoted() {
    String url = "jdbc:postgresql://localhost:port/ground?user=ann&password=hunter2";

    assertThatThrownBy(() -> Database.open(DatabaseUrl.parse(url)))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageStartingWith("DATABASE_URL: ")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hunter2", "\n"));
  }

  @Test
  void the_options_that_lose_nothing_hold_whatever_the_address_says() {
    try (Database database = Database.open(DatabaseUrl.parse(file() + ";WRITE_DELAY=500"))) {
      List<String> delays =
          database.inTransaction(
              tx ->
                  tx.query(
                          """
                          select setting_value from information_schema.settings
                          where upper(setting_name) like '%WRITE_DELAY%'
                          """)
                      .mapTo(String.class)
                      .list());

      assertThat(delays).isNotEmpty().containsOnly("0");
    }
  }

  @Test
  void a_transaction_that_fails_leaves_nothing() {
    try (Database database = Database.open(DatabaseUrl.parse(file()))) {
      assertThatThrownBy(
              () ->
                  database.transact(
                      tx -> {
                        keepTip(tx, "U0ANN");
                        throw new IllegalStateException("the second half was refused");
                      }))
          .isInstanceOf(IllegalStateException.class);

      assertThat(
              database.<Integer>inTransaction(
                  tx -> tx.query("select count(*) from saved_tip").mapTo(Integer.class).one()))
          .isZero();
    }
  }

  private static void keepTip(Tx tx, String user) {
    tx.update("insert into saved_tip values ('T0', :user, 'x', current_timestamp)")
        .bind("user", user)
        .execute();
  }

  @Test
  void an_instant_comes_back_as_it_went_in_to_the_microsecond() {
    Instant at = Instant.parse("2026-11-02T14:00:00.123456Z");
    try (Database database = Database.open(DatabaseUrl.parse(file()))) {
      Instant back =
          database.inTransaction(
              tx ->
                  tx.query("select cast(:at as timestamp(6) with time zone)")
                      .bind("at", at)
                      .mapTo(Instant.class)
                      .one());

      assertThat(back).isEqualTo(at);
      assertThat(
              database.<Boolean>inTransaction(
                  tx ->
                      tx.query("select cast(:at as timestamp(6) with time zone) = :same")
                          .bind("at", at.plusNanos(789))
                          .bind("same", at.plusNanos(789))
                          .mapTo(Boolean.class)
                          .one()))
          .isTrue();
    }
  }

  /**
   * With space that is used again, here at once, H2 2.5.252 lost up to twenty commits in two of
   * three such crashes.
   */
  @Test
  void what_was_committed_is_there_after_a_crash_at_any_moment() throws IOException {
    Path left = Files.createDirectories(directory.resolve("after"));
    String after = "jdbc:h2:file:" + left.resolve("groundswell").toAbsolutePath();
    try (Database database = Database.open(DatabaseUrl.parse(file() + ";RETENTION_TIME=0"))) {
      for (int person = 0; person < 50; person++) {
        String user = "U" + person;
        database.transact(tx -> keepTip(tx, user));
      }
      for (int commit = 1; commit <= 200; commit++) {
        String tip = "t".repeat(commit % 110) + commit;
        String user = "U" + commit % 50;
        database.transact(tx -> changeTip(tx, user, tip));
        if (commit > 100 && commit % 5 == 0) {
          Files.copy(
              directory.resolve("groundswell.mv.db"),
              left.resolve("groundswell.mv.db"),
              StandardCopyOption.REPLACE_EXISTING);
          try (Database crashed = Database.open(DatabaseUrl.parse(after))) {
            assertThat(crashed.<String>inTransaction(tx -> tipOf(tx, user))).isEqualTo(tip);
          }
        }
      }
    }
  }

  @Test
  void a_file_that_has_grown_is_compacted_while_people_go_on_working() throws Exception {
    try (Database database = Database.open(DatabaseUrl.parse(file()))) {
      for (int person = 0; person < 50; person++) {
        String user = "U" + person;
        database.transact(tx -> keepTip(tx, user));
      }
      AtomicInteger commits = new AtomicInteger();
      Callable<Integer> worker =
          () -> {
            for (int i = 0; i < 300; i++) {
              database.transact(tx -> changeTip(tx, "U1", "tip" + commits.incrementAndGet()));
              database.sync();
            }
            return 300;
          };
      ExecutorService threads = Executors.newFixedThreadPool(4);
      List<Future<Integer>> working = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        working.add(threads.submit(worker));
      }
      int compactions = 0;
      long largest = 0;
      while (working.stream().anyMatch(it -> !it.isDone())) {
        compactions += database.keepBelow(1_000_000) ? 1 : 0;
        largest = Math.max(largest, database.fileSize().orElse(0));
      }
      for (Future<Integer> worked : working) {
        assertThat(worked.get()).isEqualTo(300);
      }
      threads.shutdown();
      database.keepBelow(0);

      assertThat(compactions).isPositive();
      assertThat(largest).isLessThan(50_000_000);
      assertThat(database.fileSize().orElse(0)).isLessThan(1_000_000);
      assertThat(database.<String>inTransaction(tx -> tipOf(tx, "U1"))).startsWith("tip");
      assertThat(database.<String>inTransaction(tx -> tipOf(tx, "U49"))).doesNotStartWith("tip");
    }
  }

  @Test
  void a_file_is_not_compacted_under_somebodys_hands() {
    try (Database database = Database.open(DatabaseUrl.parse(file()))) {
      boolean compacted =
          database.<Boolean>inTransaction(
              tx -> {
                keepTip(tx, "U1");
                return database.keepBelow(0);
              });

      assertThat(compacted).isFalse();
      assertThat(database.answers()).isTrue();
    }
  }

  private static void changeTip(Tx tx, String user, String tip) {
    tx.update("update saved_tip set tip_id = :tip where user_id = :user")
        .bind("tip", tip)
        .bind("user", user)
        .execute();
  }

  private static String tipOf(Tx tx, String user) {
    return tx.query("select tip_id from saved_tip where user_id = :user")
        .bind("user", user)
        .mapTo(String.class)
        .one();
  }

  @Test
  void a_stop_leaves_one_small_file() throws IOException {
    try (Database database = Database.open(DatabaseUrl.parse(file()))) {
      for (int i = 0; i < 500; i++) {
        String user = "U" + i;
        database.transact(tx -> keepTip(tx, user));
      }
    }

    try (var left = Files.list(directory)) {
      assertThat(left.map(it -> it.getFileName().toString())).containsExactly("groundswell.mv.db");
    }
    assertThat(Files.size(directory.resolve("groundswell.mv.db"))).isLessThan(400_000);
  }

  @Test
  void a_closed_database_does_not_answer() {
    Database database = Database.open(DatabaseUrl.parse(file()));
    assertThat(database.answers()).isTrue();

    database.close();

    assertThat(database.answers()).isFalse();
  }
}
