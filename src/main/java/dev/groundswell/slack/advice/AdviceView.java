package dev.groundswell.slack.advice;

import com.slack.api.model.block.LayoutBlock;
import dev.groundswell.advice.Advice;
import dev.groundswell.advice.AdviceQuery;
import dev.groundswell.advice.Advised;
import dev.groundswell.advice.Tally;
import dev.groundswell.knowledge.Audience;
import dev.groundswell.knowledge.AudienceWords;
import dev.groundswell.knowledge.Tip;
import dev.groundswell.knowledge.TipLibrary;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Message;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How an answer with tips looks in Slack. */
public final class AdviceView {
  static final String MORE = "advice.more";
  private static final int LONGEST_ECHO = 120;
  private static final int LONGEST_QUESTION = 240;

  /** What a button may carry is limited, and a long question is understood by its beginning. */
  static final int LONGEST_VALUE = 1900;

  private final Words words;
  private final TipLibrary library;
  private final TipCard card;
  private final Pickers pickers;

  public AdviceView(Words words, TipLibrary library) {
    this.words = words;
    this.library = library;
    this.card = new TipCard(words);
    this.pickers = new Pickers(words, library);
  }

  /**
   * Who looks at an answer, as far as it changes the answer.
   *
   * @param channel the name of the channel that a tip can be shared to; empty where there is none
   */
  record Reader(Advice.Mine mine, Map<String, Tally> tallies, String channel) {}

  /** An answer, with pickers above it and buttons below each tip. */
  Message of(AdviceQuery query, Advised advised, List<String> leftover, Reader reader) {
    if (advised instanceof Advised.Tips tips) {
      return tips(query, tips, leftover, reader);
    } else if (advised instanceof Advised.Elsewhere elsewhere) {
      String sentence =
          words.say(
              elsewhere.route().isEmergency() ? "advice.emergency" : "advice.elsewhere",
              "title",
              elsewhere.route().title(),
              "answer",
              elsewhere.route().answer());
      return Message.of(sentence);
    } else if (advised instanceof Advised.Nothing) {
      String sentence = words.say("advice.nothing");
      return new Message(sentence, List.of(Blocks.section(sentence), pickers.of(query)));
    } else if (advised instanceof Advised.NoQuestion) {
      return Message.of(words.say("advice.ask-empty"));
    }
    throw new AssertionError(advised);
  }

  private Message tips(AdviceQuery query, Advised.Tips tips, List<String> leftover, Reader reader) {
    List<LayoutBlock> blocks = new ArrayList<>();
    String heading = heading(query);
    blocks.add(Blocks.section(heading));
    blocks.add(pickers.of(query));
    remarks(query, tips, leftover).forEach(it -> blocks.add(Blocks.context(it)));
    for (int i = 0; i < tips.tips().size(); i++) {
      blocks.addAll(card.of(query.page() * Advice.PAGE + i + 1, tips.tips().get(i), query, reader));
    }
    blocks.add(Blocks.divider());
    blocks.add(
        tips.more()
            ? Blocks.actions(
                Blocks.button(
                    MORE,
                    words.plain("advice.more-button"),
                    Blocks.cut(query.next().toText(), LONGEST_VALUE)))
            : Blocks.context(words.say("advice.no-more")));
    String titles = tips.tips().stream().map(Tip::title).collect(Collectors.joining("; "));
    return new Message(heading + " " + titles, blocks);
  }

  /** The same below the heading and its menus: a remark on what the answer goes by. */
  Message at(String remark, Message answer) {
    List<LayoutBlock> blocks = new ArrayList<>(answer.blocks());
    blocks.add(Math.min(2, blocks.size()), Blocks.context(remark));
    return new Message(answer.text(), blocks);
  }

