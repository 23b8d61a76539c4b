package dev.groundswell.search;

/** Turns a text into a point; texts that mean about the same lie near each other. */
interface Embedder {
  /**
   * The point of a text, at distance 1 from the origin, so that the product of two is the cosine of
   * the angle between them. Safe for several threads.
   */
  float[] embed(String text);

  /** True for a word, in small letters without accents, that the model learnt as a whole. */
  boolean knows(String word);

  /**
   * Names the model and all else that the points depend on; points of another name don't compare.
   */
  String name();
}
