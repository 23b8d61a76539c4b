package dev.groundswell.slack;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days as they are said. */
public final class Days {
  private static final DateTimeFormatter IN_FULL =
      DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);

  private Days() {}

  /** "Monday 7 December". */
  public static String inFull(LocalDate day) {
    return IN_FULL.format(day);
  }
}
