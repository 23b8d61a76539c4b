package dev.groundswell.reminder;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * When a person is ready to be written to: on working days, between two times of their day. The
 * rest is quiet. Who works at night has a beginning that is later than the end; such a time belongs
 * to the day on which it begins.
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

  /** Longer than any holidays. */
  private static final int MOST_DAYS = 400;

  public WorkingTime {
    if (from.equals(until) || days.isEmpty()) {
      throw new IllegalArgumentException("working time has a beginning, an end and a day");
    }
    days = Set.copyOf(days);
  }

  /** The same hours on other days. */
  public WorkingTime on(Set<DayOfWeek> others) {
    return new WorkingTime(from, until, others);
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
    return nextMoment(moment, day -> true);
  }

  /**
   * That moment if it is a good one, else the next good one, of those days that are open; the
   * moment itself when no day of the next year is.
   */
  public ZonedDateTime nextMoment(ZonedDateTime moment, Predicate<LocalDate> open) {
    ZoneId zone = moment.getZone();
    // What began yesterday may last past midnight.
    LocalDate first = moment.toLocalDate().minusDays(1);
    for (LocalDate day = first; day.isBefore(first.plusDays(MOST_DAYS)); day = day.plusDays(1)) {
      if (days.contains(day.getDayOfWeek()) && open.test(day)) {
        ZonedDateTime start = day.atTime(from).atZone(zone);
        LocalDate last = from.isBefore(until) ? day : day.plusDays(1);
        ZonedDateTime end = last.atTime(until).atZone(zone);
        // Short hours may fall into the hour that the clocks skip.
        if (moment.isBefore(start) && start.isBefore(end)) {
          return start;
        }
        if (!moment.isBefore(start) && moment.isBefore(end)) {
          return moment;
        }
      }
    }
    return moment;
  }
}
