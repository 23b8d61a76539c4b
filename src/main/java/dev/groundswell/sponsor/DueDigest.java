package dev.groundswell.sponsor;

import java.time.Duration;
import java.time.Instant;

/**
 * The digest that is next to be let go.
 *
 * @param slot the period that it is for
 * @param at when it is due, or was
 */
record DueDigest(String slot, Instant at) {
  private static final Duration SOON = Duration.ofDays(4);

  /** Whether its day has gone by without it. */
  boolean isLate(Instant now) {
    return !at.isAfter(now);
  }

  /** Whether it is late, or goes out within the next days. */
  boolean isToBeLookedAt(Instant now) {
    return !at.isAfter(now.plus(SOON));
  }
}
