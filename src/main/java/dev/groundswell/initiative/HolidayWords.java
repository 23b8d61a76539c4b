package dev.groundswell.initiative;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads days as people list them: "25 Dec 2026, 1 Jan 2027", "Dec 25 2026", "2026-12-25", one on
 * each line or between commas. A day that is not in the calendar is none.
 */
final class HolidayWords {
  private static final List<DateTimeFormatter> SPELLINGS =
      Stream.of("d MMM uuuu", "d MMMM uuuu", "MMM d uuuu", "MMMM d uuuu", "uuuu-M-d")
          .map(HolidayWords::spelling)
          .toList();

  /** "Dec 25, 2026": a comma within a day. */
  private static final Pattern COMMA_WITHIN =
      Pattern.compile("(\\p{L}{3,9}\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?)\\s*,\\s*(\\d{4})");

  private static final Pattern WEEKDAY =
      Pattern.compile(
          "\\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s+",
          Pattern.CASE_INSENSITIVE);

  /** Of a list the days, and the first piece that is none. */
  record Read(SortedSet<LocalDate> days, Optional<String> unread) {}

  private HolidayWords() {}

  private static DateTimeFormatter spelling(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .toFormatter(Locale.ENGLISH)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  static Read read(String typed) {
    SortedSet<LocalDate> days = new TreeSet<>();
    List<String> unread = new ArrayList<>();
    Matcher within = COMMA_WITHIN.matcher(WEEKDAY.matcher(typed).replaceAll(""));
    for (String piece : within.replaceAll("$1 $2").split("[,;\\n]|\\s+and\\s+")) {
      String clean = piece.strip();
      if (!clean.isEmpty()) {
        Optional<LocalDate> day = day(clean);
        day.ifPresent(days::add);
        if (day.isEmpty()) {
          unread.add(clean);
        }
      }
    }
    return new Read(days, unread.stream().findFirst());
  }

  private static Optional<LocalDate> day(String piece) {
    String clean =
        piece
            .replaceAll("(?<=\\d)(?:st|nd|rd|th)\\b", "")
            .replaceAll("(?i)\\bsept\\b", "Sep")
            .replace(".", " ")
            .replaceAll("\\s+", " ")
            .strip();
    for (DateTimeFormatter spelling : SPELLINGS) {
      try {
        LocalDate day = LocalDate.parse(clean, spelling);
        return day.getYear() >= 2000 && day.getYear() < 2200 ? Optional.of(day) : Optional.empty();
      } catch (DateTimeException e) {
        // Perhaps in another spelling.
      }
    }
    return Optional.empty();
  }
}
