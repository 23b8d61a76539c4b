package dev.groundswell.search;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much likelier the words of a text are among our questions than among others: naive Bayes. It
 * lets about half of the others pass, and is used only until the model is there.
 */
final class WordOdds {
  private static final double NEVER_SEEN = 0.01;

  private final Map<String, Double> ours;
  private final Map<String, Double> others;

  WordOdds(List<List<Synonyms.Term>> ours, List<List<Synonyms.Term>> others) {
    this.ours = shares(ours);
    this.others = shares(others);
  }

  /** Above 0 if the text is rather one of ours. */
  double of(List<Synonyms.Term> text) {
    double odds = 0;
    for (String word : words(text)) {
      odds +=
          Math.log(
              (ours.getOrDefault(word, 0.0) + NEVER_SEEN)
                  / (others.getOrDefault(word, 0.0) + NEVER_SEEN));
    }
    return odds;
  }

  private static Map<String, Double> shares(List<List<Synonyms.Term>> texts) {
    Map<String, Double> shares = new HashMap<>();
    for (List<Synonyms.Term> text : texts) {
      words(text).forEach(word -> shares.merge(word, 1.0 / texts.size(), Double::sum));
    }
    return shares;
  }

  private static Set<String> words(List<Synonyms.Term> terms) {
    Set<String> words = new HashSet<>();
    for (Synonyms.Term term : terms) {
      words.add(term.stem());
      if (term.grouped()) {
        words.add(term.group());
      }
    }
    return words;
  }
}
