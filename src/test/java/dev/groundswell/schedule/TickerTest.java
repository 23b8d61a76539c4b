package dev.groundswell.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("jdk")
class TickerTest {
  private static final Duration OFTEN = Duration.ofMillis(20);
  private static final Duration NEVER = Duration.ofDays(1);

  private static Ticker ticker(Duration every, Runnable work) {
    return new Ticker(every, Map.of("work", work));
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      if (!latch.await(120, TimeUnit.SECONDS)) {
        throw new AssertionError("nobody came");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void it_ticks_from_its_start_on() {
    AtomicInteger ticks = new AtomicInteger();
    try (Ticker ticker = ticker(OFTEN, ticks::incrementAndGet)) {
      assertThat(ticks).hasValue(0);
      ticker.start();
      await().until(() -> ticks.get() > 3);
    }
  }

  @Test
  void after_its_close_it_ticks_no_more() {
    AtomicInteger ticks = new AtomicInteger();
    Ticker ticker = ticker(OFTEN, ticks::incrementAndGet);
    ticker.start();
    await().until(() -> ticks.get() > 0);

    ticker.close();

    int last = ticks.get();
    await().during(Duration.ofMillis(200)).until(() -> ticks.get() == last);
  }

  @Test
  void an_exception_does_not_end_the_ticking() {
    AtomicInteger ticks = new AtomicInteger();
    Runnable fails =
        () -> {
          ticks.incrementAndGet();
          throw new IllegalStateException("the database is away");
        };
    try (Ticker ticker = ticker(OFTEN, fails)) {
      ticker.start();
      await().until(() -> ticks.get() > 3);
      ticker.tickNow();
    }
  }

  @Test
  void even_an_error_does_not() {
    AtomicInteger ticks = new AtomicInteger();
    Runnable fails =
        () -> {
          ticks.incrementAndGet();
          throw new StackOverflowError();
        };
    try (Ticker ticker = ticker(OFTEN, fails)) {
      ticker.start();
      await().until(() -> ticks.get() > 3);
    }
  }

  @Test
  void tick_now_runs_everything_in_order_and_returns_when_it_is_through() {
    List<String> ran = new CopyOnWriteArrayList<>();
    Map<String, Runnable> works = new LinkedHashMap<>();
    for (String name : List.of("reminders", "outbox", "unsettled")) {
      works.put(name, () -> ran.add(name));
    }
    try (Ticker ticker = new Ticker(NEVER, works)) {
      ticker.tickNow();
      assertThat(ran).containsExactly("reminders", "outbox", "unsettled");
    }
  }

  @Test
  void tick_now_waits_for_a_tick_that_is_under_way_and_then_runs() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    AtomicInteger ticks = new AtomicInteger();
    AtomicInteger atOnce = new AtomicInteger();
    AtomicBoolean twiceAtOnce = new AtomicBoolean();
    Runnable slow =
        () -> {
          if (atOnce.incrementAndGet() > 1) {
            twiceAtOnce.set(true);
          }
          begun.countDown();
          waitFor(mayEnd);
          ticks.incrementAndGet();
          atOnce.decrementAndGet();
        };
    try (Ticker ticker = ticker(NEVER, slow)) {
      ticker.start(); // the first tick comes at once
      waitFor(begun);
      Thread impatient = new Thread(ticker::tickNow);
      impatient.start();
      await().until(() -> impatient.getState() == Thread.State.WAITING);
      assertThat(ticks).hasValue(0);

      mayEnd.countDown();
      impatient.join();

      assertThat(ticks).hasValue(2);
      assertThat(twiceAtOnce).isFalse();
    }
  }

  @Test
  void slow_work_does_not_hold_up_the_others() {
    CountDownLatch mayEnd = new CountDownLatch(1);
    AtomicInteger quick = new AtomicInteger();
    Map<String, Runnable> works =
        Map.of("slow", () -> waitFor(mayEnd), "quick", quick::incrementAndGet);
    try (Ticker ticker = new Ticker(OFTEN, works)) {
      ticker.start();
      await().until(() -> quick.get() > 3);
      mayEnd.countDown();
    }
  }

  @Test
  void its_close_waits_for_what_has_begun() {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    AtomicBoolean finished = new AtomicBoolean();
    Ticker ticker =
        ticker(
            NEVER,
            () -> {
              begun.countDown();
              waitFor(mayEnd);
              finished.set(true);
            });
    ticker.start();
    waitFor(begun);
    Thread closing = new Thread(ticker::close);
    closing.start();
    await().until(() -> closing.getState() != Thread.State.RUNNABLE);
    assertThat(closing.isAlive()).isTrue();

    mayEnd.countDown();

    await().until(() -> !closing.isAlive());
    assertThat(finished).isTrue();
  }

  @Test
  void one_that_never_started_can_be_closed() {
    ticker(NEVER, () -> {}).close();
  }
}
