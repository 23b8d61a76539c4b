package dev.groundswell.reminder;

import static dev.groundswell.Team.HERE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Team;
import dev.groundswell.db.Engine;
import dev.groundswell.db.OnBothDatabases;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** However many reminders wait, those that are due are found by an index. */
@OnBothDatabases
class DueQueryTest {
  private static final int PENDING = 20_000;

  private final Team team;
  private final Engine engine;

  DueQueryTest(Engine engine) {
    this.engine = engine;
    team = Team.on(engine);
  }

  @AfterEach
  void close() {
    team.close();
  }

  @Test
  void the_due_ones_are_found_by_their_index() {
    Instant due = Instant.parse("2027-01-01T00:00:00Z");
    team.database.transact(
        tx -> {
          var batch =
              tx.batch(
                  """
                  insert into reminder (workspace_id, id, kind, subject_id, recipient, due_at,
                    state, fired)
                  values (:workspace, :id, 'test.call', :id, :to, :due, 'WAITING', 0)
                  """);
          for (int i = 0; i < PENDING; i++) {
            batch
                .bind("workspace", HERE)
                .bind("id", team.ids.next())
                .bind("to", "U" + i)
                .bind("due", due.plusSeconds(i))
                .add();
          }
          batch.execute();
        });
    team.database.transact(
        tx -> tx.update(engine == Engine.H2 ? "analyze" : "analyze reminder").execute());

    String plan =
        team.database.inTransaction(
            tx ->
                String.join(
                    "\n",
                    tx.query("explain " + ReminderStore.DUE)
                        .bind("now", team.clock.instant())
                        .bind("share", 0)
                        .bind("of", 1)
                        .bind("most", 200)
                        .mapTo(String.class)
                        .list()));

    assertThat(plan.toLowerCase(Locale.ROOT))
        .contains("reminder_due")
        .doesNotContain("seq scan", "tablescan");
  }
}
