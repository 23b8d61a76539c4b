package dev.groundswell.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundswell.SettableClock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class HeartbeatTest {
  private final SettableClock clock = SettableClock.at("2026-11-23T12:00:00Z");
  private final Heartbeat heartbeat = new Heartbeat(clock);

  @Test
  void work_that_never_ran_is_late() {
    heartbeat.watched("outbox", () -> {});

    assertThat(heartbeat.late()).containsExactly("outbox");
  }

  @Test
  void work_that_ran_is_late_after_more_than_ten_seconds() {
    heartbeat.watched("outbox", () -> {}).run();

    clock.advance(Duration.ofSeconds(10));
    assertThat(heartbeat.late()).isEmpty();
    clock.advance(Duration.ofMillis(1));
    assertThat(heartbeat.late()).containsExactly("outbox");
  }

  @Test
  void work_that_failed_ran_too() {
    Runnable work =
        heartbeat.watched(
            "outbox",
            () -> {
              throw new IllegalStateException("planted");
            });

    assertThatThrownBy(work::run).hasMessage("planted");
    assertThat(heartbeat.late()).isEmpty();
  }

  @Test
  void a_long_backlog_may_take_its_time_but_what_hangs_is_late() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Runnable work =
        heartbeat.watched(
            "outbox",
            () -> {
              inside.countDown();
              try {
                goOn.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    CompletableFuture<Void> running = CompletableFuture.runAsync(work);
    inside.await();

    clock.advance(Duration.ofMinutes(10));
    assertThat(heartbeat.late()).isEmpty();
    clock.advance(Duration.ofSeconds(1));
    assertThat(heartbeat.late()).containsExactly("outbox");

    goOn.countDown();
    running.get();
    assertThat(heartbeat.late()).isEmpty();
  }
}
