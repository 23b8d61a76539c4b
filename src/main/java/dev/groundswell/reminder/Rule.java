package dev.groundswell.reminder;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Locale;

/**
 * It comes at wall times of the recipient, for good.
 *
 * @param cron second, minute, hour, day of month, month, day of week, as Quartz writes them; at
 *     most once a day
 */
public record Rule(String cron) implements Repeat {
  private static final int LONGEST = 120;

  public Rule {
    if (cron.isBlank() || cron.length() > LONGEST) {
      throw new IllegalArgumentException("not a rule: " + cron);
    }
  }

  /** Each day of the week that is given, or each day of all when none is. */
  public static Rule weekly(LocalTime at, DayOfWeek... days) {
    StringBuilder names = new StringBuilder();
    for (DayOfWeek day : days) {
      names.append(names.isEmpty() ? "" : ",").append(day.name(), 0, 3);
    }
    return new Rule(time(at) + " ? * " + (names.isEmpty() ? "*" : names));
  }

  /**
   * One day of each month.
   *
   * @param day 1 to 28, since other days are not in every month
   */
  public static Rule monthly(LocalTime at, int day) {
    if (day < 1 || day > 28) {
      throw new IllegalArgumentException("a day that every month has: " + day);
    }
    return new Rule(time(at) + " " + day + " * ?");
  }

  private static String time(LocalTime at) {
    return String.format(Locale.ROOT, "0 %d %d", at.getMinute(), at.getHour());
  }
}
