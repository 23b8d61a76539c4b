package dev.groundswell.outbox;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.HERE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Team;
import dev.groundswell.db.Engine;
import dev.groundswell.db.OnBothDatabases;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.outbox.Outgoing.Medium;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many messages at once: nobody holds up anybody else, and each recipient keeps their order. */
@OnBothDatabases
class DispatchTogetherTest {
  private final Team team;

  DispatchTogetherTest(Engine engine) {
    team = Team.on(engine);
  }

  @AfterEach
  void close() {
    team.close();
  }

  private UUID put(Medium medium, String recipient) {
    team.clock.advance(Duration.ofMillis(1));
    return team.database.inTransaction(
        tx -> {
          UUID subject = team.ids.next();
          Item item = new Item("occasion/" + subject, "test.word", subject);
          return team.outbox
              .put(tx, HERE, medium, recipient, ANN.id(), List.of(item), team.clock.instant())
              .orElseThrow();
        });
  }

  /** A sender that does as the test says, from several threads. */
  private record Busy(Medium medium, Pace pace, Function<Outgoing, SendResult> call)
      implements Sender {
    @Override
    public Duration longestCall() {
      return Duration.ofSeconds(30);
    }

    @Override
    public int atATime() {
      return 4;
    }

    @Override
    public SendResult send(Outgoing message, BooleanSupplier stillOurs) {
      return stillOurs.getAsBoolean() ? call.apply(message) : SendResult.tooLate();
    }

    @Override
    public LookBack lookBack(Outgoing message) {
      return new LookBack.NotThere();
    }
  }

