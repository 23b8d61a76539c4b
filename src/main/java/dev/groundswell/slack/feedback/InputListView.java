package dev.groundswell.slack.feedback;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.StaticSelectElement;
import dev.groundswell.feedback.ByGroup;
import dev.groundswell.feedback.HeardBack;
import dev.groundswell.feedback.Input;
import dev.groundswell.feedback.InputList;
import dev.groundswell.feedback.InputList.Decisions;
import dev.groundswell.feedback.InputList.Tab;
import dev.groundswell.feedback.InputPage;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Message;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the inputs of an initiative look, with the figures of who has heard back. */
public final class InputListView {
  static final String TAB = "inputs.tab";
  static final String FILTER = "inputs.filter";
  static final String NEXT = "inputs.next";
  static final String BACK = "inputs.back";
  static final String EXPORT = "inputs.export";
  private static final int MOST_GROUPS = 12;
  private static final int MOST_ROUNDS = 50;

  private final Words words;
  private final InputLines lines;

  public InputListView(Words words) {
    this.words = words;
    this.lines = new InputLines(words);
  }

  Message of(InputPage page, ZoneId zone) {
    if (page.heardBack().owed() == 0 && page.all() == 0) {
      return Message.of(
          words.say("report-back.list-nobody", "initiative", page.initiative().name()));
    }
    List<LayoutBlock> blocks = new ArrayList<>();
    String title =
        words.say(
            "report-back.list-title",
            "initiative",
            page.initiative().name(),
            "what",
            tabName(page.list().tab()).toLowerCase(Locale.ROOT));
    String rate = rate(page.heardBack());
    blocks.add(Blocks.section(title + "\n" + rate));
    figures(page).ifPresent(it -> blocks.add(Blocks.context(it)));
    blocks.add(menus(page));
    if (page.inputs().isEmpty()) {
      boolean none = page.heardBack().open() + page.heardBack().refuted() == 0;
      boolean waiting = page.list().tab() == Tab.OPEN || page.list().tab() == Tab.OVERDUE;
      blocks.add(
          Blocks.section(
              words.say(
                  none && waiting ? "report-back.list-all-heard" : "report-back.list-empty")));
    }
    for (Input input : page.inputs()) {
      blocks.addAll(lines.line(input, page.today(), zone, page.isTheirs(input)));
    }
    foot(page, blocks);
    return new Message(title + " " + rate, blocks);
  }

  private void foot(InputPage page, List<LayoutBlock> blocks) {
    List<BlockElement> buttons = new ArrayList<>();
    InputList list = page.list();
    if (list.page() > 0) {
      buttons.add(button(BACK, "back", asks(page, list.page(list.page() - 1))));
    }
    if (page.hasNext()) {
      buttons.add(button(NEXT, "more", asks(page, list.page(list.page() + 1))));
    }
    if (page.mayExport() && page.all() > 0) {
      buttons.add(button(EXPORT, "export", asks(page, list)));
    }
    if (!buttons.isEmpty()) {
      blocks.add(Blocks.actions(buttons.toArray(BlockElement[]::new)));
    }
    if (page.all() > InputList.PAGE) {
      int first = list.page() * InputList.PAGE;
      blocks.add(
          Blocks.context(
              words.say(
                  "report-back.page",
                  "from",
                  first + 1,
                  "to",
                  first + page.inputs().size(),
                  "all",
                  page.all())));
    }
  }

  private BlockElement button(String action, String label, Asked asked) {
    return Blocks.button(action, words.plain("report-back." + label), asked.value());
  }

  /**
   * What a button of a list asks for.
   *
   * @param initiative the one whose list it stands in, whichever the reader works on by now
   */
  record Asked(UUID initiative, InputList list) {
    String value() {
      return initiative + " " + list.toText();
    }

    static Asked read(String value) {
      String[] parts = value.split(" ", 2);
      return new Asked(UUID.fromString(parts[0]), InputList.read(parts[1]));
    }
  }

  private static Asked asks(InputPage page, InputList list) {
    return new Asked(page.initiative().id(), list);
  }

  private String tabName(Tab tab) {
    return words.plain("report-back.tab-" + tab.name().toLowerCase(Locale.ROOT));
  }

