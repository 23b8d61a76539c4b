package dev.groundswell.practice.readiness;

import java.util.Locale;

/** The two sliding scales. */
public enum Dimension {
  WILLINGNESS(2),
  STABILITY(3);

  private final int leastRated;

  Dimension(int leastRated) {
    this.leastRated = leastRated;
  }

  /** How many components have to be rated before their mean says something. */
  public int leastRated() {
    return leastRated;
  }

  /** As the readiness model calls it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
