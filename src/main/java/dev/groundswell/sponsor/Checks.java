package dev.groundswell.sponsor;

import dev.groundswell.kernel.DayWords;
import dev.groundswell.privacy.PatientGuard;
import dev.groundswell.sponsor.Changed.Field;
import dev.groundswell.sponsor.Changed.Why;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** Looks over what was typed, field by field. */
final class Checks {
  private static final Pattern BLAME =
      Pattern.compile(
          "\\b(?:refus\\w+|ignor\\w+|sabotag\\w+|lazy|incompetent\\w*|stonewall\\w*|fault|blame\\w*"
              + "|liar|lies|lying|doesn['’]?t care|does not care|won['’]?t (?:listen|answer|cooperate)"
              + "|never (?:answers?|listens?|replies|shows?)|is blocking|blocks us|obstruct\\w*"
              + "|hostile|bully\\w*|useless|toxic)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PERSON =
      Pattern.compile(
          "(?:<@|@\\w|\\b(?:[Dd]r|[Mm]r|[Mm]rs|[Mm]s|[Pp]rof)\\.? \\p{Lu}|\\b(?:[Hh]e|[Ss]he|his|her)\\b"
              + "|\\b\\p{Lu}\\p{Ll}+ \\p{Lu}\\p{Ll}+\\b|\\bhead of\\b|\\b\\p{Lu}\\p{Ll}+ (?=(?:refus|ignor"
              + "|sabotag|is |never|won|does|lie|block|obstruct)))");

  private Checks() {}

  /** What is wrong with a text that has to be there. */
  static Optional<Changed> text(Field field, String words, int longest) {
    if (words.isBlank()) {
      return Optional.of(new Changed.Wrong(field, Why.MISSING));
    }
    return mayBeEmpty(field, words, longest);
  }

  static Optional<Changed> mayBeEmpty(Field field, String words, int longest) {
    if (words.length() > longest) {
      return Optional.of(new Changed.Wrong(field, Why.TOO_LONG));
    }
    return PatientGuard.check(words)
        .map(finding -> new Changed.PatientDetails(field, finding.kind()));
  }

  /** Whether a text blames a person instead of saying what is in the way. */
  private static boolean accuses(String words) {
    return BLAME.matcher(words).find() && PERSON.matcher(words).find();
  }

  /** The same as a flaw of a field. */
  static Optional<Changed> accusation(Field field, String words) {
    return accuses(words) ? Optional.of(new Changed.Wrong(field, Why.ACCUSES)) : Optional.empty();
  }

  /** What is wrong with a day that is to come. */
  static Optional<Changed> future(Field field, String words, LocalDate today) {
    Optional<Changed> missing = read(field, words, today);
    return missing.isPresent() || !day(words, today).isBefore(today)
        ? missing
        : Optional.of(new Changed.Wrong(field, Why.PAST));
  }

  /** What is wrong with a day that went by. */
  static Optional<Changed> past(Field field, String words, LocalDate today) {
    Optional<Changed> missing = read(field, words, today);
    return missing.isPresent() || !day(words, today).isAfter(today)
        ? missing
        : Optional.of(new Changed.Wrong(field, Why.FUTURE));
  }

  private static Optional<Changed> read(Field field, String words, LocalDate today) {
    return words.isBlank()
        ? Optional.of(new Changed.Wrong(field, Why.MISSING))
        : DayWords.read(words, today).isPresent()
            ? Optional.empty()
            : Optional.of(new Changed.Wrong(field, Why.NOT_READ));
  }

  /** The day that was looked over before. */
  static LocalDate day(String words, LocalDate today) {
    return DayWords.read(words, today).orElseThrow();
  }

  @SafeVarargs
  static Optional<Changed> first(Optional<Changed>... flaws) {
    for (Optional<Changed> flaw : flaws) {
      if (flaw.isPresent()) {
        return flaw;
      }
    }
    return Optional.empty();
  }
}
