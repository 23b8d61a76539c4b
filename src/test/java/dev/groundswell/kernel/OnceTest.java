package dev.groundswell.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.groundswell.SettableClock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OnceTest {
  private final SettableClock clock = SettableClock.at("2026-11-23T12:00:00Z");
  private final AtomicInteger done = new AtomicInteger();

  private Once<String> once(int mostKeys, int mostAnswers) {
    return new Once<>(Duration.ofMinutes(10), mostKeys, mostAnswers, "known", clock);
  }

  private String deed() {
    return "answer " + done.incrementAndGet();
  }

  @Test
  void who_comes_again_gets_the_answer_of_the_first_time() {
    Once<String> once = once(10, 10);

    assertThat(once.run("a", this::deed)).isEqualTo(new Once.Outcome<>("answer 1", true));
    assertThat(once.run("a", this::deed)).isEqualTo(new Once.Outcome<>("answer 1", false));
    assertThat(once.run("b", this::deed)).isEqualTo(new Once.Outcome<>("answer 2", true));
  }

  @Test
  void who_comes_meanwhile_waits_for_the_first() {
    Once<String> once = once(10, 10);
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    var first =
        CompletableFuture.supplyAsync(
            () ->
                once.run(
                    "a",
                    () -> {
                      inside.countDown();
                      awaited(goOn);
                      return deed();
                    }));
    awaited(inside);
    CompletableFuture<Once.Outcome<String>> second = new CompletableFuture<>();
    Thread waiter = new Thread(() -> second.complete(once.run("a", this::deed)));
    waiter.start();
    await().until(() -> waiter.getState() == Thread.State.TIMED_WAITING);

    goOn.countDown();

    assertThat(first.join().answer()).isEqualTo("answer 1");
    assertThat(second.join()).isEqualTo(new Once.Outcome<>("answer 1", false));
    assertThat(done).hasValue(1);
  }

  @Test
  void what_failed_was_not_done() {
    Once<String> once = once(10, 10);

    assertThatThrownBy(
            () ->
                once.run(
                    "a",
                    () -> {
                      throw new IllegalStateException("planted");
                    }))
        .hasMessage("planted");

    assertThat(once.run("a", this::deed)).isEqualTo(new Once.Outcome<>("answer 1", true));
  }

  @Test
  void after_its_time_a_key_is_forgotten() {
    Once<String> once = once(10, 10);
    once.run("a", this::deed);
    clock.advance(Duration.ofMinutes(10));

    assertThat(once.run("a", this::deed).answer()).isEqualTo("answer 2");
    assertThat(once.size()).isEqualTo(1);
  }

  @Test
  void the_oldest_keys_make_room() {
    Once<String> once = once(3, 3);
    for (String key : new String[] {"a", "b", "c", "d"}) {
      once.run(key, this::deed);
    }

    assertThat(once.size()).isEqualTo(3);
    assertThat(once.run("b", this::deed).isFirst()).isFalse();
    assertThat(once.run("a", this::deed).isFirst()).isTrue();
  }

  @Test
  void an_old_answer_makes_room_and_its_key_stays_known() {
    Once<String> once = once(10, 1);
    once.run("a", this::deed);
    once.run("b", this::deed);

    assertThat(once.run("a", this::deed)).isEqualTo(new Once.Outcome<>("known", false));
    assertThat(once.run("b", this::deed)).isEqualTo(new Once.Outcome<>("answer 2", false));
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
