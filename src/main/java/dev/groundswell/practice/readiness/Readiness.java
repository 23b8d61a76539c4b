package dev.groundswell.practice.readiness;

import static dev.groundswell.practice.readiness.Dimension.STABILITY;
import static dev.groundswell.practice.readiness.Dimension.WILLINGNESS;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Where a practice stands on the two scales, each from 1 to 5: a place on a continuum and not a
 * verdict.
 *
 * @param willingness the mean of what was rated, or null when too little was
 * @param stability the mean of what was rated, or null when too little was
 */
public record Readiness(@Nullable Double willingness, @Nullable Double stability) {
  /** Nothing is known. */
  public static final Readiness UNKNOWN = new Readiness(null, null);

  /** From here to {@link #HIGH} a score belongs to both sides. */
  static final double LOW = 2.75;

  static final double HIGH = 3.25;

  /** The means of what was rated; a scale of which too little was rated has none. */
  public static Readiness of(Map<Component, Integer> ratings) {
    return new Readiness(mean(WILLINGNESS, ratings), mean(STABILITY, ratings));
  }

  private static @Nullable Double mean(Dimension dimension, Map<Component, Integer> ratings) {
    List<Integer> rated =
        Component.of(dimension).stream().filter(ratings::containsKey).map(ratings::get).toList();
    return rated.size() < dimension.leastRated()
        ? null
        : (double) rated.stream().mapToInt(Integer::intValue).sum() / rated.size();
  }

  public OptionalDouble on(Dimension dimension) {
    Double score = dimension == WILLINGNESS ? willingness : stability;
    return score == null ? OptionalDouble.empty() : OptionalDouble.of(score);
  }

  /** True if both scales have a score, so that there is a place between the corners. */
  public boolean hasPlace() {
    return willingness != null && stability != null;
  }

  /**
   * The corner that it is in; near the middle of a scale both neighbours. None without both scores.
   */
  public List<Corner> corners() {
    if (willingness == null || stability == null) {
      return List.of();
    }
    double willing = willingness;
    double stable = stability;
    return Arrays.stream(Corner.values())
        .filter(corner -> isOnSide(willing, corner.willing()))
        .filter(corner -> isOnSide(stable, corner.stable()))
        .toList();
  }

  /** The corner, where there is exactly one. */
  public Optional<Corner> corner() {
    List<Corner> corners = corners();
    return corners.size() == 1 ? Optional.of(corners.get(0)) : Optional.empty();
  }

  private static boolean isOnSide(double score, boolean high) {
    return high ? score >= LOW : score <= HIGH;
  }
}
