package dev.groundswell.search;

import java.util.List;

/**
 * How points of the same kind differ from each other, learnt from groups of points. Seen through
 * it, what makes members of one group differ (topic, tone, length) shrinks, and what tells groups
 * apart grows. This is the within-class covariance of a linear discriminant analysis, shrunk
 * towards a ball because there are few points for so many dimensions.
 */
final class Spread {
  private final double[][] root;

  /**
   * Learns from groups, each of which counts the same.
   *
   * @param groups at least one, none empty, all points with as many dimensions
   * @param roundness from 0, only what was seen, to 1, a ball that changes nothing but scale
   */
  Spread(List<List<float[]>> groups, double roundness) {
    int dimensions = groups.get(0).get(0).length;
    double[][] sum = new double[dimensions][dimensions];
    for (List<float[]> group : groups) {
      double[] centre = centre(group);
      double weight = 1.0 / groups.size() / group.size();
      for (float[] point : group) {
        addProduct(sum, minus(point, centre), weight);
      }
    }
    root = choleskyRoot(rounded(sum, roundness));
  }

  static double[] centre(List<float[]> group) {
    double[] centre = new double[group.get(0).length];
    for (float[] point : group) {
      for (int i = 0; i < centre.length; i++) {
        centre[i] += point[i] / group.size();
      }
    }
    return centre;
  }

  static double[] minus(float[] point, double[] centre) {
    double[] difference = new double[point.length];
    for (int i = 0; i < point.length; i++) {
      difference[i] = point[i] - centre[i];
    }
    return difference;
  }

  /** A point as seen through this: the root, a triangle, is solved for it from above. */
  double[] view(double[] point) {
    double[] seen = new double[point.length];
    for (int i = 0; i < point.length; i++) {
      double rest = point[i];
      for (int j = 0; j < i; j++) {
        rest -= root[i][j] * seen[j];
      }
      seen[i] = rest / root[i][i];
    }
    return seen;
  }

  private static void addProduct(double[][] sum, double[] x, double weight) {
    for (int i = 0; i < x.length; i++) {
      double factor = weight * x[i];
      for (int j = 0; j <= i; j++) {
        sum[i][j] += factor * x[j];
      }
    }
  }

  private static double[][] rounded(double[][] lower, double roundness) {
    double trace = 0;
    for (int i = 0; i < lower.length; i++) {
      trace += lower[i][i];
    }
    double ball = Math.max(1e-6, roundness * trace / lower.length);
    for (int i = 0; i < lower.length; i++) {
      for (int j = 0; j <= i; j++) {
        lower[i][j] *= 1 - roundness;
      }
      lower[i][i] += ball;
    }
    return lower;
  }

  private static double[][] choleskyRoot(double[][] matrix) {
    int size = matrix.length;
    double[][] root = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = matrix[i][j];
        for (int k = 0; k < j; k++) {
          rest -= root[i][k] * root[j][k];
        }
        root[i][j] = i == j ? Math.sqrt(rest) : rest / root[j][j];
      }
    }
    return root;
  }
}
