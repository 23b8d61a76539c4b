package dev.groundswell.search;

import java.util.concurrent.atomic.AtomicInteger;

/** Puts texts near each other that share letters; knows no word, so every one may be a typo. */
final class FakeEmbedder implements Embedder {
  private final String name;
  final AtomicInteger embedded = new AtomicInteger();

  FakeEmbedder(String name) {
    this.name = name;
  }

  @Override
  public float[] embed(String text) {
    embedded.incrementAndGet();
    float[] point = new float[26];
    Stems.plain(text).chars().filter(c -> c >= 'a' && c <= 'z').forEach(c -> point[c - 'a']++);
    double length = 0;
    for (float x : point) {
      length += x * x;
    }
    for (int i = 0; i < point.length; i++) {
      point[i] = length == 0 ? 0.1f : (float) (point[i] / Math.sqrt(length));
    }
    return point;
  }

  @Override
  public boolean knows(String word) {
    return false;
  }

  @Override
  public String name() {
    return name;
  }
}
