package dev.groundswell.practice.checkin;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that takes a practice's attention, during which it is left in peace.
 *
 * @param until its last day, or null while nobody knows it
 */
public record Demand(UUID id, Kind kind, String name, LocalDate from, @Nullable LocalDate until) {
  /** The longest name, in characters. */
  public static final int LONGEST_NAME = 120;

  /** What is taken for the length of something whose end nobody knows. */
  public static final int WEEKS_IF_UNKNOWN = 8;

  /** What it is. */
  public enum Kind {
    GO_LIVE,
    AUDIT,
    HOLIDAY,
    INITIATIVE,
    OTHER
  }

  public Demand {
    if (until != null && until.isBefore(from)) {
      throw new IllegalArgumentException("it ends before it begins");
    }
  }

  /** Its last day, as far as one can tell. */
  public LocalDate lastDay() {
    return until == null ? from.plusWeeks(WEEKS_IF_UNKNOWN) : until;
  }

  /** Its last day once it begins on another one; an end that would come before moves along. */
  public @Nullable LocalDate untilFrom(LocalDate first) {
    return until == null || !until.isBefore(first)
        ? until
        : until.plusDays(ChronoUnit.DAYS.between(from, first));
  }

  public boolean covers(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(lastDay());
  }
}
