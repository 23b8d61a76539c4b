package dev.groundswell.sponsor;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.util.Locale;

/** How often a digest comes; a period has one at the most. */
public enum Rhythm {
  WEEKLY,
  FORTNIGHTLY,
  /** In the first week of the month. */
  MONTHLY,
  /** In the first week of January, April, July and October. */
  QUARTERLY;

  /** The period that a day lies in, such as {@code 2026-W45}. */
  public String slot(LocalDate day) {
    int week = day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    int weekYear = day.get(IsoFields.WEEK_BASED_YEAR);
    return switch (this) {
      case WEEKLY -> String.format(Locale.ROOT, "%d-W%02d", weekYear, week);
      case FORTNIGHTLY -> String.format(Locale.ROOT, "F%d", fortnight(day));
      case MONTHLY -> String.format(Locale.ROOT, "%d-%02d", day.getYear(), day.getMonthValue());
      case QUARTERLY -> day.getYear() + "-Q" + day.get(IsoFields.QUARTER_OF_YEAR);
    };
  }

  /** Two weeks that begin on a Monday, counted on through the years. */
  private static long fortnight(LocalDate day) {
    return Math.floorDiv(day.toEpochDay() + 3, 14L);
  }

  private boolean fallsOn(LocalDate day, DayOfWeek weekday) {
    if (day.getDayOfWeek() != weekday) {
      return false;
    }
    return switch (this) {
      case WEEKLY -> true;
      case FORTNIGHTLY -> Math.floorMod(day.toEpochDay() + 3, 14L) < 7;
      case MONTHLY -> day.getDayOfMonth() <= 7;
      case QUARTERLY -> day.getDayOfMonth() <= 7 && day.getMonthValue() % 3 == 1;
    };
  }

  /** The next moment of the sponsor's at which a digest is due, after the given one. */
  public ZonedDateTime next(Instant after, DayOfWeek weekday, LocalTime at, ZoneId zone) {
    LocalDate day = LocalDate.ofInstant(after, zone);
    while (true) {
      ZonedDateTime moment = day.atTime(at).atZone(zone);
      if (fallsOn(day, weekday) && moment.toInstant().isAfter(after)) {
        return moment;
      }
      day = day.plusDays(1);
    }
  }

  /** The last moment of the sponsor's at which a digest was due, up to the given one. */
  public ZonedDateTime last(Instant upTo, DayOfWeek weekday, LocalTime at, ZoneId zone) {
    LocalDate day = LocalDate.ofInstant(upTo, zone);
    while (true) {
      ZonedDateTime moment = day.atTime(at).atZone(zone);
      if (fallsOn(day, weekday) && !moment.toInstant().isAfter(upTo)) {
        return moment;
      }
      day = day.minusDays(1);
    }
  }
}