  private String heading(AdviceQuery query) {
    if (query.isQuestion()) {
      return words.say(
          "advice.ask-heading", "question", Blocks.cut(query.question(), LONGEST_QUESTION));
    }
    String situation =
        query
            .situation()
            .map(it -> words.say("advice.fit-situation", "situation", lower(it.label())))
            .orElse("");
    String stage =
        query.stage().map(it -> words.say("advice.fit-stage", "stage", stage(query))).orElse("");
    if (!query.audiences().isEmpty()) {
      return words.say(
          "advice.heading", "audiences", names(query.audiences()), "fit", safe(stage + situation));
    }
    return words.say("advice.heading", "audiences", "everyone", "fit", safe(stage + situation));
  }

  private List<String> remarks(AdviceQuery query, Advised.Tips tips, List<String> leftover) {
    List<String> remarks = new ArrayList<>();
    String audiences = query.audiences().isEmpty() ? "everyone" : names(query.audiences());
    if (tips.stageHadNone()) {
      remarks.add(
          words.say("advice.stage-had-none", "audiences", audiences, "stage", stage(query)));
    }
    if (tips.situationHadNone()) {
      query
          .situation()
          .ifPresent(
              it ->
                  remarks.add(
                      words.say(
                          "advice.situation-had-none",
                          "audiences",
                          audiences,
                          "situation",
                          lower(it.label()))));
    }
    if (query.audiences().isEmpty() && !tips.guessed().isEmpty()) {
      remarks.add(words.say("advice.guessed", "audiences", names(tips.guessed())));
    }
    if (!leftover.isEmpty()) {
      String left = Blocks.cut(String.join(" ", leftover), LONGEST_ECHO);
      remarks.add(words.say("advice.leftover", "words", left));
    }
    return remarks;
  }

  /** An answer to a question that is better not repeated: tips without the question, or none. */
  Message withoutEcho(Advised advised, Reader reader) {
    List<LayoutBlock> blocks = new ArrayList<>();
    String remark = words.say("privacy.not-repeated");
    blocks.add(Blocks.section(remark));
    if (!(advised instanceof Advised.Tips tips)) {
      blocks.addAll(of(AdviceQuery.asked(""), advised, List.of(), reader).blocks());
      return new Message(remark, blocks);
    }
    for (int i = 0; i < tips.tips().size(); i++) {
      blocks.addAll(card.of(i + 1, tips.tips().get(i), AdviceQuery.asked(""), reader));
    }
    return new Message(remark, blocks);
  }

  /** A tip as everybody in the channel sees it. */
  Message shared(Tip tip, SafeString by) {
    return card.shared(tip, by);
  }

  /** Nothing of what was typed is known. */
  Message unknown(AudienceWords.Unknown unknown) {
    String typed = Blocks.cut(unknown.word(), LONGEST_ECHO);
    String sentence =
        unknown.nearest().isEmpty()
            ? words.say("advice.unknown", "typed", typed)
            : words.say(
                "advice.unknown-near", "typed", typed, "nearest", either(unknown.nearest()));
    return picker(sentence);
  }

  /** Nobody was named. */
  Message empty() {
    return picker(words.say("advice.empty"));
  }

  private Message picker(String sentence) {
    return new Message(
        sentence,
        List.of(
            Blocks.section(sentence),
            pickers.of(AdviceQuery.asked("")),
            Blocks.context(words.say("advice.try-ask"))));
  }

  private static SafeString either(List<Audience> nearest) {
    return safe(
        nearest.stream()
            .map(it -> "`" + it.label().toLowerCase(Locale.ROOT) + "`")
            .collect(Collectors.joining(" or ")));
  }

  private String stage(AdviceQuery query) {
    return query.stage().map(it -> lower(library.wording(it).label())).orElse("");
  }

  private static String names(List<Audience> audiences) {
    return audiences.stream().map(it -> lower(it.label())).collect(Collectors.joining(" and "));
  }

  /** "Front-line staff" in the middle of a sentence; "IT and data people" stays as it is. */
  private static String lower(String label) {
    boolean acronym = label.length() > 1 && Character.isUpperCase(label.charAt(1));
    return acronym ? label : label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
  }

  /** Words that were escaped when they were put together. */
  private static SafeString safe(String mrkdwn) {
    return new SafeString(mrkdwn);
  }
}
