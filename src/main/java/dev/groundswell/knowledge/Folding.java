package dev.groundswell.knowledge;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings what people type and what the vocabularies say to one form: small letters without accents,
 * no articles, nouns in the singular, British endings. Both sides go through here, so that the form
 * need not be good English.
 */
final class Folding {
  private static final Pattern EMOJI_CODE = Pattern.compile(":[a-z0-9_+'-]{1,60}:");
  private static final Pattern APOSTROPHE = Pattern.compile("['\u2018\u2019\u02BC\u00B4`\u2032]");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");
  private static final Pattern AMERICAN = Pattern.compile("iz(?=(?:e|ed|er|ing|ation|ational)$)");
  private static final Set<String> ARTICLES =
      Set.of("the", "a", "an", "our", "my", "your", "their", "his", "her", "these", "those");

  private Folding() {}

  /** A word as it was typed, and as it is compared. */
  record Word(String typed, String folded) {}

  static List<Word> words(String text) {
    String plain = EMOJI_CODE.matcher(text).replaceAll(" ");
    plain = APOSTROPHE.matcher(plain.replace("&", " and ")).replaceAll("");
    List<Word> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(plain);
    while (matcher.find()) {
      String folded = fold(matcher.group());
      if (!folded.isEmpty() && !ARTICLES.contains(folded)) {
        words.add(new Word(matcher.group(), folded));
      }
    }
    return words;
  }

  /** The compared form of a name, its words separated by blanks. */
  static String name(String text) {
    return String.join(" ", words(text).stream().map(Word::folded).toList());
  }

  private static String fold(String word) {
    String bare = Normalizer.normalize(word, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
    String one = singular(bare.toLowerCase(Locale.ROOT));
    return AMERICAN.matcher(one).replaceFirst("is");
  }

  private static String singular(String word) {
    if (word.length() < 3 || word.endsWith("ss") || word.endsWith("us") || word.endsWith("is")) {
      return word;
    }
    if (word.endsWith("ies") && word.length() > 4) {
      return word.substring(0, word.length() - 3) + "y";
    }
    if (word.matches(".*(ss|sh|ch|x)es")) {
      return word.substring(0, word.length() - 2);
    }
    return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
  }
}
