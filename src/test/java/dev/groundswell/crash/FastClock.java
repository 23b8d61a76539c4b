package dev.groundswell.crash;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that was set at some real moment, and runs so many times as fast. */
final class FastClock extends Clock {
  private final Instant setAt;
  private final Instant start;
  private final int rate;
  private final StandStill standStill;

  FastClock(Instant setAt, Instant start, int rate, StandStill standStill) {
    this.setAt = setAt;
    this.start = start;
    this.rate = rate;
    this.standStill = standStill;
  }

  @Override
  public Instant instant() {
    standStill.ifAsked();
    return start.plus(Duration.between(setAt, Clock.systemUTC().instant()).multipliedBy(rate));
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }
}
