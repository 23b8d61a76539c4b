package dev.groundswell.practice.readiness;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One score of an instrument.
 *
 * @param of the highest that can be reached, or null where there is none
 */
public record Score(String name, BigDecimal value, @Nullable BigDecimal of) {
  /** The longest name, in characters. */
  public static final int LONGEST_NAME = 80;

  private static final Pattern LINE =
      Pattern.compile(
          "(?i)(.{1,80}?)(?:\\s*[:=]\\s*|\\s+)(-?\\d{1,6}(?:[.,]\\d{1,4})?)"
              + "\\s*(?:(?:/|of|out\\s+of)\\s*(\\d{1,6}(?:[.,]\\d{1,4})?))?");

  public Score {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException("a score has a name of 1 to 80 characters");
    }
    if (of != null && value.compareTo(of) > 0) {
      throw new IllegalArgumentException(value + " is more than " + of);
    }
  }

  /** As people write it: "Teamwork: 3.4 of 5", "Reserve 0.68", "Adoption 12/20". */
  static Optional<Score> parse(String line) {
    Matcher parts = LINE.matcher(line.strip());
    if (!parts.matches() || parts.group(1).codePoints().noneMatch(Character::isLetter)) {
      return Optional.empty();
    }
    BigDecimal value = number(parts.group(2));
    BigDecimal of = parts.group(3) == null ? null : number(parts.group(3));
    return of != null && value.compareTo(of) > 0
        ? Optional.empty()
        : Optional.of(new Score(parts.group(1).strip(), value, of));
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text.replace(',', '.'));
  }

  /** As {@link #parse} takes it. */
  @Override
  public String toString() {
    return name + ": " + value.toPlainString() + (of == null ? "" : " of " + of.toPlainString());
  }
}
