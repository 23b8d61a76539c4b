package dev.groundswell.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** No more than so many messages within any minute; not for several threads at once. */
final class Pace {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private final int perMinute;
  private final Deque<Instant> sent = new ArrayDeque<>();

  /**
   * @param perMinute 0 for no limit
   */
  Pace(int perMinute) {
    this.perMinute = perMinute;
  }

  /** How long the next message has to wait; zero when it may go, and then it counts. */
  Duration next(Instant now) {
    if (perMinute == 0) {
      return Duration.ZERO;
    }
    sent.removeIf(at -> at.isAfter(now) || !at.plus(MINUTE).isAfter(now));
    if (sent.size() >= perMinute) {
      return Duration.between(now, sent.getFirst().plus(MINUTE));
    }
    sent.addLast(now);
    return Duration.ZERO;
  }
}
