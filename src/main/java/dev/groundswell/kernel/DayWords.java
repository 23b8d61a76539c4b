package dev.groundswell.kernel;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days as people write them: {@code next fri}, {@code in 2 weeks}, {@code by 15 March}, {@code end
 * of the month}. A stretch of time means its last day, of a week the Friday. A day without a year
 * is the coming one, unless it went by less than three months ago: then it is a slip, and stays in
 * the past for the caller to ask about. What can be read in two ways, as {@code 3/4}, is not read.
 *
 * <p>Ours rather than a library's: Natty 1.1.2 reads "15/3" as three in the afternoon, "31 April"
 * as 1 May, "15 March" in November as last March, and no "end of the month".
 */
public final class DayWords {
  private static final int LONGEST = 60;
  private static final int MOST_WORDS_OF_A_DAY = 7;
  private static final int DAYS_OF_A_SLIP = 90;

  private static final String MONTH =
      "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
          + "(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\\.?";
  private static final String WEEKDAY =
      "(mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|nesday|r|rs|rsday|urday)?\\.?";
  private static final String COUNT =
      "(\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a couple|a few)";
  private static final List<String> NUMBERS =
      List.of(
          "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
          "eleven", "twelve");
  private static final Pattern LEADING =
      Pattern.compile(
          "^(?:(?:by|until|till|before|on|within|due|no later than|not later than|at) )+"
              + "(?:the )?(?=.)");
  private static final Pattern NEEDS_NO_WORD_BEFORE =
      Pattern.compile("^(?:today|tomorrow|tonight|next|this|in|end|eo[dwm]|\\d{4}-).*");

  /** What a pattern matched, and the day it was said on. */
  private interface Reading {
    LocalDate of(MatchResult said, LocalDate today);
  }

  private record Rule(Pattern pattern, Reading reading) {}

  private static final List<Rule> RULES =
      List.of(
          rule("today|tonight|now|eod|end of day", (said, today) -> today),
          rule("tomorrow|tmrw", (said, today) -> today.plusDays(1)),
          rule("(?:the )?day after tomorrow", (said, today) -> today.plusDays(2)),
          rule("yesterday", (said, today) -> today.minusDays(1)),
          rule("(\\d{4})-(\\d{1,2})-(\\d{1,2})", DayWords::iso),
          rule("(\\d{1,2})\\.\\s?(\\d{1,2})\\.?\\s?(\\d{4}|\\d{2})?", DayWords::dotted),
          rule("(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}|\\d{2}))?", DayWords::slashed),
          rule(
              "(\\d{1,2})(?:st|nd|rd|th)?\\.? (?:of )?" + MONTH + ",?(?: (\\d{4}))?",
              DayWords::dayMonth),
          rule(MONTH + " (?:the )?(\\d{1,2})(?:st|nd|rd|th)?,?(?: (\\d{4}))?", DayWords::monthDay),
          rule(
              "(?:in |within )?"
                  + COUNT
                  + " (?:of )?(working |business )?(day|week|month|year|fortnight)s?"
                  + "(?:'s? time)?(?: from now| from today)?",
              DayWords::later),
          rule(
              "(?:a week (?:on |from )?" + WEEKDAY + ")",
              (said, today) -> coming(said, today).plusWeeks(1)),
          rule(WEEKDAY + " week", (said, today) -> coming(said, today).plusWeeks(1)),
          rule(
              "last " + WEEKDAY,
              (said, today) -> today.with(TemporalAdjusters.previous(weekday(said)))),
          rule(
              "this " + WEEKDAY,
              (said, today) -> monday(today).with(TemporalAdjusters.nextOrSame(weekday(said)))),
          rule(
              "next " + WEEKDAY,
              (said, today) ->
                  monday(today).plusWeeks(1).with(TemporalAdjusters.nextOrSame(weekday(said)))),
          rule("(?:coming )?" + WEEKDAY, DayWords::coming),
          rule(
              "(?:end of |late )?(this|next|the|last)? ?(week|month|quarter|year)(?:'s end| end)?|eo([wm])",
              DayWords::end),
          rule(
              "(?:start|beginning) of (this|next|the)? ?(week|month|quarter|year)",
              DayWords::start),
          rule(
              "(?:in )?(?:the )?(end of|end|late|middle of|mid|early|start of|beginning of)?[ -]?"
                  + MONTH
                  + "(?: (\\d{4}))?",
              DayWords::partOfMonth),
          rule("(?:end of )?q([1-4])(?: (\\d{4}))?", DayWords::quarter),
          rule("christmas|xmas", (said, today) -> yearless(12, 25, today)),
          rule(
              "new year|new year's|the new year",
              (said, today) -> LocalDate.of(today.getYear() + 1, 1, 1)));

