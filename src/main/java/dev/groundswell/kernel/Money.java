package dev.groundswell.kernel;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sum.
 *
 * @param currency three letters such as {@code GBP}, or empty where none was named
 */
public record Money(BigDecimal amount, String currency) {
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("£", "GBP"),
          Map.entry("pounds", "GBP"),
          Map.entry("pound", "GBP"),
          Map.entry("€", "EUR"),
          Map.entry("euros", "EUR"),
          Map.entry("euro", "EUR"),
          Map.entry("$", "USD"),
          Map.entry("dollars", "USD"),
          Map.entry("dollar", "USD"));

  private static final Pattern SHAPE =
      Pattern.compile(
          "(?<before>[\\p{L}£€$]*)\\s*"
              + "(?<whole>\\d{1,3}(?:[,.' ]\\d{3})+|\\d{1,12})(?:[.,](?<part>\\d{1,2}))?"
              + "\\s*(?<scale>k|thousand|m|million)?\\s*(?<after>[\\p{L}£€$]*)",
          Pattern.CASE_INSENSITIVE);

  public Money {
    amount = amount.stripTrailingZeros();
  }

  /** What somebody typed: {@code 250,000 GBP}, {@code £250k}, {@code 1.5 million euros}. */
  public static Optional<Money> parse(String typed) {
    Matcher parts = SHAPE.matcher(typed.strip().replaceAll("\\s+", " "));
    if (!parts.matches()) {
      return Optional.empty();
    }
    String before = parts.group("before");
    String after = parts.group("after");
    if (!before.isEmpty() && !after.isEmpty()) {
      return Optional.empty();
    }
    String part = parts.group("part");
    BigDecimal amount =
        new BigDecimal(
            parts.group("whole").replaceAll("\\D", "") + (part == null ? "" : "." + part));
    String scale = parts.group("scale");
    BigDecimal sum = amount.multiply(BigDecimal.valueOf(scale == null ? 1 : times(scale)));
    return currency(before + after).map(it -> new Money(sum, it));
  }

  private static long times(String scale) {
    return scale.toLowerCase(Locale.ROOT).startsWith("m") ? 1_000_000 : 1_000;
  }

  private static Optional<String> currency(String word) {
    String known = WORDS.get(word.toLowerCase(Locale.ROOT));
    if (word.isEmpty() || known != null) {
      return Optional.of(known == null ? "" : known);
    }
    String code = word.toUpperCase(Locale.ROOT);
    return Currency.getAvailableCurrencies().stream()
        .map(Currency::getCurrencyCode)
        .filter(code::equals)
        .findFirst();
  }

  @Override
  public String toString() {
    return String.format(Locale.ENGLISH, "%,.0f %s", amount, currency).strip();
  }
}
