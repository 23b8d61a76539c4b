package dev.groundswell.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What {@link DatabaseTest} promises of H2, on PostgreSQL. */
@Tag("jdk")
class PostgresTest {
  private final String address = PostgresServer.shared().emptyAddress();

  private static void keepTip(Tx tx, String user) {
    tx.update("insert into saved_tip values ('T0', :user, 'x', current_timestamp)")
        .bind("user", user)
        .execute();
  }

  private static int tips(Database database) {
    return database.inTransaction(
        tx -> tx.query("select count(*) from saved_tip").mapTo(Integer.class).one());
  }

  @Test
  void both_spellings_open_the_same_database_and_the_schema_is_made_once() {
    try (Database hosted = Database.open(DatabaseUrl.parse(address))) {
      hosted.transact(tx -> keepTip(tx, "U0ANN"));
    }

    String jdbc =
        address.replace("postgres://postgres@", "jdbc:postgresql://") + "?user=postgres&ssl=false";
    try (Database same = Database.open(DatabaseUrl.parse(jdbc))) {
      assertThat(tips(same)).isEqualTo(1);
      assertThat(same.answers()).isTrue();
      assertThat(same.isMigrated()).isTrue();
      assertThat(same.fileSize()).isEmpty();
      same.sync();
    }
  }

  @Test
  void a_transaction_that_fails_leaves_nothing() {
    try (Database database = Database.open(DatabaseUrl.parse(address))) {
      assertThatThrownBy(
              () ->
                  database.transact(
                      tx -> {
                        keepTip(tx, "U0ANN");
                        throw new IllegalStateException("the second half was refused");
                      }))
          .isInstanceOf(IllegalStateException.class);

      assertThat(tips(database)).isZero();
    }
  }

  @Test
  void a_row_that_is_there_already_is_met_again_and_again_and_then_told() {
    try (Database database = Database.open(DatabaseUrl.parse(address))) {
      database.transact(tx -> keepTip(tx, "U0ANN"));

      assertThatThrownBy(() -> database.transact(tx -> keepTip(tx, "U0ANN")))
          .hasStackTraceContaining("duplicate key");
      assertThat(tips(database)).isEqualTo(1);
    }
  }

  @Test
  void an_instant_comes_back_as_it_went_in_to_the_microsecond() {
    Instant at = Instant.parse("2026-11-02T14:00:00.123456Z");
    try (Database database = Database.open(DatabaseUrl.parse(address))) {
      Instant back =
          database.inTransaction(
              tx ->
                  tx.query("select cast(:at as timestamp(6) with time zone)")
                      .bind("at", at.plusNanos(789))
                      .mapTo(Instant.class)
                      .one());

      assertThat(back).isEqualTo(at);
    }
  }

  @Test
  void a_database_that_is_not_there_is_one_sentence_that_says_what_to_do() {
    assertThatThrownBy(() -> Database.open(DatabaseUrl.parse(address + "_of_nobody")))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageStartingWith("DATABASE_URL: PostgreSQL could not be opened: ")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }

  @Test
  void a_server_that_is_too_old_is_one_sentence_too() {
    DatabaseUrl url = DatabaseUrl.parse(address);

    Database.refuseOlder(url, 15);
    assertThatThrownBy(() -> Database.refuseOlder(url, 14))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("PostgreSQL 14, and Groundswell needs 15 or later");
  }
}
