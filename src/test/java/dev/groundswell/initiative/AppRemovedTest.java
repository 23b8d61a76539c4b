package dev.groundswell.initiative;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.ELSEWHERE;
import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static dev.groundswell.Team.PRIYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Team;
import dev.groundswell.db.Engine;
import dev.groundswell.db.OnBothDatabases;
import dev.groundswell.outbox.Dispatcher;
import dev.groundswell.outbox.Outbox.Letter;
import dev.groundswell.outbox.OutboxState;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.outbox.Outgoing.Medium;
import dev.groundswell.outbox.RecordingSender;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A workspace removes the app, and comes back. */
@OnBothDatabases
class AppRemovedTest {
  private static final String WHEN_IT_IS_DUE = "2026-11-16T14:00:00Z";

  private final Team team;
  private final RecordingSender slack = RecordingSender.slack();
  private final Dispatcher dispatcher;

  AppRemovedTest(Engine engine) {
    team = Team.on(engine);
    dispatcher = team.dispatcher(slack);
    team.starts(MAYA, "Diabetes outreach");
    team.records(ANN, Team.from(PRIYA), "The calls come too early");
  }

  @AfterEach
  void close() {
    team.close();
  }

  private UUID put() {
    return team.database.inTransaction(
        tx -> {
          UUID subject = team.ids.next();
          return team.outbox
              .put(
                  tx,
                  HERE,
                  Medium.SLACK,
                  ANN.id().value(),
                  ANN.id(),
                  List.of(new Item("occasion/" + subject, "test.word", subject)),
                  team.clock.instant())
              .orElseThrow();
        });
  }

  @Test
  void what_waits_to_be_sent_is_cancelled_with_the_reason_and_nothing_comes() {
    UUID message = put();

    team.people.left(HERE);
    team.people.left(HERE);

    team.clock.set(WHEN_IT_IS_DUE);
    assertThat(team.reminders.fireDue()).isZero();
    dispatcher.dispatchDue();
    assertThat(slack.sent()).isEmpty();
    Letter letter = team.outbox.find(HERE, message).orElseThrow();
    assertThat(letter.state()).isEqualTo(OutboxState.CANCELLED);
    assertThat(letter.why()).contains("removed the app");
  }

  @Test
  void what_fell_due_meanwhile_comes_once_when_somebody_is_back() {
    team.people.left(HERE);
    team.clock.set("2026-12-01T15:00:00Z");
    assertThat(team.reminders.fireDue()).isZero();

    team.people.isHere(HERE);

    assertThat(team.reminders.fireDue()).isEqualTo(1);
    assertThat(team.rows("departed")).isZero();
  }

  @Test
  void another_workspace_is_not_touched() {
    UUID message = put();

    team.people.left(ELSEWHERE);

    dispatcher.dispatchDue();
    assertThat(team.outbox.find(HERE, message).orElseThrow().state()).isEqualTo(OutboxState.SENT);
    team.clock.set(WHEN_IT_IS_DUE);
    assertThat(team.reminders.fireDue()).isEqualTo(1);
  }
}
