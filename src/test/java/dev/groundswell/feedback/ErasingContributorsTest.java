package dev.groundswell.feedback;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static dev.groundswell.Team.PRIYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.SettableClock;
import dev.groundswell.Team;
import dev.groundswell.db.DatabaseUrl;
import dev.groundswell.db.PostgresServer;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.privacy.Holdings;
import dev.groundswell.privacy.Somebody;
import java.util.UUID;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Contributors who are erased after they took something back. */
class ErasingContributorsTest {
  private static final InputList ALL = InputList.FIRST.tab(InputList.Tab.ALL);

  static Stream<String> addresses() {
    return Stream.of(
        "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1",
        PostgresServer.shared().emptyAddress());
  }

  private static Team on(DatabaseUrl url) {
    return Team.on(url, SettableClock.at(Team.MONDAY_MORNING));
  }

  private static void erase(Team team) {
    team.database.transact(
        tx ->
            new FeedbackHoldings(team.vault, team.reminders)
                .erase(tx, HERE, new Somebody.Account(PRIYA.id())));
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void lists_and_files_can_be_read_afterwards(String address) {
    try (Team team = on(DatabaseUrl.parse(address))) {
      Initiative outreach = team.starts(MAYA, "Diabetes outreach");
      Input early = team.records(ANN, Team.from(PRIYA), "Too early");
      team.records(ANN, Team.from(PRIYA), "Too loud");
      team.changes.withdraw(ANN, HERE, early.id());

      erase(team);

      assertThat(team.lists.page(ANN, HERE, outreach.id(), ALL).orElseThrow().inputs())
          .extracting(Input::words)
          .containsExactlyInAnyOrder("", Holdings.NOTHING);
      assertThat(team.lists.csv(ANN, HERE, outreach.id(), ALL)).isPresent();
    }
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void what_could_not_be_read_any_more_is_put_right(String address) {
    DatabaseUrl url = DatabaseUrl.parse(address);
    Input early;
    try (Team team = on(url)) {
      team.starts(MAYA, "Diabetes outreach");
      early = team.records(ANN, Team.from(PRIYA), "Too early");
      team.changes.withdraw(ANN, HERE, early.id());
      team.database.transact(
          tx -> {
            tx.update("update input set words = '[erased]'").execute();
            tx.update("delete from \"flyway_schema_history\" where \"version\" = '23'").execute();
          });
    }

    Flyway.configure()
        .dataSource(url.jdbc(), url.isH2() ? "sa" : url.user(), url.password())
        .outOfOrder(true)
        .load()
        .migrate();

    try (Team team = on(url)) {
      assertThat(team.inputs.find(HERE, early.id()).orElseThrow().words()).isEmpty();
    }
  }
}
