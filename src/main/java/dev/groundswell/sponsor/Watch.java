package dev.groundswell.sponsor;

import dev.groundswell.db.Tx;
import dev.groundswell.reminder.Handover;
import dev.groundswell.reminder.NewReminder;
import dev.groundswell.reminder.Reminders;
import dev.groundswell.reminder.Rule;
import dev.groundswell.reminder.Subject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

/**
 * Keeps the owner of a sponsor up to date: on the working day before the sponsor's day, each week,
 * they are told what is to be looked at, if anything is.
 */
public final class Watch {
  /** The kind of that reminder; its subject is the sponsor. */
  public static final String WEEKLY = "sponsor.weekly";

  private static final LocalTime MORNING = LocalTime.of(9, 0);

  private final Reminders reminders;

  public Watch(Reminders reminders) {
    this.reminders = reminders;
  }

  /** Says how to know the sponsors that those reminders are about. */
  void whoKnows(Subject.Known sponsors) {
    reminders.whoKnows(WEEKLY, sponsors);
  }

  /** Says how somebody else comes to look after a sponsor. */
  void whenHandedOver(Handover sponsors) {
    reminders.whenHandedOver(WEEKLY, sponsors);
  }

  /** Begins, or goes by the new rhythm from now on. */
  void begin(Tx tx, Sponsor sponsor, Profile profile, Instant now) {
    end(tx, sponsor);
    DayOfWeek day = dayBefore(profile.weekday());
    reminders.plan(
        tx,
        NewReminder.of(
                sponsor.workspace(),
                WEEKLY,
                sponsor.id(),
                sponsor.owner(),
                first(day, profile.zone(), now))
            .about(sponsor.initiative())
            .recurring(Rule.weekly(MORNING, day)));
  }

  void end(Tx tx, Sponsor sponsor) {
    reminders.finish(tx, sponsor.workspace(), WEEKLY, sponsor.id());
  }

  private static Instant first(DayOfWeek day, ZoneId zone, Instant now) {
    ZonedDateTime today = now.atZone(zone);
    ZonedDateTime first = today.with(TemporalAdjusters.nextOrSame(day)).with(MORNING);
    return (first.isAfter(today) ? first : first.plusWeeks(1)).toInstant();
  }

  private static DayOfWeek dayBefore(DayOfWeek day) {
    return day == DayOfWeek.MONDAY || day.getValue() > DayOfWeek.FRIDAY.getValue()
        ? DayOfWeek.FRIDAY
        : day.minus(1);
  }
}
