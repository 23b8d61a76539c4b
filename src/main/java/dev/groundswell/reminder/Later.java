package dev.groundswell.reminder;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** How far off somebody puts a reminder. */
public enum Later {
  AN_HOUR,
  /** The morning of tomorrow, or of the next day on which they work. */
  TOMORROW,
  /** The first morning of next week on which they work. */
  NEXT_WEEK;

  Instant from(Instant now, GoodTimes times) {
    LocalDate today = LocalDate.ofInstant(now, times.zone());
    return switch (this) {
      case AN_HOUR -> now.plus(Duration.ofHours(1));
      case TOMORROW -> times.morningOf(today.plusDays(1));
      case NEXT_WEEK -> times.morningOf(today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
    };
  }
}
