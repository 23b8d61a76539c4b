package dev.groundswell;

import static dev.groundswell.Team.HERE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.db.DatabaseUrl;
import dev.groundswell.db.PostgresServer;
import dev.groundswell.kernel.UserId;
import dev.groundswell.outbox.Dispatcher;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.outbox.RecordingSender;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two servers on one PostgreSQL. */
@Tag("jdk")
class TwoNodesTest {
  private static final String CALL = "test.call";
  private static final Instant TUESDAY = Instant.parse("2026-11-03T14:00:00Z");
  private static final int CROWD = 500;
  private static final int PEOPLE = 250;

  private final DatabaseUrl url = PostgresServer.shared().fresh();

  private Team node() {
    return Team.on(url, SettableClock.at(TUESDAY.toString()));
  }

  /** Fires and sends until nothing is left, as the ticks of one node do. */
  private static Callable<Integer> ticks(Team node, RecordingSender slack, CyclicBarrier together) {
    Dispatcher dispatcher = node.dispatcher(slack);
    return () -> {
      together.await();
      int fired = 0;
      for (int tick = 0; tick < 5; tick++) {
        fired += node.reminders.fireDue();
        dispatcher.dispatchDue();
        dispatcher.settleUnknown();
      }
      return fired;
    };
  }

  @Test
  void fire_and_send_each_reminder_once() throws Exception {
    Set<UUID> planned = new HashSet<>();
    RecordingSender first = RecordingSender.slack();
    RecordingSender second = RecordingSender.slack();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (Team one = node();
        Team two = node()) {
      for (int i = 0; i < CROWD; i++) {
        UUID subject = one.ids.next();
        UserId person = new UserId("U" + i % PEOPLE);
        one.database.transact(
            tx -> one.reminders.plan(tx, HERE, CALL, subject, person, TUESDAY.minusSeconds(1)));
        planned.add(subject);
      }
      CyclicBarrier together = new CyclicBarrier(2);
      int fired = 0;
      for (Future<Integer> node :
          threads.invokeAll(List.of(ticks(one, first, together), ticks(two, second, together)))) {
        fired += node.get();
      }

      assertThat(fired).isEqualTo(CROWD);
      assertThat(
              Stream.of(first, second)
                  .flatMap(node -> node.sent().stream())
                  .flatMap(message -> message.items().stream())
                  .map(Item::subject))
          .hasSize(CROWD)
          .containsExactlyInAnyOrderElementsOf(planned);
      assertThat(one.rows("outbox where state <> 'SENT'")).isZero();
    } finally {
      threads.shutdown();
      PostgresServer.shared().drop(url);
    }
  }
}
