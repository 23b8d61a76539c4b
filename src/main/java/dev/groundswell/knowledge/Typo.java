package dev.groundswell.knowledge;

import org.apache.commons.text.similarity.LevenshteinDistance;

/** Counts typing errors: a letter too many, too few or wrong, or two neighbours swapped. */
public final class Typo {
  private static final int SHORTEST = 4;
  private static final int LONG = 7;
  private static final LevenshteinDistance UP_TO_TWO = new LevenshteinDistance(2);

  private Typo() {}

  /**
   * How many errors turn the one word into the other: at most one in words of four to six letters,
   * two in longer ones that begin with the same letter. Shorter words allow none.
   *
   * @return the number, or -1 if it is more than allowed
   */
  public static int count(String typed, String meant) {
    int shorter = Math.min(typed.length(), meant.length());
    if (shorter < SHORTEST || Math.abs(typed.length() - meant.length()) > 2) {
      return -1;
    }
    boolean twoAllowed = shorter >= LONG && typed.charAt(0) == meant.charAt(0);
    int distance = distance(typed, meant);
    return distance >= 0 && distance <= (twoAllowed ? 2 : 1) ? distance : -1;
  }

  private static int distance(String typed, String meant) {
    int distance = UP_TO_TWO.apply(typed, meant);
    if (distance >= 0 && distance <= 1) {
      return distance;
    }
    char[] letters = typed.toCharArray();
    int least = distance;
    for (int i = 0; i + 1 < letters.length; i++) {
      swap(letters, i);
      int others = UP_TO_TWO.apply(new String(letters), meant);
      swap(letters, i);
      if (others >= 0 && others < 2 && (least < 0 || others + 1 < least)) {
        least = others + 1;
      }
    }
    return least;
  }

  /**
   * From 0, the same or a beginning of it, to 1, nothing in common; words under three letters
   * resemble nothing.
   */
  static double unlikeness(String typed, String name) {
    if (typed.length() < 3 || typed.length() > 40) {
      return 1;
    }
    if (name.startsWith(typed)) {
      return 0;
    }
    int longer = Math.max(typed.length(), name.length());
    return (double) LevenshteinDistance.getDefaultInstance().apply(typed, name) / longer;
  }

  private static void swap(char[] letters, int i) {
    char letter = letters[i];
    letters[i] = letters[i + 1];
    letters[i + 1] = letter;
  }
}
