package dev.groundswell;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** When journeys begin, at whatever hour the tests run: nobody is written to at night. */
final class OfficeHours {
  /** A Monday, ten in the morning in New York. */
  private static final Instant MONDAY_MORNING = Instant.parse("2026-11-02T15:00:00Z");

  private OfficeHours() {}

  /** A clock that ticks, and begins on a Monday morning. */
  static Clock from() {
    Clock real = Clock.systemUTC();
    return Clock.offset(real, Duration.between(real.instant(), MONDAY_MORNING));
  }
}
