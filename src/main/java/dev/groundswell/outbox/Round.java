package dev.groundswell.outbox;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Pieces of work that were begun together, until the last of them is over. */
final class Round {
  private final Hands hands;
  private int underWay;
  private int ended;
  private int counted;
  private @Nullable Throwable failure;

  Round(Hands hands) {
    this.hands = hands;
  }

  /**
   * Begins a piece of work as soon as a hand is free.
   *
   * @param work says whether it counts
   */
  void start(BooleanSupplier work) {
    synchronized (this) {
      underWay++;
    }
    hands.give(() -> run(work));
  }

  private void run(BooleanSupplier work) {
    boolean counts = false;
    Throwable broke = null;
    try {
      counts = work.getAsBoolean();
    } catch (RuntimeException | Error e) {
      broke = e;
    }
    synchronized (this) {
      underWay--;
      ended++;
      counted += counts ? 1 : 0;
      failure = failure == null ? broke : failure;
      notifyAll();
    }
  }

  synchronized boolean isIdle() {
    return underWay == 0;
  }

  synchronized boolean hasFailed() {
    return failure != null;
  }

  synchronized int counted() {
    return counted;
  }

  /** How many pieces are over. */
  synchronized int ended() {
    return ended;
  }

  /** Waits until more pieces are over than {@code before}, or until the time has passed. */
  synchronized void awaitEnd(int before, Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    for (long left = longest.toNanos(); left > 0 && ended == before; ) {
      waitFor(left);
      left = end - System.nanoTime();
    }
  }

  /** Waits until all is over, or until the time has passed. */
  synchronized void await(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0 && underWay > 0; ) {
      waitFor(left);
      left = end - System.nanoTime();
    }
  }

  /** Waits for all of it; what broke one piece is thrown here. */
  synchronized void end() {
    while (underWay > 0) {
      waitFor(TimeUnit.SECONDS.toNanos(1));
    }
    if (failure instanceof Error error) {
      throw error;
    } else if (failure instanceof RuntimeException exception) {
      throw exception;
    }
  }

  private void waitFor(long nanos) {
    try {
      TimeUnit.NANOSECONDS.timedWait(this, Math.max(nanos, 100_000));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a delivery", e);
    }
  }
}
