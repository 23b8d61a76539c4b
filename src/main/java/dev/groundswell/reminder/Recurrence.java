package dev.groundswell.reminder;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** The arithmetic of rules: pure, and of wall time only. */
public interface Recurrence {

  /**
   * The first wall time of the rule that is later than {@code after}; empty when there is none any
   * more.
   *
   * @throws IllegalArgumentException when the rule can't be read
   */
  Optional<LocalDateTime> next(Rule rule, LocalDateTime after);

  /**
   * The first moment of the rule in a zone that is later than {@code after}. A wall time that the
   * clocks skip moves forward, one that comes twice counts the first time, so that each comes
   * exactly once.
   *
   * @param wallTime the wall time from which to count on, that of the last occurrence
   */
  default Optional<Instant> next(Rule rule, LocalDateTime wallTime, ZoneId zone, Instant after) {
    Optional<LocalDateTime> next = next(rule, wallTime);
    while (next.isPresent()) {
      Instant moment = ZonedDateTime.ofLocal(next.get(), zone, null).toInstant();
      if (moment.isAfter(after)) {
        return Optional.of(moment);
      }
      next = next(rule, next.get());
    }
    return Optional.empty();
  }
}
