package dev.groundswell.slack.home;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.DispatchActionConfig;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.view.View;
import dev.groundswell.advice.Tally;
import dev.groundswell.feedback.HeardBack;
import dev.groundswell.feedback.Input;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.knowledge.Tip;
import dev.groundswell.knowledge.TipLibrary;
import dev.groundswell.people.Person;
import dev.groundswell.prompt.Mrkdwn;
import dev.groundswell.prompt.Words;
import dev.groundswell.reminder.Coming;
import dev.groundswell.reminder.WorkingTime;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.feedback.InputLines;
import dev.groundswell.slack.feedback.InputListView;
import dev.groundswell.slack.initiative.InitiativeView;
import dev.groundswell.slack.reminder.HoursView;
import dev.groundswell.slack.reminder.UpcomingView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the Home looks. */
public final class HomeView {
  static final String ASK = "home.ask";
  static final String LET_GO = "home.let-go";
  static final String CHOOSE = "home.choose";
  static final int MOST_TODOS = 5;

  /** Of each feature besides. */
  static final int MOST_BESIDES = 3;

  static final int MOST_UPCOMING = 5;
  private static final int MOST_CHOICES = 100;
  private static final int MOST_KEPT = 10;
  private static final int MOST_TALLIES = 5;

  /** Slack's limit for a Home is 100; an answer brings up to 20. */
  private static final int MOST_BLOCKS = 98;

  private final Words words;
  private final InputLines lines;
  private final InputListView listView;
  private final UpcomingView upcomingView;
  private final HoursView hoursView;
  private final TipLibrary library;

  public HomeView(
      Words words, InputListView listView, UpcomingView upcomingView, TipLibrary library) {
    this.words = words;
    this.lines = new InputLines(words);
    this.listView = listView;
    this.upcomingView = upcomingView;
    this.hoursView = new HoursView(words);
    this.library = library;
  }

  /**
   * What one person's Home shows.
   *
   * @param todos what they have to do, the first due at the top, one more than is shown if there is
   *     more
   * @param besides what other features leave them to do by now, each with its buttons
   * @param upcoming what will come to them, the next at the top, one more than is shown if there is
   *     more
   * @param answer the answer to what they just asked here
   * @param kept the tips that they keep
   * @param initiative the one that their commands mean
   * @param heardBack who has heard back in it
   * @param all every initiative in which they take part, to choose from
   * @param tallies what helped in the workspace; empty for those who neither lead nor look after
   *     the workspace
   * @param hours when they want to be written to
   */
  record Shown(
      List<Input> todos,
      List<List<LayoutBlock>> besides,
      List<Coming> upcoming,
      LocalDate today,
      Optional<Message> answer,
      List<Tip> kept,
      Optional<Initiative> initiative,
      List<Initiative> all,
      Optional<HeardBack> heardBack,
      Map<String, Tally> tallies,
      Person person,
      WorkingTime hours) {}

  View of(Shown shown) {
    List<LayoutBlock> blocks = new ArrayList<>();
    todos(shown, blocks);
    upcoming(shown, blocks);
    glance(shown, blocks);
    chooser(shown, blocks);
    ask(shown, blocks);
    kept(shown, blocks);
    helped(shown, blocks);
    blocks.add(Blocks.divider());
    blocks.addAll(hoursView.line(shown.hours(), shown.person().zone()));
    blocks.add(Blocks.context(words.say("home.settings")));
    return View.builder()
        .type("home")
        .blocks(blocks.subList(0, Math.min(blocks.size(), MOST_BLOCKS)))
        .build();
  }

  private void todos(Shown shown, List<LayoutBlock> blocks) {
    blocks.add(Blocks.header(words.plain("home.todos")));
    shown.besides().forEach(blocks::addAll);
    if (shown.todos().isEmpty() && !shown.besides().isEmpty()) {
      return;
    }
    if (shown.todos().isEmpty()) {
      blocks.add(
          Blocks.section(
              words.say(shown.initiative().isEmpty() ? "home.begin" : "home.nothing-to-do")));
      return;
    }
    List<Input> first = shown.todos().subList(0, Math.min(MOST_TODOS, shown.todos().size()));
    first.forEach(input -> blocks.addAll(lines.todo(input, shown.today(), shown.person().zone())));
    if (shown.todos().size() > MOST_TODOS) {
      blocks.add(Blocks.context(words.say("home.more-todos")));
    }
  }

