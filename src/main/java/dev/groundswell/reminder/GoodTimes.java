package dev.groundswell.reminder;

import dev.groundswell.reminder.Surroundings.Habits;
import dev.groundswell.reminder.Surroundings.Matter;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When one person may be written to about one thing: within their hours, on days on which people
 * work on it, not on holidays, not while it is paused.
 *
 * @param pausedUntil the day on which sending begins again, or null
 */
record GoodTimes(
    ZoneId zone, WorkingTime hours, Set<LocalDate> holidays, @Nullable LocalDate pausedUntil) {

  /** Of somebody we never met we know no quiet hours; whoever planned it knew the moment. */
  private static final WorkingTime UNKNOWN =
      new WorkingTime(LocalTime.MIN, LocalTime.MAX, EnumSet.allOf(DayOfWeek.class));

  static GoodTimes of(@Nullable Habits person, @Nullable Matter matter) {
    WorkingTime hours = person == null ? UNKNOWN : person.hours();
    ZoneId zone = person == null ? ZoneOffset.UTC : person.zone();
    if (matter == null) {
      return new GoodTimes(zone, hours, Set.of(), null);
    }
    Set<DayOfWeek> days = matter.workingDays();
    return new GoodTimes(
        zone,
        person == null || days.isEmpty() ? hours : hours.on(days(person, days)),
        matter.holidays(),
        matter.pausedUntil());
  }

  /** Nobody is written to on a day that they chose to be off, whatever others do on it. */
  private static Set<DayOfWeek> days(Habits person, Set<DayOfWeek> others) {
    if (!person.chosen()) {
      return others;
    }
    Set<DayOfWeek> both = EnumSet.copyOf(person.hours().days());
    both.retainAll(others);
    return both.isEmpty() ? person.hours().days() : both;
  }

  /** That moment if it is a good one, else the next good one. */
  Instant next(Instant moment) {
    return hours.nextMoment(moment.atZone(zone), this::isOpen).toInstant();
  }

  /** The same time of day so many working days later, or the next good moment after it. */
  Instant later(Instant moment, int workingDays) {
    ZonedDateTime at = moment.atZone(zone);
    LocalDate day = at.toLocalDate();
    // A year of holidays in a row is a mistake of somebody's, and no reason to look for ever.
    for (int left = workingDays, looked = 0; left > 0 && looked < 400 + workingDays * 7; looked++) {
      day = day.plusDays(1);
      if (hours.days().contains(day.getDayOfWeek()) && isOpen(day)) {
        left--;
      }
    }
    return next(day.atTime(at.toLocalTime()).atZone(zone).toInstant());
  }

  /** The first good moment of a day, or after it. */
  Instant morningOf(LocalDate day) {
    return next(day.atTime(hours.from()).atZone(zone).toInstant());
  }

  boolean isPaused(Instant moment) {
    return pausedUntil != null && LocalDate.ofInstant(moment, zone).isBefore(pausedUntil);
  }

  private boolean isOpen(LocalDate day) {
    return !holidays.contains(day) && (pausedUntil == null || !day.isBefore(pausedUntil));
  }
}
