package dev.groundswell.prompt;

import java.util.Collection;
import java.util.Comparator;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Guesses which known name was meant by one that is not known. */
public final class Nearest {
  private static final LevenshteinDistance DISTANCE = new LevenshteinDistance(3);

  private Nearest() {}

  /**
   * {@code (did you mean "…"?)}, beginning with a blank, or nothing if no name is within three
   * letters.
   */
  public static String hint(String written, Collection<String> known) {
    return known.stream()
        .filter(name -> distance(written, name) >= 0 && distance(written, name) < written.length())
        .min(
            Comparator.<String>comparingInt(name -> distance(written, name))
                .thenComparing(name -> name))
        .map(name -> " (did you mean \"" + name + "\"?)")
        .orElse("");
  }

  private static int distance(String one, String other) {
    return DISTANCE.apply(one, other);
  }
}