  private void upcoming(Shown shown, List<LayoutBlock> blocks) {
    if (shown.upcoming().isEmpty()) {
      return;
    }
    Person person = shown.person();
    String lines =
        shown.upcoming().stream()
            .limit(MOST_UPCOMING)
            .map(it -> "• " + upcomingView.line(it, person.id(), person.zone()))
            .collect(Collectors.joining("\n"));
    blocks.add(Blocks.header(words.plain("home.upcoming")));
    blocks.add(Blocks.section(lines));
    if (shown.upcoming().size() > MOST_UPCOMING) {
      blocks.add(Blocks.context(words.say("home.more-upcoming")));
    }
  }

  private void ask(Shown shown, List<LayoutBlock> blocks) {
    blocks.add(Blocks.header(words.plain("home.advice")));
    blocks.add(
        InputBlock.builder()
            .blockId(ASK)
            .dispatchAction(true)
            .label(Blocks.plain(words.plain("home.ask-label"), 2000))
            .element(
                PlainTextInputElement.builder()
                    .actionId(ASK)
                    .maxLength(2000)
                    .placeholder(Blocks.plain(words.plain("home.ask-example"), 150))
                    .dispatchActionConfig(
                        DispatchActionConfig.builder()
                            .triggerActionsOn(List.of("on_enter_pressed"))
                            .build())
                    .build())
            .build());
    shown.answer().ifPresent(answer -> blocks.addAll(answer.blocks()));
  }

  private void kept(Shown shown, List<LayoutBlock> blocks) {
    if (shown.kept().isEmpty()) {
      return;
    }
    blocks.add(Blocks.header(words.plain("home.kept")));
    shown.kept().stream()
        .limit(MOST_KEPT)
        .forEach(
            tip ->
                blocks.add(
                    Blocks.section(
                        words.say("home.kept-tip", "title", tip.title(), "advice", tip.advice()),
                        Blocks.button(LET_GO, words.plain("home.let-go"), tip.id()))));
  }

  private void glance(Shown shown, List<LayoutBlock> blocks) {
    if (shown.initiative().isEmpty()) {
      blocks.add(Blocks.actions(InitiativeView.startButton(words)));
      return;
    }
    Initiative initiative = shown.initiative().get();
    HeardBack heardBack = shown.heardBack().orElse(HeardBack.NOBODY);
    blocks.add(Blocks.header(initiative.name()));
    blocks.add(Blocks.section(listView.rate(heardBack)));
    String foot =
        words.say(
            "home.glance",
            "lead",
            Mrkdwn.mention(initiative.lead()),
            "waiting",
            heardBack.waiting());
    blocks.add(
        Blocks.context(listView.notReached(heardBack).map(it -> foot + "\n" + it).orElse(foot)));
  }

  /** The one setting that is a person's own: which initiative their commands mean. */
  private void chooser(Shown shown, List<LayoutBlock> blocks) {
    if (shown.all().size() < 2 || shown.initiative().isEmpty()) {
      return;
    }
    String current = shown.initiative().get().id().toString();
    List<OptionObject> options =
        Stream.concat(
                shown.initiative().stream(),
                shown.all().stream().filter(it -> !it.id().toString().equals(current)))
            .limit(MOST_CHOICES)
            .map(it -> Blocks.option(it.name(), it.id().toString()))
            .toList();
    blocks.add(
        Blocks.section(
            words.say("home.choose"),
            StaticSelectElement.builder()
                .actionId(CHOOSE)
                .options(options)
                .initialOption(options.get(0))
                .build()));
  }

  private void helped(Shown shown, List<LayoutBlock> blocks) {
    if (shown.tallies().isEmpty()) {
      return;
    }
    StringBuilder lines = new StringBuilder(words.say("home.helped"));
    shown.tallies().entrySet().stream()
        .sorted(
            Comparator.comparingDouble((Map.Entry<String, Tally> it) -> -it.getValue().weight())
                .thenComparing(Map.Entry::getKey))
        .limit(MOST_TALLIES)
        .forEach(
            it ->
                library
                    .byId(it.getKey())
                    .ifPresent(
                        tip ->
                            lines
                                .append('\n')
                                .append(
                                    words.say(
                                        "home.helped-tip",
                                        "title",
                                        tip.title(),
                                        "helped",
                                        it.getValue().helped(),
                                        "votes",
                                        it.getValue().votes()))));
    blocks.add(Blocks.section(lines.toString()));
  }
}
