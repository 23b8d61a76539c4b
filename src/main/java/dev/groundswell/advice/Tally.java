package dev.groundswell.advice;

/** What the people of a workspace made of one tip. */
public record Tally(int helped, int didNot) {
  static final Tally NONE = new Tally(0, 0);

  /**
   * After how many votes half of their weight counts, so that the first vote turns nothing over.
   */
  private static final double CAUTION = 4;

  public int votes() {
    return helped + didNot;
  }

  /** From -1, helped nobody, to 1, helped everybody; near 0 while few have voted. */
  public double weight() {
    return (helped - didNot) / (votes() + CAUTION);
  }
}
