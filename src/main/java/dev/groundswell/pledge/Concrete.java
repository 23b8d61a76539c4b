package dev.groundswell.pledge;

import java.util.Locale;
import java.util.Set;

/** Tells a deed from good will: "supports the project" says nothing that one could see. */
final class Concrete {
  private static final Set<String> GOOD_WILL =
      words(
          "support supports supporting supportive back backs backing help helps helping endorse"
              + " endorses champion believe believes commit commits committed engage engages engaged"
              + " participate participates cooperate cooperates contribute contributes try tries best"
              + " involved interested behind onboard board stand stands get gets agree agrees like"
              + " likes love loves join joins encourage encourages promote promotes care cares keen"
              + " available whatever needed something effort");

  private static final Set<String> FILLING =
      words(
          "a an the this that our your their his her its my it us them you we they i me in on of to"
              + " with for at and or by as be is are do does will would can could fully strongly"
              + " really very gladly happily actively always generally wholeheartedly full much all"
              + " any every way more where wherever whenever when possible soon now also just so project projects"
              + " programme program work initiative team idea plan cause change efforts everything"
              + " what however there here improvement quality equity health");

  private Concrete() {}

  private static Set<String> words(String all) {
    return Set.of(all.split("\\s+"));
  }

  /** Whether the words name something to do, beyond good will towards an initiative. */
  static boolean isDeed(String words, String initiative) {
    Set<String> name = Set.of(distinct(initiative));
    for (String word : words.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
      if (!word.isEmpty()
          && !GOOD_WILL.contains(word)
          && !FILLING.contains(word)
          && !name.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static String[] distinct(String text) {
    return java.util.Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
        .distinct()
        .toArray(String[]::new);
  }
}