  private static Busy slack(Function<Outgoing, SendResult> call) {
    return new Busy(Medium.SLACK, Pace.unlimited(), call);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(120, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_slow_recipient_holds_up_no_other() {
    CountDownLatch othersHaveIt = new CountDownLatch(20);
    put(Medium.SLACK, "U0SLOW");
    for (int i = 0; i < 20; i++) {
      put(Medium.SLACK, "U" + i);
    }
    Dispatcher dispatcher =
        team.dispatcher(
            slack(
                message -> {
                  if (message.recipient().equals("U0SLOW")) {
                    await(othersHaveIt);
                  } else {
                    othersHaveIt.countDown();
                  }
                  return new SendResult.Sent("1");
                }));

    assertThat(dispatcher.dispatchDue()).isEqualTo(21);
    assertThat(team.rows("outbox where state = 'SENT'")).isEqualTo(21);
  }

  @Test
  void a_mail_server_that_keeps_still_does_not_delay_slack() throws InterruptedException {
    CountDownLatch slackIsThrough = new CountDownLatch(1);
    CountDownLatch mailHasBegun = new CountDownLatch(1);
    put(Medium.MAIL, "sponsor");
    put(Medium.SLACK, "U1");
    Dispatcher dispatcher =
        team.dispatcher(
            slack(message -> new SendResult.Sent("1")),
            new Busy(
                Medium.MAIL,
                Pace.unlimited(),
                message -> {
                  mailHasBegun.countDown();
                  await(slackIsThrough);
                  return new SendResult.Sent("1");
                }));
    Thread mail = new Thread(() -> dispatcher.dispatchDue(Medium.MAIL));
    mail.start();
    await(mailHasBegun);

    assertThat(dispatcher.dispatchDue(Medium.SLACK)).isEqualTo(1);

    slackIsThrough.countDown();
    mail.join();
    assertThat(team.rows("outbox where state = 'SENT'")).isEqualTo(2);
  }

  @Test
  void a_recipient_gets_one_at_a_time_in_the_order_of_their_making_also_from_two_nodes()
      throws InterruptedException {
    Map<String, List<UUID>> made = new ConcurrentHashMap<>();
    Map<String, List<UUID>> got = new ConcurrentHashMap<>();
    Set<String> busy = ConcurrentHashMap.newKeySet();
    AtomicInteger collisions = new AtomicInteger();
    for (int i = 0; i < 60; i++) {
      String recipient = "U" + i % 6;
      made.computeIfAbsent(recipient, it -> new ArrayList<>()).add(put(Medium.SLACK, recipient));
    }
    Function<Outgoing, SendResult> call =
        message -> {
          if (!busy.add(message.recipient())) {
            collisions.incrementAndGet();
          }
          got.computeIfAbsent(message.recipient(), it -> new CopyOnWriteArrayList<>())
              .add(message.id());
          busy.remove(message.recipient());
          return new SendResult.Sent("1");
        };
    Dispatcher one = team.dispatcher(slack(call));
    Dispatcher two = team.dispatcher(slack(call));
    Thread other = new Thread(one::dispatchDue);
    other.start();
    two.dispatchDue();
    other.join();

    assertThat(collisions).hasValue(0);
    assertThat(got).isEqualTo(made);
  }

  @Test
  void nothing_goes_to_somebody_to_whom_another_node_is_sending() {
    put(Medium.SLACK, "U1");
    put(Medium.SLACK, "U1");
    RecordingSender others = RecordingSender.slack();
    Dispatcher other = team.dispatcher(others);
    List<Integer> sentMeanwhile = new CopyOnWriteArrayList<>();
    Dispatcher dispatcher =
        team.dispatcher(
            slack(
                message -> {
                  if (sentMeanwhile.isEmpty()) {
                    sentMeanwhile.add(other.dispatchDue());
                  }
                  return new SendResult.Sent("1");
                }));

    assertThat(dispatcher.dispatchDue()).isEqualTo(2);

    assertThat(sentMeanwhile).containsExactly(0);
    assertThat(others.sent()).isEmpty();
  }

  @Test
  void one_that_has_to_wait_a_little_keeps_its_place() {
    UUID first = put(Medium.SLACK, "U1");
    UUID second = put(Medium.SLACK, "U1");
    UUID somebodyElses = put(Medium.SLACK, "U2");
    List<UUID> calls = new CopyOnWriteArrayList<>();
    Dispatcher dispatcher =
        team.dispatcher(
            slack(
                message -> {
                  calls.add(message.id());
                  return message.id().equals(first) && message.attempts() == 1
                      ? new SendResult.TryAgain(Duration.ZERO, "can't be reached")
                      : new SendResult.Sent("1");
                }));

    dispatcher.dispatchDue();
    assertThat(calls).containsExactlyInAnyOrder(first, somebodyElses);
    team.clock.advance(Duration.ofSeconds(5));
    dispatcher.dispatchDue();

    assertThat(calls.subList(2, calls.size())).containsExactly(first, second);
  }

  @Test
  void one_that_never_passes_does_not_hold_up_the_rest_for_ever() {
    put(Medium.SLACK, "U1");
    UUID second = put(Medium.SLACK, "U1");
    RecordingSender slack = RecordingSender.slack();
    for (int i = 0; i < 4; i++) {
      slack.then(new SendResult.TryAgain(Duration.ZERO, "can't be reached"));
    }
    Dispatcher dispatcher = team.dispatcher(slack);

    for (int i = 0; i < 4; i++) {
      dispatcher.dispatchDue();
      team.clock.advance(Duration.ofSeconds(21));
    }

    assertThat(team.outbox.find(HERE, second).orElseThrow().state()).isEqualTo(OutboxState.SENT);
  }

  @Test
  void patience_that_is_asked_for_is_given_to_that_channel() {
    UUID first = put(Medium.SLACK, "C1");
    put(Medium.SLACK, "C1");
    put(Medium.SLACK, "C2");
    List<String> calls = new CopyOnWriteArrayList<>();
    Pace pace = Pace.of(Duration.ZERO, 500, () -> team.clock.millis() * 1_000_000);
    Dispatcher dispatcher =
        team.dispatcher(
            new Busy(
                Medium.SLACK,
                pace,
                message -> {
                  calls.add(message.recipient());
                  return message.recipient().equals("C1") && message.attempts() == 1
                      ? new SendResult.TooFast(Duration.ofSeconds(40))
                      : new SendResult.Sent("1");
                }));

    dispatcher.dispatchDue();
    team.clock.advance(Duration.ofSeconds(39));
    dispatcher.dispatchDue();
    assertThat(calls).containsExactlyInAnyOrder("C1", "C2");
    assertThat(team.outbox.find(HERE, first).orElseThrow().state()).isEqualTo(OutboxState.WAITING);

    team.clock.advance(Duration.ofSeconds(1));
    dispatcher.dispatchDue();
    assertThat(calls.subList(2, calls.size())).startsWith("C1");
  }

  @Test
  void a_recipient_gets_their_second_message_a_while_after_the_first() {
    put(Medium.SLACK, "C1");
    put(Medium.SLACK, "C1");
    put(Medium.SLACK, "C2");
    List<Long> times = new CopyOnWriteArrayList<>();
    Pace pace = Pace.of(Duration.ofMillis(300), 500, System::nanoTime);
    Dispatcher dispatcher =
        team.dispatcher(
            new Busy(
                Medium.SLACK,
                pace,
                message -> {
                  if (message.recipient().equals("C1")) {
                    times.add(System.nanoTime());
                  }
                  return new SendResult.Sent("1");
                }));

    assertThat(dispatcher.dispatchDue()).isEqualTo(3);

    assertThat(times).hasSize(2);
    assertThat(times.get(1) - times.get(0)).isGreaterThanOrEqualTo(300_000_000L);
  }
}
