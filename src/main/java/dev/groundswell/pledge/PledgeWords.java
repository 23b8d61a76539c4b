package dev.groundswell.pledge;

import dev.groundswell.kernel.DayWords;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody typed to note a pledge, taken apart: {@code "who will do what by when"}.
 *
 * @param who as typed, a name or Slack's {@code <@U…>}; empty when nobody is named
 * @param deed what they will do
 * @param when the words for the day; empty when there are none that name one
 */
public record PledgeWords(String who, String deed, String when) {
  private static final Pattern QUOTES = Pattern.compile("^[\"“”„«]\\s*|\\s*[\"“”»]$");

  private static final Pattern SAID =
      Pattern.compile(
          "^(?<who>\\S.{0,140}?)(?:\\s+(?:will|shall|is going to|are going to|promised? to|promises to"
              + "|pledged? to|pledges to|committed to|commits to|agreed to|agrees to|has agreed to"
              + "|have agreed to)\\s+|['’]ll\\s+)(?<deed>\\S.*)$",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  /** Reads {@code who will do what by when}, as seen from today. */
  public static PledgeWords read(String typed, LocalDate today) {
    String text = QUOTES.matcher(typed.strip()).replaceAll("").strip();
    Optional<DayWords.Ending> ending = DayWords.atTheEnd(text, today);
    String before = ending.map(DayWords.Ending::before).orElse(text);
    String when =
        ending.isEmpty() ? "" : text.substring(before.length()).replaceFirst("^[\\s,;]+", "");
    Matcher said = SAID.matcher(before);
    return said.matches()
        ? new PledgeWords(said.group("who").strip(), said.group("deed").strip(), when)
        : new PledgeWords("", before, when);
  }
}
