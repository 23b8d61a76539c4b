package dev.groundswell.slack;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days as they are said. */
public final class Days {
  private static final DateTimeFormatter IN_FULL =
      DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);

  private static final DateTimeFormatter WITH_YEAR =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  private Days() {}

  /** "Monday 7 December". */
  public static String inFull(LocalDate day) {
    return IN_FULL.format(day);
  }

  /** "7 December 2026", for days that may lie years apart. */
  public static String withYear(LocalDate day) {
    return WITH_YEAR.format(day);
  }

  /** Whose clock it is, as people say it: "New York", "UTC". */
  public static String clockOf(ZoneId zone) {
    String id = zone.getId();
    return id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
  }
}
