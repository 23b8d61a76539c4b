package dev.groundswell.sandbox.workspace;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The real clock and a distance that a person may lengthen: it ticks, and it can be moved forward.
 * It never goes back, since what has been reminded of cannot be taken back either.
 */
public final class SandboxClock extends Clock {
  private static final Logger log = LoggerFactory.getLogger(SandboxClock.class);

  private final Clock base;
  private final AtomicReference<Duration> ahead;
  private final List<Runnable> listeners;

  public SandboxClock(Clock base) {
    this(base, new AtomicReference<>(Duration.ZERO), new CopyOnWriteArrayList<>());
  }

  private SandboxClock(Clock base, AtomicReference<Duration> ahead, List<Runnable> listeners) {
    this.base = base;
    this.ahead = ahead;
    this.listeners = listeners;
  }

  /**
   * Moves the clock forward and returns when every listener has run.
   *
   * @throws IllegalArgumentException when the duration is negative
   */
  public void advance(Duration by) {
    if (by.isNegative()) {
      throw new IllegalArgumentException("the sandbox's clock only goes forward, not " + by);
    }
    ahead.updateAndGet(now -> now.plus(by));
    for (Runnable listener : listeners) {
      try {
        listener.run();
      } catch (RuntimeException e) {
        log.error("something that waits for the sandbox's clock failed", e);
      }
    }
  }

  /**
   * Moves the clock forward to this instant.
   *
   * @throws IllegalArgumentException when the instant has passed
   */
  public void moveTo(Instant then) {
    advance(Duration.between(instant(), then));
  }

  /** Runs this after each move, in the thread that moved the clock. A failure is logged. */
  public void onMoved(Runnable listener) {
    listeners.add(listener);
  }

  @Override
  public Instant instant() {
    return base.instant().plus(ahead.get());
  }

  @Override
  public ZoneId getZone() {
    return base.getZone();
  }

  /** The same clock, moved by the same moves, in another zone. */
  @Override
  public SandboxClock withZone(ZoneId zone) {
    return new SandboxClock(base.withZone(zone), ahead, listeners);
  }
}
