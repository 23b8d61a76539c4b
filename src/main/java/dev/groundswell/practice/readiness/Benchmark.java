package dev.groundswell.practice.readiness;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a practice stands beside the middle of others, in three words and without a figure: too few
 * others give none, and nobody can work out the place of one of them.
 */
public record Benchmark(Map<Dimension, Standing> standings) {
  /** Among fewer others no one could stay unknown. */
  public static final int FEWEST = 5;

  /** Nearer than this to the middle is as good as in it. */
  static final double BAND = 0.25;

  /** On which side of the middle, or in it. */
  public enum Standing {
    ABOVE,
    ABOUT,
    BELOW
  }

  public Benchmark {
    standings = Map.copyOf(standings);
  }

  /**
   * @param others where each of the other practices stands, without this one
   */
  public static Benchmark of(Readiness own, List<Readiness> others) {
    Map<Dimension, Standing> standings = new EnumMap<>(Dimension.class);
    for (Dimension dimension : Dimension.values()) {
      double[] theirs =
          others.stream().flatMapToDouble(it -> it.on(dimension).stream()).sorted().toArray();
      if (own.on(dimension).isPresent() && theirs.length >= FEWEST) {
        standings.put(dimension, standing(own.on(dimension).getAsDouble() - middle(theirs)));
      }
    }
    return new Benchmark(standings);
  }

  private static double middle(double[] sorted) {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1
        ? sorted[half]
        : Arrays.stream(sorted, half - 1, half + 1).sum() / 2;
  }

  private static Standing standing(double above) {
    return above > BAND ? Standing.ABOVE : above < -BAND ? Standing.BELOW : Standing.ABOUT;
  }

  /** None where it or too many of the others have no score. */
  public Optional<Standing> on(Dimension dimension) {
    return Optional.ofNullable(standings.get(dimension));
  }
}
