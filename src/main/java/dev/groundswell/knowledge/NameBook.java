package dev.groundswell.knowledge;

import dev.groundswell.knowledge.Folding.Word;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds names in a row of words: first those spelt right, the longest first, then in what remains
 * those with a typing error. A word that the tips themselves use is no typing error.
 */
final class NameBook {
  private static final int NEAREST_SHOWN = 3;

  private final Map<String, Term> exact = new LinkedHashMap<>();
  private final List<Name> names = new ArrayList<>();
  private final Set<String> realWords = new HashSet<>();
  private final int longest;

  NameBook(TipLibrary library, Set<String> fillers) {
    for (Term term : library.terms()) {
      for (String text : term.names()) {
        List<String> words = Folding.words(text).stream().map(Word::folded).toList();
        Name name = new Name(words, String.join("", words), term);
        if (exact.putIfAbsent(name.joined(), term) == null) {
          names.add(name);
        }
        realWords.addAll(words);
      }
    }
    longest = names.stream().mapToInt(name -> name.words().size()).max().orElse(1);
    realWords.addAll(fillers);
    library.tips().stream()
        .flatMap(tip -> Stream.of(tip.title(), tip.advice(), tip.why()))
        .forEach(text -> Folding.words(text).forEach(word -> realWords.add(word.folded())));
  }

  /** A name in its compared form, in words and without blanks. */
  private record Name(List<String> words, String joined, Term term) {}

  /** For each word the term that it is a part of, or null. */
  List<@Nullable Term> meanings(List<Word> words) {
    List<@Nullable Term> found = new ArrayList<>(Collections.nCopies(words.size(), null));
    List<String> folded = words.stream().map(Word::folded).toList();
    mark(folded, found, this::exactly);
    mark(folded, found, this::withTypos);
    return found;
  }

  private interface Lookup {
    @Nullable Term find(List<String> phrase);
  }

  private void mark(List<String> words, List<@Nullable Term> found, Lookup lookup) {
    int start = 0;
    while (start < words.size()) {
      int length = Math.min(longest, words.size() - start);
      boolean marked = false;
      for (; length > 0 && !marked; length--) {
        List<@Nullable Term> window = found.subList(start, start + length);
        if (window.stream().allMatch(term -> term == null)) {
          Term term = lookup.find(words.subList(start, start + length));
          if (term != null) {
            Collections.fill(window, term);
            start += length;
            marked = true;
          }
        }
      }
      if (!marked) {
        start++;
      }
    }
  }

  private @Nullable Term exactly(List<String> phrase) {
    return exact.get(String.join("", phrase));
  }

  /** The one term whose name is nearest; null if none is near enough or two are equally near. */
  private @Nullable Term withTypos(List<String> phrase) {
    Term best = null;
    int least = Integer.MAX_VALUE;
    boolean tie = false;
    for (Name name : names) {
      int typos = typos(phrase, name);
      if (typos >= 0 && typos < least) {
        least = typos;
        best = name.term();
        tie = false;
      } else if (typos == least && name.term() != best) {
        tie = true;
      }
    }
    return tie ? null : best;
  }

  private int typos(List<String> phrase, Name name) {
    if (phrase.size() != name.words().size()) {
      return phrase.size() == 1 ? typos(phrase.get(0), name.joined()) : -1;
    }
    int sum = 0;
    for (int i = 0; i < phrase.size(); i++) {
      int typos = typos(phrase.get(i), name.words().get(i));
      if (typos < 0) {
        return -1;
      }
      sum += typos;
    }
    return sum;
  }

  /** How many typing errors lie between two words; -1 if too many to be the same word. */
  private int typos(String typed, String meant) {
    if (typed.equals(meant)) {
      return 0;
    }
    return realWords.contains(typed) ? -1 : Typo.count(typed, meant);
  }

  /** Up to three audiences with a name that resembles one of the words or begins with it. */
  List<Audience> nearest(List<String> typed) {
    Map<Audience, Double> distances = new HashMap<>();
    for (String text : typed) {
      for (Word word : Folding.words(text)) {
        for (Name name : names) {
          double distance = Typo.unlikeness(word.folded(), name.joined());
          if (name.term() instanceof Audience && distance < 0.5) {
            distances.merge((Audience) name.term(), distance, Math::min);
          }
        }
      }
    }
    return distances.entrySet().stream()
        .sorted(
            Map.Entry.<Audience, Double>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.comparing(Audience::id))))
        .limit(NEAREST_SHOWN)
        .map(Map.Entry::getKey)
        .toList();
  }
}
