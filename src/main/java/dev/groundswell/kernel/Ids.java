package dev.groundswell.kernel;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Makes ids whose order is the order of time: UUID version 7 of RFC 9562, 48 bits of milliseconds
 * and 74 random ones.
 */
public final class Ids {
  private final Clock clock;
  private final RandomGenerator random;

  public Ids(Clock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  public UUID next() {
    long high = clock.millis() << 16 | 0x7000L | (random.nextLong() & 0x0FFFL);
    long low = 0x8000_0000_0000_0000L | (random.nextLong() >>> 2);
    return new UUID(high, low);
  }

  /** Not greater than any id made from that moment on, nor smaller than one made before it. */
  public static UUID firstOf(Instant moment) {
    return new UUID(moment.toEpochMilli() << 16, 0);
  }

  /** When an id was made, to the millisecond, by the clock of whoever made it. */
  public static Instant madeAt(UUID id) {
    return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
  }
}
