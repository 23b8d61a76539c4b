package dev.groundswell.slack.tips;

import com.slack.api.model.block.LayoutBlock;
import dev.groundswell.knowledge.Audience;
import dev.groundswell.knowledge.AudienceWords;
import dev.groundswell.knowledge.Source;
import dev.groundswell.knowledge.Tip;
import dev.groundswell.knowledge.TipChoice;
import dev.groundswell.knowledge.TipLibrary;
import dev.groundswell.privacy.Finding;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.PatientDetailsView;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How tips look in Slack. */
public final class TipsView {
  static final String MORE = "tips.more";
  static final int PAGE = 3;
  private static final int LONGEST_ECHO = 120;

  private final Words words;
  private final TipLibrary library;

  public TipsView(Words words, TipLibrary library) {
    this.words = words;
    this.library = library;
  }

  /** One page of the tips for what was recognised, with a button for the next. */
  Message page(TipsAsk ask, TipChoice choice, List<String> leftover) {
    List<LayoutBlock> blocks = new ArrayList<>();
    String heading = heading(ask);
    blocks.add(Blocks.section(heading));
    if (ask.page() == 0) {
      remarks(ask, choice, leftover).forEach(it -> blocks.add(Blocks.context(it)));
    }
    List<Tip> tips = choice.page(ask.page(), PAGE);
    for (int i = 0; i < tips.size(); i++) {
      blocks.addAll(tip(ask.page() * PAGE + i + 1, tips.get(i)));
    }
    boolean more = (ask.page() + 1) * PAGE < choice.tips().size();
    blocks.add(
        more
            ? Blocks.actions(
                Blocks.button(MORE, words.plain("tips.more-button"), ask.next().toValue()))
            : Blocks.context(words.say("tips.no-more")));
    String titles = tips.stream().map(Tip::title).collect(Collectors.joining("; "));
    return new Message(heading + " " + titles, blocks);
  }

  private String heading(TipsAsk ask) {
    if (ask.audiences().isEmpty()) {
      return ask.situation()
          .map(
              it ->
                  words.say(
                      "tips.for-situation",
                      "situation",
                      lower(it.label()),
                      "fit",
                      safe(
                          ask.stage()
                              .map(s -> words.say("tips.fit-stage", "stage", stage(s.id())))
                              .orElse(""))))
          .orElseGet(
              () ->
                  words.say(
                      "tips.for-stage",
                      "stage",
                      ask.stage().map(it -> stage(it.id())).orElseThrow()));
    }
    String fit =
        ask.stage().map(it -> words.say("tips.fit-stage", "stage", stage(it.id()))).orElse("")
            + ask.situation()
                .map(it -> words.say("tips.fit-situation", "situation", lower(it.label())))
                .orElse("");
    return words.say("tips.heading", "audiences", names(ask.audiences()), "fit", safe(fit));
  }

  private List<String> remarks(TipsAsk ask, TipChoice choice, List<String> leftover) {
    List<String> remarks = new ArrayList<>();
    String audiences = ask.audiences().isEmpty() ? "everyone" : names(ask.audiences());
    if (choice.stageHadNone()) {
      ask.stage()
          .ifPresent(
              it ->
                  remarks.add(
                      words.say(
                          "tips.stage-had-none", "audiences", audiences, "stage", stage(it.id()))));
    }
    if (choice.situationHadNone()) {
      ask.situation()
          .ifPresent(
              it ->
                  remarks.add(
                      words.say(
                          "tips.situation-had-none",
                          "audiences",
                          audiences,
                          "situation",
                          lower(it.label()))));
    }
    if (!leftover.isEmpty()) {
      String left = Blocks.cut(String.join(" ", leftover), LONGEST_ECHO);
      remarks.add(words.say("tips.leftover", "words", left));
    }
    return remarks;
  }

  /** One tip: what to do, why, a sentence to say, where it comes from. */
  List<LayoutBlock> tip(int number, Tip tip) {
    List<LayoutBlock> blocks = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    text.append(
        words.say(
            "tips.tip",
            "n",
            number,
            "title",
            tip.title(),
            "advice",
            tip.advice(),
            "why",
            tip.why()));
    tip.say().ifPresent(it -> text.append('\n').append(words.say("tips.say", "words", it)));
    tip.note().ifPresent(it -> text.append('\n').append(words.say("tips.note", "note", it)));
    blocks.add(Blocks.section(text.toString()));
    blocks.add(Blocks.context(source(tip.sources())));
    return blocks;
  }

  private String source(List<Source> sources) {
    String first = sources.get(0).cite();
    return sources.size() == 1
        ? words.say("tips.source", "source", first)
        : words.say("tips.sources", "source", first, "n", sources.size() - 1);
  }

  /** Nothing of what was typed is known. */
  Message unknown(AudienceWords.Unknown unknown) {
    String typed = Blocks.cut(unknown.word(), LONGEST_ECHO);
    String sentence =
        unknown.nearest().isEmpty()
            ? words.say("tips.unknown", "typed", typed)
            : words.say(
                "tips.unknown-near",
                "typed",
                typed,
                "nearest",
                safe(
                    unknown.nearest().stream()
                        .map(it -> "`" + it.label().toLowerCase(Locale.ROOT) + "`")
                        .collect(Collectors.joining(" or "))));
    return new Message(
        sentence,
        List.of(
            Blocks.section(sentence),
            Blocks.section(known()),
            Blocks.context(words.say("tips.try-ask"))));
  }

  /** Tips for what was understood, and why the rest is not repeated. */
  Message withoutEcho(Message page) {
    List<LayoutBlock> blocks = new ArrayList<>(page.blocks());
    blocks.add(Blocks.context(words.say("privacy.not-repeated")));
    return new Message(page.text(), blocks);
  }

  Message patientDetails(Finding.Kind kind) {
    return PatientDetailsView.message(words, kind);
  }

  /** Nobody was named. */
  Message empty() {
    String sentence = words.say("tips.empty");
    return new Message(
        sentence,
        List.of(
            Blocks.section(sentence),
            Blocks.section(known()),
            Blocks.context(words.say("tips.try-ask"))));
  }

  private String known() {
    return library.audiences().stream()
        .filter(it -> !it.isEveryone())
        .map(it -> "`" + lower(it.label()) + "`")
        .collect(Collectors.joining("  "));
  }

  private String stage(String id) {
    return library
        .wording(dev.groundswell.knowledge.Stage.of(id).orElseThrow())
        .label()
        .toLowerCase(Locale.ROOT);
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
