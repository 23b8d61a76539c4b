package dev.groundswell.search;

import dev.groundswell.prompt.Problems;
import dev.groundswell.prompt.PromptFiles;
import dev.groundswell.prompt.YamlFile;
import dev.groundswell.prompt.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Groups of names that mean about the same, from {@code search/synonyms.yaml}. */
final class Synonyms {
  static final String FILE = "search/synonyms.yaml";

  private final Map<String, String> groups = new HashMap<>();
  private int longest = 1;

  private Synonyms() {}

  static Synonyms read(PromptFiles files, Problems problems) {
    Synonyms synonyms = new Synonyms();
    Map<String, Integer> lines = new HashMap<>();
    int number = 0;
    for (YamlNode group :
        YamlFile.read(files, FILE, problems).only("groups").get("groups").items()) {
      for (YamlNode name : group.items()) {
        synonyms.add(name, "=" + number, lines);
      }
      number++;
    }
    return synonyms;
  }

  private void add(YamlNode name, String group, Map<String, Integer> lines) {
    List<Stems.Word> words = Stems.of(name.text());
    String key = key(words);
    if (words.size() == 1 && words.get(0).small()) {
      name.complain("\"%s\" is a word that stands everywhere".formatted(name.text()));
    }
    Integer before = lines.putIfAbsent(key, name.line());
    if (before != null && !group.equals(groups.get(key))) {
      name.complain(
          "\"%s\" stands in another group already, at line %d".formatted(name.text(), before));
    }
    groups.putIfAbsent(key, group);
    longest = Math.max(longest, words.size());
  }

  private static String key(List<Stems.Word> words) {
    return String.join(" ", words.stream().map(Stems.Word::stem).toList());
  }

  /** A word that counts, with the group that it belongs to; both are compared as they are. */
  record Term(String stem, String group) {
    boolean grouped() {
      return !group.isEmpty();
    }
  }

  /**
   * The words of a text that count, in its order, each with its group or with "". A name of several
   * words lends its group to the first of them that counts, or stands for itself if none does.
   */
  List<Term> terms(List<Stems.Word> words) {
    List<Term> terms = new ArrayList<>();
    int i = 0;
    while (i < words.size()) {
      int length = lengthOfNameAt(words, i);
      List<Stems.Word> name = words.subList(i, i + Math.max(1, length));
      String group = length == 0 ? "" : groups.getOrDefault(key(name), "");
      boolean lent = false;
      for (Stems.Word word : name) {
        if (!word.small()) {
          terms.add(new Term(word.stem(), lent ? "" : group));
          lent = true;
        }
      }
      if (!lent && length > 0) {
        terms.add(new Term(group, group));
      }
      i += name.size();
    }
    return terms;
  }

  private int lengthOfNameAt(List<Stems.Word> words, int start) {
    for (int length = Math.min(longest, words.size() - start); length > 0; length--) {
      if (groups.containsKey(key(words.subList(start, start + length)))) {
        return length;
      }
    }
    return 0;
  }
}
