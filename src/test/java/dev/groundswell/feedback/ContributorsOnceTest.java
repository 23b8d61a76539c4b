package dev.groundswell.feedback;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static dev.groundswell.Team.PRIYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.SettableClock;
import dev.groundswell.Team;
import dev.groundswell.db.Database;
import dev.groundswell.db.DatabaseUrl;
import dev.groundswell.db.PostgresServer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A database from before contributors were unique, brought up to date. */
class ContributorsOnceTest {
  static Stream<String> addresses() {
    return Stream.of(
        "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1",
        PostgresServer.shared().emptyAddress());
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void those_who_were_there_twice_become_one_and_keep_all_they_said(String address) {
    DatabaseUrl url = DatabaseUrl.parse(address);
    try (Team team = Team.on(url, SettableClock.at(Team.MONDAY_MORNING))) {
      team.starts(MAYA, "Diabetes outreach");
      Input priyas = team.records(ANN, Team.from(PRIYA), "one");
      Input bens = team.records(ANN, Team.from("Ben"), "two");
      asItWasBefore(team.database);
      List.of(priyas, bens).forEach(input -> doubled(team, input));
      assertThat(team.rows("contributor")).isEqualTo(4);
    }

    Flyway.configure()
        .dataSource(url.jdbc(), url.isH2() ? "sa" : url.user(), url.password())
        // Later ones have run already; this one finds the rows as they were before it.
        .outOfOrder(true)
        .load()
        .migrate();

    try (Team team = Team.on(url, SettableClock.at("2026-11-03T14:00:00Z"))) {
      assertThat(team.rows("contributor")).isEqualTo(2);
      team.inputs.record(ANN, HERE, Team.from(PRIYA), "three", "later/1");
      team.inputs.record(ANN, HERE, Team.from("BEN"), "four", "later/2");
      assertThat(team.rows("contributor")).isEqualTo(2);
      assertThat(
              team.reportBacks.open(
                  HERE, team.initiatives.current(HERE, ANN.id()).orElseThrow().id(), 10))
          .extracting(Input::words)
          .containsExactlyInAnyOrder("one", "two", "one again", "two again", "three", "four");
    }
  }

  private static void asItWasBefore(Database database) {
    database.transact(
        tx -> {
          tx.update("alter table contributor drop constraint contributor_account").execute();
          tx.update("alter table contributor drop constraint contributor_name").execute();
          tx.update("alter table contributor drop column name_key").execute();
          tx.update("delete from \"flyway_schema_history\" where \"version\" = '3'").execute();
        });
  }

  /** The same contributor once more, with an input of their own. */
  private static void doubled(Team team, Input input) {
    UUID contributor = team.ids.next();
    UUID second = team.ids.next();
    Instant now = team.clock.instant();
    team.database.transact(
        tx -> {
          tx.update(
                  """
                  insert into contributor (workspace_id, id, initiative_id, user_id, name)
                  select c.workspace_id, cast(:new as uuid), c.initiative_id, c.user_id,
                    upper(c.name)
                  from contributor c join input i on i.contributor_id = c.id where i.id = :input
                  """)
              .bind("new", contributor)
              .bind("input", input.id())
              .execute();
          tx.update(
                  """
                  insert into input (workspace_id, id, initiative_id, contributor_id, words,
                    received_on, recorded_by, recorded_at, owner_id, request_key, version)
                  select workspace_id, cast(:new as uuid), initiative_id,
                    cast(:contributor as uuid), words || ' again', received_on, recorded_by, :now,
                    owner_id, request_key || '/again', version
                  from input where id = :input
                  """)
              .bind("new", second)
              .bind("contributor", contributor)
              .bind("now", now)
              .bind("input", input.id())
              .execute();
          tx.update(
                  """
                  insert into report_back (workspace_id, input_id, due_on, state)
                  select workspace_id, cast(:new as uuid), due_on, state from report_back
                  where input_id = :input
                  """)
              .bind("new", second)
              .bind("input", input.id())
              .execute();
        });
  }
}