  private ActionsBlock menus(InputPage page) {
    InputList list = page.list();
    List<OptionObject> tabs =
        Stream.of(Tab.values())
            .map(
                tab ->
                    Blocks.option(
                        words.plain(
                            "report-back.tab",
                            "name",
                            tabName(tab),
                            "n",
                            page.counts().getOrDefault(tab, 0)),
                        asks(page, list.tab(tab)).value()))
            .toList();
    List<OptionObject> filters = new ArrayList<>();
    filters.add(
        option(
            "filter-all", asks(page, list.decisions(Decisions.ALL).onlyMine(false).round(null))));
    filters.add(option("filter-mine", asks(page, list.onlyMine(true))));
    filters.add(option("filter-undecided", asks(page, list.decisions(Decisions.UNDECIDED))));
    filters.add(option("filter-decided", asks(page, list.decisions(Decisions.DECIDED))));
    page.rounds().stream()
        .limit(MOST_ROUNDS)
        .forEach(
            round ->
                filters.add(
                    Blocks.option(
                        words.plain("report-back.filter-round", "round", round.name()),
                        asks(page, list.round(round.id())).value())));
    return Blocks.actions(
        StaticSelectElement.builder()
            .actionId(TAB)
            .options(tabs)
            .initialOption(tabs.get(List.of(Tab.values()).indexOf(list.tab())))
            .build(),
        StaticSelectElement.builder()
            .actionId(FILTER)
            .placeholder(Blocks.plain(filterName(page), 150))
            .options(distinct(filters))
            .build());
  }

  /** Slack wants each value once; a filter that changes nothing has that of another one. */
  private static List<OptionObject> distinct(List<OptionObject> options) {
    return options.stream()
        .collect(
            Collectors.toMap(
                OptionObject::getValue,
                it -> it,
                (first, second) -> second,
                java.util.LinkedHashMap::new))
        .values()
        .stream()
        .toList();
  }

  private String filterName(InputPage page) {
    List<String> set = new ArrayList<>();
    if (page.list().mine()) {
      set.add(words.plain("report-back.filter-mine"));
    }
    if (page.list().decided() != Decisions.ALL) {
      set.add(
          words.plain(
              "report-back.filter-" + page.list().decided().name().toLowerCase(Locale.ROOT)));
    }
    page.round()
        .ifPresent(
            round -> set.add(words.plain("report-back.filter-round", "round", round.name())));
    return set.isEmpty() ? words.plain("report-back.filter-label") : String.join(", ", set);
  }

  private OptionObject option(String name, Asked asked) {
    return Blocks.option(words.plain("report-back." + name), asked.value());
  }

  /** How many have heard, in one sentence. */
  public String rate(HeardBack figures) {
    if (figures.rate().isEmpty()) {
      return words.say("report-back.rate-none");
    }
    Integer days = figures.medianDays();
    return words.say(
        "report-back.rate",
        "rate",
        figures.rate().getAsInt(),
        "heard",
        figures.heard(),
        "owed",
        figures.owed(),
        "days",
        days == null ? "" : words.plain("report-back.days", "n", days));
  }

  /** Who can't be reached, and never counts as told; empty when there is nobody. */
  public Optional<String> notReached(HeardBack figures) {
    List<String> parts = new ArrayList<>();
    part(parts, "bounced", figures.bounced());
    part(parts, "anonymous", figures.anonymous());
    part(parts, "opted_out", figures.optedOut());
    part(parts, "deactivated", figures.deactivated());
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(words.say("report-back.not-reached", "list", String.join(", ", parts)));
  }

  private void part(List<String> parts, String name, int n) {
    if (n > 0) {
      parts.add(words.plain("report-back.n-" + name, "n", n));
    }
  }

  private Optional<String> figures(InputPage page) {
    String lines =
        Stream.concat(notReached(page.heardBack()).stream(), groups(page.byGroup()).stream())
            .collect(Collectors.joining("\n"));
    return lines.isEmpty() ? Optional.empty() : Optional.of(lines);
  }

  private Optional<String> groups(ByGroup byGroup) {
    if (byGroup.shown().isEmpty()) {
      return Optional.empty();
    }
    List<String> parts =
        new ArrayList<>(
            byGroup.shown().stream()
                .sorted(
                    Comparator.comparingInt((ByGroup.Group it) -> -it.figures().people())
                        .thenComparing(ByGroup.Group::name))
                .limit(MOST_GROUPS)
                .map(it -> group(it.name(), it.figures()))
                .toList());
    ByGroup.Figures rest = byGroup.rest();
    if (rest != null) {
      parts.add(group(words.plain("report-back.other-groups"), rest));
    }
    String line = words.say("report-back.by-group", "list", String.join(", ", parts));
    return Optional.of(
        rest == null
            ? line
            : line + " " + words.say("report-back.group-hidden", "fewest", ByGroup.FEWEST_SHOWN));
  }

  private String group(String name, ByGroup.Figures figures) {
    return words.plain(
        "report-back.group", "name", name, "heard", figures.heard(), "owed", figures.owed());
  }

  Message say(String name, Object... values) {
    return Message.of(words.say("report-back." + name, values));
  }

  String plain(String name, Object... values) {
    return words.plain("report-back." + name, values);
  }
}
