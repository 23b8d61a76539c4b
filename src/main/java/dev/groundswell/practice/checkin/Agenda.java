package dev.groundswell.practice.checkin;

import dev.groundswell.reminder.WorkingTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When a contact is possible: outside what takes the practice's attention, and when its facilitator
 * works.
 *
 * @param zone where the facilitator is
 * @param holidays when the facilitator does not work, beside weekends
 * @param demands what takes the practice's attention
 */
public record Agenda(
    ZoneId zone, WorkingTime working, Set<LocalDate> holidays, List<Demand> demands) {
  public Agenda {
    holidays = Set.copyOf(holidays);
    demands = List.copyOf(demands);
  }

  /** The first day from that one on that is free; demands may overlap or follow each other. */
  public LocalDate firstFreeDay(LocalDate from) {
    LocalDate day = from;
    while (!isFree(day)) {
      LocalDate busy = day;
      day = demand(busy).map(it -> it.lastDay().plusDays(1)).orElseGet(() -> busy.plusDays(1));
    }
    return day;
  }

  /** What takes the practice's attention on that day; of several, what lasts longest. */
  public Optional<Demand> demand(LocalDate day) {
    return demands.stream()
        .filter(it -> it.covers(day))
        .max((one, other) -> one.lastDay().compareTo(other.lastDay()));
  }

  boolean isFree(LocalDate day) {
    return demand(day).isEmpty()
        && working.days().contains(day.getDayOfWeek())
        && !holidays.contains(day);
  }

  /** The first good moment of that day or after it, and not before now. */
  public Instant moment(LocalDate dueOn, Instant now) {
    ZonedDateTime local = now.atZone(zone);
    LocalDate today = local.toLocalDate();
    LocalDate day = firstFreeDay(dueOn.isBefore(today) ? today : dueOn);
    if (!day.equals(today)) {
      return day.atTime(working.from()).atZone(zone).toInstant();
    }
    if (local.toLocalTime().isBefore(working.from())) {
      return day.atTime(working.from()).atZone(zone).toInstant();
    }
    return local.toLocalTime().isBefore(working.until())
        ? now
        : firstFreeDay(day.plusDays(1)).atTime(working.from()).atZone(zone).toInstant();
  }
}