  private DayWords() {}

  private static Rule rule(String words, Reading reading) {
    return new Rule(Pattern.compile("(?:" + words + ")"), reading);
  }

  /** What stands before a day at the end of a sentence, and the day. */
  public record Ending(String before, LocalDate day) {}

  /** The day that the words mean, seen from today; empty if they mean none, or more than one. */
  public static Optional<LocalDate> read(String words, LocalDate today) {
    String said = words.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    said = said.replace('’', '\'').replaceFirst("[.,;!?]+$", "");
    if (said.length() > LONGEST) {
      return Optional.empty();
    }
    String bare = LEADING.matcher(said).replaceFirst("").replaceFirst("^the ", "");
    String plain = bare.replace("of the ", "of ");
    for (Rule rule : RULES) {
      Matcher matcher = rule.pattern().matcher(plain);
      if (matcher.matches()) {
        try {
          return Optional.of(rule.reading().of(matcher.toMatchResult(), today));
        } catch (DateTimeException e) {
          return Optional.empty(); // a 31 April, or a month 13
        }
      }
    }
    return Optional.empty();
  }

  /** The day that a sentence ends with, as in {@code free two nurses by 15 March}. */
  public static Optional<Ending> atTheEnd(String sentence, LocalDate today) {
    String text = sentence.strip();
    List<Integer> starts = new ArrayList<>();
    Matcher word = Pattern.compile("\\S+").matcher(text);
    while (word.find()) {
      starts.add(word.start());
    }
    int first = Math.max(0, starts.size() - MOST_WORDS_OF_A_DAY);
    for (int start : starts.subList(first, starts.size())) {
      String end = text.substring(start);
      String lower = end.toLowerCase(Locale.ROOT);
      boolean meantAsDay =
          LEADING.matcher(lower).find() || NEEDS_NO_WORD_BEFORE.matcher(lower).matches();
      Optional<LocalDate> day = meantAsDay ? read(end, today) : Optional.empty();
      if (day.isPresent()) {
        String before = text.substring(0, start).replaceFirst("[\\s,;]+$", "");
        return Optional.of(new Ending(before, day.get()));
      }
    }
    return Optional.empty();
  }

  private static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private static DayOfWeek weekday(MatchResult said) {
    return DayOfWeek.of("montuewedthufrisatsun".indexOf(said.group(1)) / 3 + 1);
  }

  private static LocalDate coming(MatchResult said, LocalDate today) {
    return today.with(TemporalAdjusters.next(weekday(said)));
  }

  private static int month(String name) {
    return "janfebmaraprmayjunjulaugsepoctnovdec".indexOf(name) / 3 + 1;
  }

  private static int number(String said) {
    return switch (said) {
      case "a", "an" -> 1;
      case "a couple" -> 2;
      case "a few" -> 3;
      default -> NUMBERS.contains(said) ? NUMBERS.indexOf(said) : Integer.parseInt(said);
    };
  }

  private static LocalDate yearless(int month, int day, LocalDate today) {
    // 29 February is a day, though not of every year.
    int year = today.getYear();
    while (month == 2 && day == 29 && !java.time.Year.isLeap(year)) {
      year++;
    }
    LocalDate date = LocalDate.of(year, month, day);
    boolean longGone = ChronoUnit.DAYS.between(date, today) > DAYS_OF_A_SLIP;
    return longGone ? date.plusYears(1) : date;
  }

  private static LocalDate date(String year, int month, int day, LocalDate today) {
    return year == null || year.isEmpty()
        ? yearless(month, day, today)
        : LocalDate.of(Integer.parseInt(year.length() == 2 ? "20" + year : year), month, day);
  }

