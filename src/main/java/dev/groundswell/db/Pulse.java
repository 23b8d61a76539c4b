package dev.groundswell.db;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks whether something is well, and does not wait for long. A question that hangs is not asked
 * again until it ends: whoever comes meanwhile shares the wait, and no thread is lost to it.
 */
final class Pulse implements AutoCloseable {
  /** Whoever looks after a process gives it a second or two. */
  private static final Duration PATIENCE = Duration.ofMillis(1500);

  private final BooleanSupplier question;
  private final ExecutorService asking =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "pulse");
            thread.setDaemon(true);
            return thread;
          });
  private @Nullable Future<Boolean> asked;

  Pulse(BooleanSupplier question) {
    this.question = question;
  }

  /** False too when no answer comes in time. */
  boolean beats() {
    try {
      return answer().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException | RejectedExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** True while a question hangs. */
  synchronized boolean waits() {
    return asked != null && !asked.isDone();
  }

  private synchronized Future<Boolean> answer() {
    Future<Boolean> before = asked;
    if (before != null && !before.isDone()) {
      return before;
    }
    Future<Boolean> now = asking.submit(question::getAsBoolean);
    asked = now;
    return now;
  }

  @Override
  public void close() {
    asking.shutdownNow();
  }
}
