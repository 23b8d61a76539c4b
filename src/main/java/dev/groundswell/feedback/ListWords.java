package dev.groundswell.feedback;

import dev.groundswell.feedback.InputList.Decisions;
import dev.groundswell.feedback.InputList.Tab;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody typed behind {@code /buyin inputs}, in any order: {@code overdue mine undecided
 * page 2 round spring survey}.
 *
 * @param round a round's name as it was typed; it stands last
 * @param unknown what is none of these words
 */
public record ListWords(InputList list, Optional<String> round, List<String> unknown) {
  private static final Pattern ROUND =
      Pattern.compile("\\bround\\s+[\"“”„«]?(?<name>.+?)[\"“”»]?\\s*$", Pattern.CASE_INSENSITIVE);
  private static final Pattern PAGE =
      Pattern.compile("\\bpage\\s+(?<n>\\d{1,6})\\b", Pattern.CASE_INSENSITIVE);

  private static final Map<String, Tab> TABS =
      Map.ofEntries(
          Map.entry("open", Tab.OPEN),
          Map.entry("waiting", Tab.OPEN),
          Map.entry("overdue", Tab.OVERDUE),
          Map.entry("late", Tab.OVERDUE),
          Map.entry("told", Tab.TOLD),
          Map.entry("heard", Tab.TOLD),
          Map.entry("confirmed", Tab.CONFIRMED),
          Map.entry("unreachable", Tab.UNREACHABLE),
          Map.entry("unreached", Tab.UNREACHABLE),
          Map.entry("withdrawn", Tab.WITHDRAWN),
          Map.entry("all", Tab.ALL));

  /** Words that may stand there and say nothing. */
  private static final List<String> IDLE = List.of("only", "and", "the", "list", "show");

  public ListWords {
    unknown = List.copyOf(unknown);
  }

  public static ListWords read(String typed) {
    String text = typed.strip();
    Optional<String> round = Optional.empty();
    Matcher named = ROUND.matcher(text);
    if (named.find()) {
      round = Optional.of(named.group("name").strip());
      text = text.substring(0, named.start());
    }
    InputList list = InputList.FIRST;
    int number = 0;
    Matcher page = PAGE.matcher(text);
    if (page.find()) {
      number = Math.max(0, Integer.parseInt(page.group("n")) - 1);
      text = text.substring(0, page.start()) + " " + text.substring(page.end());
    }
    List<String> unknown = new ArrayList<>();
    for (String word : text.toLowerCase(Locale.ROOT).split("[\\s,;]+")) {
      Tab tab = TABS.get(word);
      if (tab != null) {
        list = list.tab(tab);
      } else if (word.equals("decided")) {
        list = list.decisions(Decisions.DECIDED);
      } else if (word.equals("undecided") || word.equals("pending")) {
        list = list.decisions(Decisions.UNDECIDED);
      } else if (word.equals("mine") || word.equals("my")) {
        list = list.onlyMine(true);
      } else if (!word.isEmpty() && !IDLE.contains(word)) {
        unknown.add(word);
      }
    }
    return new ListWords(list.page(number), round, unknown);
  }
}
