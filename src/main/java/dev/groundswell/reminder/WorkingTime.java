package dev.groundswell.reminder;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;

/**
 * When a person is ready to be written to: on working days, between two times of their day.
 *
 * @param from the first moment of the day
 * @param until the moment from which on it is too late for the day
 */
public record WorkingTime(LocalTime from, LocalTime until, Set<DayOfWeek> days) {

  /** Monday to Friday, from 9 to 17. */
  public static final WorkingTime USUAL =
      new WorkingTime(
          LocalTime.of(9, 0),
          LocalTime.of(17, 0),
          EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));

  public WorkingTime {
    if (!from.isBefore(until) || days.isEmpty()) {
      throw new IllegalArgumentException("working time has a beginning, an end and a day");
    }
    days = Set.copyOf(days);
  }

  /** The first good moment of that day, or of the last working day before it. */
  public ZonedDateTime firstMomentUpTo(LocalDate day, ZoneId zone) {
    LocalDate date = day;
    while (!days.contains(date.getDayOfWeek())) {
      date = date.minusDays(1);
    }
    return date.atTime(from).atZone(zone);
  }

  /** The first good moment of that day, or of the next working day after it. */
  public ZonedDateTime firstMoment(LocalDate day, ZoneId zone) {
    LocalDate date = day;
    while (!days.contains(date.getDayOfWeek())) {
      date = date.plusDays(1);
    }
    return date.atTime(from).atZone(zone);
  }

  /** That moment if it is a good one, else the next good one. */
  public ZonedDateTime nextMoment(ZonedDateTime moment) {
    LocalDate day = moment.toLocalDate();
    ZonedDateTime start = firstMoment(day, moment.getZone());
    if (start.isAfter(moment)) {
      return start;
    }
    return moment.toLocalTime().isBefore(until)
        ? moment
        : firstMoment(day.plusDays(1), moment.getZone());
  }
}
