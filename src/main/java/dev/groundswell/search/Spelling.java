package dev.groundswell.search;

import dev.groundswell.knowledge.Typo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts right the typing errors in words that the tips use. A word that is English anyway stays as
 * it is, however near to a word of ours: "lunch" is no "launch".
 */
final class Spelling {
  private static final Pattern WORD = Pattern.compile("\\p{L}+");
  private static final int SHORTEST = 5;
  private static final List<String> ENDINGS = List.of("s", "es", "d", "ed", "ing", "ly", "er");

  private final Map<String, Integer> uses = new HashMap<>();
  private final Map<Character, Map<String, Integer>> byFirstLetter = new TreeMap<>();
  private final Predicate<String> english;

  Spelling(List<String> texts, Predicate<String> english) {
    this.english = english;
    for (String text : texts) {
      Matcher matcher = WORD.matcher(Stems.plain(text));
      while (matcher.find()) {
        uses.merge(matcher.group(), 1, Integer::sum);
      }
    }
    uses.forEach(
        (word, times) ->
            byFirstLetter
                .computeIfAbsent(word.charAt(0), letter -> new TreeMap<>())
                .put(word, times));
  }

  /** The text with the wrong words replaced; all else stays. */
  String corrected(String text) {
    return WORD.matcher(text).replaceAll(match -> Matcher.quoteReplacement(word(match.group())));
  }

  /** The model learnt common words whole, but not each of their endings. */
  private boolean isEnglish(String word) {
    return english.test(word)
        || ENDINGS.stream()
            .filter(word::endsWith)
            .anyMatch(ending -> english.test(word.substring(0, word.length() - ending.length())));
  }

  private String word(String typed) {
    String plain = Stems.plain(typed);
    if (plain.length() < SHORTEST || uses.containsKey(plain) || isEnglish(plain)) {
      return typed;
    }
    String best = typed;
    double least = Double.MAX_VALUE;
    for (Map.Entry<String, Integer> known :
        byFirstLetter.getOrDefault(plain.charAt(0), Map.of()).entrySet()) {
      int errors = known.getKey().length() < SHORTEST ? -1 : Typo.count(plain, known.getKey());
      double cost = errors - 1e-4 * known.getValue();
      if (errors >= 0 && cost < least) {
        least = cost;
        best = known.getKey();
      }
    }
    return best;
  }
}
