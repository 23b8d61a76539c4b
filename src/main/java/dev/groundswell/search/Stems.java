package dev.groundswell.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tartarus.snowball.ext.EnglishStemmer;

/** Cuts a text into words and each word down to its stem. */
final class Stems {
  private static final Pattern EMOJI_CODE = Pattern.compile(":[a-z0-9_+'-]{1,60}:");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern APOSTROPHE = Pattern.compile("['\u2018\u2019\u02BC\u00B4`\u2032]");

  /** Words that say nothing about the subject of a question. */
  private static final Set<String> SMALL =
      Set.of(
          ("a about after again all am an and any are as at be because been before being but by can"
                  + " cant could couldnt did didnt do does doesnt doing dont else even ever for from"
                  + " get gets getting go going got had has hasnt have havent having he her here him"
                  + " his how i id if ill im in into is isnt it its itself ive just let like lot make"
                  + " many may maybe me might more most much must my no nor not now of off on one"
                  + " only or other our out over own perhaps please quite really s same say says she"
                  + " should so some something still such t than that thats the their them then there"
                  + " theres these they theyre thing things this those though to too try trying u up"
                  + " us very want wants was way we well were weve what whats when where which while"
                  + " who why will with without wont would yet you your abt w bc pls etc")
              .split(" "));

  private Stems() {}

  /** A word in small letters without accents, and its stem. */
  record Word(String plain, String stem) {
    boolean small() {
      return SMALL.contains(plain);
    }
  }

  /** The words of a text in its order, small ones included. */
  static List<Word> of(String text) {
    EnglishStemmer stemmer = new EnglishStemmer();
    List<Word> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(plain(text));
    while (matcher.find()) {
      String word = matcher.group();
      stemmer.setCurrent(word);
      stemmer.stem();
      words.add(new Word(word, stemmer.getCurrent()));
    }
    return words;
  }

  /** Small letters, no accents, no codes of emoji, no apostrophes. */
  static String plain(String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    String bare = MARKS.matcher(folded).replaceAll("");
    return APOSTROPHE.matcher(EMOJI_CODE.matcher(bare).replaceAll(" ")).replaceAll("");
  }
}
