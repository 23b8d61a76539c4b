package dev.groundswell.search;

/** One number for each of a row of texts; a higher one is better. */
final class Scores {
  private final double[] values;

  Scores(double[] values) {
    this.values = values.clone();
  }

  int size() {
    return values.length;
  }

  double at(int index) {
    return values[index];
  }

  /** The place of the highest; the first of several. */
  int best() {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i] > values[best]) {
        best = i;
      }
    }
    return best;
  }

  double highest() {
    return values.length == 0 ? 0 : values[best()];
  }
}
