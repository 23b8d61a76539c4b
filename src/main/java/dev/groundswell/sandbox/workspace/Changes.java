package dev.groundswell.sandbox.workspace;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Counts what has changed, and wakes whoever waits for the next change. */
public final class Changes {
  private long version = 1;
  private List<CompletableFuture<Long>> waiting = new ArrayList<>();

  public synchronized long version() {
    return version;
  }

  /** Something that can be seen has changed. */
  public void happened() {
    List<CompletableFuture<Long>> woken;
    long now;
    synchronized (this) {
      now = ++version;
      woken = waiting;
      waiting = new ArrayList<>();
    }
    woken.forEach(each -> each.completeAsync(() -> now));
  }

  /** The version as soon as it is another than the one seen, or after the patience. */
  public synchronized CompletableFuture<Long> after(long seen, Duration patience) {
    if (seen != version) {
      return CompletableFuture.completedFuture(version);
    }
    CompletableFuture<Long> next = new CompletableFuture<>();
    waiting.add(next);
    return next.completeOnTimeout(seen, patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Lets everybody go who waits. */
  public void close() {
    happened();
  }
}
