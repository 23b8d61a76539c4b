package dev.groundswell.schedule;

import dev.groundswell.reminder.Recurrence;
import dev.groundswell.reminder.Rule;
import java.text.ParseException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import org.quartz.CronExpression;

/**
 * Rules as Quartz reads them, evaluated in UTC as if its times were wall times: in a zone of its
 * own Quartz would skip what falls into the gap of spring, and take the second of two equal times
 * in autumn.
 */
public final class CronRecurrence implements Recurrence {

  @Override
  public Optional<LocalDateTime> next(Rule rule, LocalDateTime after) {
    Date next = read(rule).getTimeAfter(Date.from(after.toInstant(ZoneOffset.UTC)));
    return Optional.ofNullable(next)
        .map(Date::toInstant)
        .map((Instant it) -> LocalDateTime.ofInstant(it, ZoneOffset.UTC));
  }

  private static CronExpression read(Rule rule) {
    try {
      CronExpression expression = new CronExpression(rule.cron());
      expression.setTimeZone(TimeZone.getTimeZone(ZoneOffset.UTC));
      return expression;
    } catch (ParseException e) {
      throw new IllegalArgumentException("not a rule: " + rule.cron(), e);
    }
  }
}
