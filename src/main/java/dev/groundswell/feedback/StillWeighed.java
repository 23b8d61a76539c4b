package dev.groundswell.feedback;

import dev.groundswell.db.Tx;
import dev.groundswell.reminder.Reminders;
import dev.groundswell.reminder.WorkingTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Notes that a contributor knows that it is still being weighed, whoever told them. */
final class StillWeighed {
  private StillWeighed() {}

  /**
   * They know it from now on, and the outcome and its reminder are due later.
   *
   * @return false if somebody changed how it stands meanwhile
   */
  static boolean told(Tx tx, Reminders reminders, Input input, ZoneId zone, Instant now) {
    LocalDate today = now.atZone(zone).toLocalDate();
    LocalDate from = input.dueOn().isAfter(today) ? input.dueOn() : today;
    var due = WorkingTime.USUAL.firstMomentUpTo(from.plusDays(ReportBacks.DAYS_OF_SILENCE), zone);
    if (!TellingStore.weighingTold(tx, input, due.toLocalDate(), now)) {
      return false;
    }
    reminders.move(tx, input.workspace(), ReportBacks.REPORT_BACK, input.id(), due.toInstant());
    return true;
  }
}
