package dev.groundswell.feedback;

import dev.groundswell.initiative.Initiative;
import dev.groundswell.reminder.WorkingTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * By when contributors should have heard back, in the working days of their initiative.
 *
 * @param daysAfterInput days from what was said, when nothing is decided
 * @param workingDaysAfterDecision working days from the decision
 */
public record DueDates(int daysAfterInput, int workingDaysAfterDecision) {
  /** Two weeks after the input, a week of work after the decision. */
  public static final DueDates USUAL = new DueDates(14, 5);

  public DueDates {
    if (daysAfterInput < 1 || workingDaysAfterDecision < 1) {
      throw new IllegalArgumentException("contributors hear back in a day at the earliest");
    }
  }

  /**
   * So many days after it was said: on a day of work, the one before if it falls on none. What was
   * said long ago is due on the next one.
   */
  LocalDate afterInput(LocalDate receivedOn, LocalDate today, Initiative initiative) {
    LocalDate day = receivedOn.plusDays(daysAfterInput);
    while (day.isAfter(today) && isFree(day, initiative)) {
      day = day.minusDays(1);
    }
    return day.isAfter(today) ? day : workingDayAfter(today, initiative);
  }

  /** So many working days after the decision. */
  LocalDate afterDecision(LocalDate decidedOn, Initiative initiative) {
    LocalDate day = decidedOn;
    for (int i = 0; i < workingDaysAfterDecision; i++) {
      day = workingDayAfter(day, initiative);
    }
    return day;
  }

  /** When on that day its owner is reminded. */
  static Instant moment(LocalDate day, ZoneId zone) {
    return day.atTime(WorkingTime.USUAL.from()).atZone(zone).toInstant();
  }

  private static LocalDate workingDayAfter(LocalDate day, Initiative initiative) {
    LocalDate next = day.plusDays(1);
    while (isFree(next, initiative)) {
      next = next.plusDays(1);
    }
    return next;
  }

  private static boolean isFree(LocalDate day, Initiative initiative) {
    return !initiative.workingDays().contains(day.getDayOfWeek())
        || initiative.holidays().contains(day);
  }
}
