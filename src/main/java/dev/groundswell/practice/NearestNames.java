package dev.groundswell.practice;

import java.util.Comparator;
import java.util.List;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Which names may have been meant by one that is not known. */
final class NearestNames {
  private static final JaroWinklerSimilarity LIKENESS = new JaroWinklerSimilarity();
  private static final double ALIKE = 0.82;
  private static final int MOST = 3;

  private NearestNames() {}

  /** Up to three, the likeliest first: those that hold what was typed, or differ by a typo. */
  static List<String> to(String typed, List<String> names) {
    String wanted = Practice.key(typed);
    return names.stream()
        .filter(name -> likeness(wanted, name) >= ALIKE)
        .sorted(
            Comparator.<String>comparingDouble(name -> -likeness(wanted, name))
                .thenComparing(name -> name))
        .limit(MOST)
        .toList();
  }

  private static double likeness(String wanted, String name) {
    String other = Practice.key(name);
    boolean within = wanted.length() > 2 && (other.contains(wanted) || wanted.contains(other));
    return within ? 1 : LIKENESS.apply(wanted, other);
  }
}
