package dev.groundswell.feedback;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which inputs say about the same as one: those that share words with it. */
final class Likeness {
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  private Likeness() {}

  /**
   * The same inputs, the one most like this at the top; who share nothing keep their order. A word
   * counts the more the fewer of them use it, so that “the” says nothing in any language.
   */
  static List<Input> mostFirst(Input input, List<Input> others) {
    Set<String> wanted = words(input);
    Map<Input, Set<String>> shared = new HashMap<>();
    Map<String, Integer> users = new HashMap<>();
    for (Input other : others) {
      Set<String> both = words(other);
      both.retainAll(wanted);
      both.forEach(it -> users.merge(it, 1, Integer::sum));
      shared.put(other, both);
    }
    Map<Input, Double> likeness = new HashMap<>();
    shared.forEach(
        (other, both) ->
            likeness.put(
                other, both.stream().mapToDouble(it -> 1.0 / users.getOrDefault(it, 1)).sum()));
    return others.stream()
        .sorted(Comparator.comparing((Input it) -> likeness.getOrDefault(it, 0.0)).reversed())
        .toList();
  }

  private static Set<String> words(Input input) {
    return BETWEEN_WORDS
        .splitAsStream(input.words().toLowerCase(Locale.ROOT))
        .filter(it -> !it.isEmpty())
        .collect(Collectors.toSet());
  }
}