  private static LocalDate iso(MatchResult said, LocalDate today) {
    return date(
        said.group(1), Integer.parseInt(said.group(2)), Integer.parseInt(said.group(3)), today);
  }

  private static LocalDate dotted(MatchResult said, LocalDate today) {
    return date(
        said.group(3), Integer.parseInt(said.group(2)), Integer.parseInt(said.group(1)), today);
  }

  /** Half of the world puts the month first: only what can be read in one way is read. */
  private static LocalDate slashed(MatchResult said, LocalDate today) {
    int first = Integer.parseInt(said.group(1));
    int second = Integer.parseInt(said.group(2));
    if (first <= 12 && second <= 12 && first != second) {
      throw new DateTimeException("day or month first?");
    }
    return first > 12
        ? date(said.group(3), second, first, today)
        : date(said.group(3), first, second, today);
  }

  private static LocalDate dayMonth(MatchResult said, LocalDate today) {
    return date(said.group(3), month(said.group(2)), Integer.parseInt(said.group(1)), today);
  }

  private static LocalDate monthDay(MatchResult said, LocalDate today) {
    return date(said.group(3), month(said.group(1)), Integer.parseInt(said.group(2)), today);
  }

  private static LocalDate later(MatchResult said, LocalDate today) {
    int count = number(said.group(1));
    boolean working = said.group(2) != null;
    return switch (said.group(3)) {
      case "day" -> working ? workingDays(count, today) : today.plusDays(count);
      case "week" -> today.plusWeeks(count);
      case "fortnight" -> today.plusWeeks(2L * count);
      case "month" -> today.plusMonths(count);
      default -> today.plusYears(count);
    };
  }

  private static LocalDate workingDays(int count, LocalDate today) {
    LocalDate day = today;
    for (int left = count; left > 0; left--) {
      do {
        day = day.plusDays(1);
      } while (day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue());
    }
    return day;
  }

  private static LocalDate end(MatchResult said, LocalDate today) {
    String stretch =
        said.group(3) == null ? said.group(2) : said.group(3).equals("w") ? "week" : "month";
    return endOf(stretch, shifted(said.group(1), stretch, today));
  }

  private static LocalDate start(MatchResult said, LocalDate today) {
    LocalDate within = shifted(said.group(1), said.group(2), today);
    return switch (said.group(2)) {
      case "week" -> monday(within);
      case "month" -> within.withDayOfMonth(1);
      case "quarter" -> within.with(IsoFields.DAY_OF_QUARTER, 1);
      default -> within.withDayOfYear(1);
    };
  }

  private static LocalDate shifted(String which, String stretch, LocalDate today) {
    int by = "next".equals(which) ? 1 : "last".equals(which) ? -1 : 0;
    return switch (stretch) {
      case "week" -> today.plusWeeks(by);
      case "month" -> today.plusMonths(by);
      case "quarter" -> today.plusMonths(3L * by);
      default -> today.plusYears(by);
    };
  }

  private static LocalDate endOf(String stretch, LocalDate within) {
    return switch (stretch) {
      case "week" -> monday(within).plusDays(4);
      case "month" -> within.with(TemporalAdjusters.lastDayOfMonth());
      case "quarter" -> within.with(IsoFields.DAY_OF_QUARTER, 1).plusMonths(3).minusDays(1);
      default -> within.with(TemporalAdjusters.lastDayOfYear());
    };
  }

  private static LocalDate partOfMonth(MatchResult said, LocalDate today) {
    String part = said.group(1) == null ? "end" : said.group(1);
    Month month = Month.of(month(said.group(2)));
    String year = said.group(3);
    int day = part.startsWith("mid") ? 15 : part.startsWith("e") && part.equals("early") ? 7 : 0;
    if (part.startsWith("start") || part.startsWith("beginning")) {
      day = 1;
    }
    LocalDate seen =
        day == 0
            ? date(year, month.getValue(), month.minLength(), today)
            : date(year, month.getValue(), day, today);
    return day == 0 ? YearMonth.from(seen).atEndOfMonth() : seen;
  }

  private static LocalDate quarter(MatchResult said, LocalDate today) {
    int month = 3 * Integer.parseInt(said.group(1));
    int day = Month.of(month).maxLength();
    return date(said.group(2), month, day, today);
  }
}
