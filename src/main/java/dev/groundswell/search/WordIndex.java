package dev.groundswell.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Ranks documents by the words they share with a question: BM25 over weighted fields. The members
 * of a group of synonyms find each other, at a part of the weight of the word itself.
 */
final class WordIndex {
  private static final double SATURATION = 1.2;
  private static final double LENGTH_MATTERS = 0.5;
  private static final double SYNONYM_COUNTS = 0.6;

  private final List<Map<String, Double>> documents = new ArrayList<>();
  private final List<Double> lengths = new ArrayList<>();
  private final Map<String, Integer> documentsWith = new HashMap<>();
  private double averageLength = 1;

  /** A text of a document and how much it counts. */
  record Field(List<Synonyms.Term> terms, double weight) {}

  /** Adds the next document; they are known by their number, from 0. */
  void add(List<Field> fields) {
    Map<String, Double> frequencies = new HashMap<>();
    double length = 0;
    for (Field field : fields) {
      for (Synonyms.Term term : field.terms()) {
        frequencies.merge(term.stem(), field.weight(), Double::sum);
        if (term.grouped() && !term.group().equals(term.stem())) {
          frequencies.merge(term.group(), field.weight(), Double::sum);
        }
        length += field.weight();
      }
    }
    frequencies.keySet().forEach(word -> documentsWith.merge(word, 1, Integer::sum));
    documents.add(frequencies);
    lengths.add(length);
    averageLength = Math.max(1, lengths.stream().mapToDouble(l -> l).average().orElse(1));
  }

  /**
   * For each document how much of the question it covers, from 0 to 1: the weight of the words they
   * share, of the weight of all words that count in the question. A word that stands in no document
   * is not covered by any.
   */
  Scores scores(List<Synonyms.Term> question) {
    double[] scores = new double[documents.size()];
    double possible = 0;
    for (Synonyms.Term term : question.stream().distinct().toList()) {
      double rarity = rarity(term.stem());
      double groupRarity = term.grouped() ? rarity(term.group()) : 0;
      possible += term.grouped() && !knows(term.stem()) ? groupRarity : rarity;
      for (int i = 0; i < scores.length; i++) {
        double own = rarity * saturated(i, term.stem());
        double kin = term.grouped() ? SYNONYM_COUNTS * groupRarity * saturated(i, term.group()) : 0;
        scores[i] += Math.max(own, kin);
      }
    }
    for (int i = 0; i < scores.length && possible > 0; i++) {
      scores[i] /= possible;
    }
    return new Scores(scores);
  }

  boolean knows(String stem) {
    return documentsWith.containsKey(stem);
  }

  private double rarity(String word) {
    int with = documentsWith.getOrDefault(word, 0);
    return Math.log(1 + (documents.size() - with + 0.5) / (with + 0.5));
  }

  private double saturated(int document, String word) {
    double frequency = documents.get(document).getOrDefault(word, 0.0);
    double relative = lengths.get(document) / averageLength;
    double damping = SATURATION * (1 - LENGTH_MATTERS + LENGTH_MATTERS * relative);
    return frequency / (frequency + damping);
  }
}
