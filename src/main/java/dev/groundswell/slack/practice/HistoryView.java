package dev.groundswell.slack.practice;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import dev.groundswell.practice.History;
import dev.groundswell.practice.History.Line;
import dev.groundswell.practice.History.What;
import dev.groundswell.prompt.Mrkdwn;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Days;
import dev.groundswell.slack.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was noted of a practice, a line each. */
final class HistoryView {
  static final String NEWER = "practice.history-newer";
  static final String OLDER = "practice.history-older";

  /** Slack takes so much in one message, and a little less with the buttons. */
  private static final int MOST_TOGETHER = 12_000;

  /** Each text is cut to the first of these with which all lines of the page find room. */
  private static final List<Integer> LENGTHS = List.of(500, 250, 80);

  private final Words words;
  private final CardView cards;

  HistoryView(Words words, CardView cards) {
    this.words = words;
    this.cards = cards;
  }

  Message of(History history) {
    String intro =
        words.say(
            history.total() == 0 ? "practice.history-empty" : "practice.history-intro",
            "name",
            history.practice().name(),
            "total",
            history.total());
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Blocks.section(intro));
    lines(history).forEach(it -> blocks.add(Blocks.context(it)));
    List<BlockElement> buttons = new ArrayList<>();
    String id = history.engagement() + " ";
    if (history.page() > 0) {
      buttons.add(
          Blocks.button(NEWER, words.plain("practice.history-newer"), id + (history.page() - 1)));
    }
    if (history.hasMore()) {
      buttons.add(
          Blocks.button(OLDER, words.plain("practice.history-older"), id + (history.page() + 1)));
    }
    if (!buttons.isEmpty()) {
      blocks.add(Blocks.actions(buttons.toArray(BlockElement[]::new)));
    }
    return new Message(intro, blocks);
  }

  private List<String> lines(History history) {
    List<String> lines = List.of();
    for (int longest : LENGTHS) {
      lines = history.lines().stream().map(it -> line(it, longest)).toList();
      if (lines.stream().mapToInt(String::length).sum() <= MOST_TOGETHER) {
        break;
      }
    }
    return lines;
  }

  private String line(Line line, int longest) {
    return words.say(
        "practice.history-line",
        "day",
        Days.withYear(line.on()),
        "who",
        Mrkdwn.mention(line.by()),
        "what",
        what(line.what(), longest),
        "note",
        Blocks.cut(line.note(), longest));
  }

  private String what(What what, int longest) {
    if (what instanceof What.Assessed it) {
      return words.plain(
          "practice.history-assessed",
          "purpose",
          Blocks.cut(it.purpose(), longest),
          "why",
          Blocks.cut(it.why(), longest),
          "outcome",
          Blocks.cut(it.outcome(), longest));
    } else if (what instanceof What.InTouch it) {
      return words.plain(
          "practice.history-in-touch",
          "way",
          cards.way(it.way()),
          "title",
          Blocks.cut(it.title(), longest));
    } else if (what instanceof What.Had it) {
      return words.plain("practice.history-had", "title", Blocks.cut(it.title(), longest));
    } else if (what instanceof What.Moved it) {
      return words.plain(
          "practice.history-moved", "from", cards.stage(it.from()), "to", cards.stage(it.to()));
    } else if (what instanceof What.WentOn it) {
      return words.plain(
          "practice.history-" + it.despite().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
    throw new AssertionError(what);
  }
}
