package dev.groundswell.sponsor;

import dev.groundswell.practice.PracticeMovement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** The early wins of an initiative, wherever they were noted. */
final class EarlyWins {
  private EarlyWins() {}

  /**
   * All of them, the newest first, and one that was noted in both places once.
   *
   * @param source stands where a practice's name would stand
   */
  static List<Win> of(List<Win> noted, List<PracticeMovement.Win> ofPractices, String source) {
    List<Win> all = new ArrayList<>(noted);
    Set<String> known = new HashSet<>();
    noted.forEach(it -> known.add(key(it.words())));
    for (PracticeMovement.Win each : ofPractices) {
      String whole = each.what() + ": " + each.meaning();
      boolean isNew =
          !known.contains(key(each.what()))
              && !known.contains(key(each.what() + each.meaning()))
              && known.add(key(whole));
      if (isNew) {
        String words = whole.length() > Win.LONGEST ? each.what() : whole;
        all.add(new Win(new UUID(0, all.size()), cut(words), source, each.on(), false));
      }
    }
    all.sort(Comparator.comparing(Win::on).reversed());
    return all;
  }

  private static String cut(String words) {
    if (words.length() <= Win.LONGEST) {
      return words;
    }
    int end = Win.LONGEST - 1;
    return words.substring(0, Character.isHighSurrogate(words.charAt(end - 1)) ? end - 1 : end)
        + "…";
  }

  /** Letters and digits alone tell whether two are the same. */
  private static String key(String words) {
    return words.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
  }
}
