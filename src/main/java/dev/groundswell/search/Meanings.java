package dev.groundswell.search;

import dev.groundswell.knowledge.Tip;
import java.util.Arrays;
import java.util.List;

/** Compares the meaning of a question with what each tip says and with the asks it answers. */
final class Meanings {
  private static final double ROUNDNESS = 0.8;
  private static final double OF_TEXT = 0.2;
  private static final int NEAREST_ASKS = 5;

  private final Spread spread;
  private final double[] centre;
  private final List<double[]> texts;
  private final List<List<double[]>> asks;

  private Meanings(List<float[]> textPoints, List<List<float[]>> askPoints) {
    spread = new Spread(askPoints, ROUNDNESS);
    centre = Spread.centre(askPoints.stream().flatMap(List::stream).toList());
    texts = textPoints.stream().map(this::direction).toList();
    asks = askPoints.stream().map(points -> points.stream().map(this::direction).toList()).toList();
  }

  static Meanings of(List<Tip> tips, Vectors vectors, Embedder embedder) {
    return new Meanings(
        tips.stream().map(tip -> vectors.of(Samples.text(tip), embedder)).toList(),
        tips.stream()
            .map(tip -> tip.asks().stream().map(ask -> vectors.of(ask, embedder)).toList())
            .toList());
  }

  /**
   * For each tip the weighted mean of the cosines to its text and to the five nearest of its asks.
   */
  Scores scores(float[] question) {
    double[] direction = direction(question);
    double[] scores = new double[texts.size()];
    for (int i = 0; i < scores.length; i++) {
      double[] cosines = asks.get(i).stream().mapToDouble(ask -> cosine(direction, ask)).toArray();
      Arrays.sort(cosines);
      int counted = Math.min(NEAREST_ASKS, cosines.length);
      double nearest =
          Arrays.stream(cosines, cosines.length - counted, cosines.length).average().orElse(0);
      scores[i] = OF_TEXT * cosine(direction, texts.get(i)) + (1 - OF_TEXT) * nearest;
    }
    return new Scores(scores);
  }

  private double[] direction(float[] point) {
    double[] seen = spread.view(Spread.minus(point, centre));
    double length = Math.sqrt(cosine(seen, seen));
    for (int i = 0; i < seen.length && length > 0; i++) {
      seen[i] /= length;
    }
    return seen;
  }

  private static double cosine(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
