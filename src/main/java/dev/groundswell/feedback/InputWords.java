package dev.groundswell.feedback;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody typed to record an input, taken apart: {@code "text" from whom}.
 *
 * @param words what was said; may be empty
 * @param from who said it as typed, a name or Slack's {@code <@U…>}; empty for oneself
 */
public record InputWords(String words, Optional<String> from) {
  /** Quotes that were opened, and nothing behind them. */
  private static final Pattern LONE_QUOTES = Pattern.compile("^[\"“”„«»\\s]+$");

  /** With a name that stands in quotes too. */
  private static final Pattern QUOTED_NAME =
      Pattern.compile(
          "^[\"“”„«](?<words>.*)[\"“”»]\\s+(?:from|by)\\s+"
              + "[\"“”„«](?<from>[^\"“”„«»]*[^\"“”„«»\\s][^\"“”„«»]*)[\"“”»]$",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  /** In straight, curly, angled or low quotes, with or without somebody behind them. */
  private static final Pattern QUOTED =
      Pattern.compile(
          "^[\"“”„«](?<words>.*)[\"“”»](?:\\s+(?:from|by)\\s+(?<from>\\S.*))?$",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  private static final Pattern UNQUOTED =
      Pattern.compile(
          "^(?<words>.*\\S)\\s+(?:from|by)\\s+(?<from><@[A-Z0-9]+(?:\\|[^>]*)?>)$",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  /** Reads {@code "text" from whom}; the quotes may be left out when an account is named. */
  public static InputWords read(String typed) {
    String text = typed.strip();
    for (Pattern pattern : new Pattern[] {QUOTED_NAME, QUOTED, UNQUOTED}) {
      Matcher found = pattern.matcher(text);
      if (found.matches()) {
        return new InputWords(
            found.group("words").strip(),
            Optional.ofNullable(found.group("from")).map(String::strip));
      }
    }
    return new InputWords(LONE_QUOTES.matcher(text).replaceFirst(""), Optional.empty());
  }
}
