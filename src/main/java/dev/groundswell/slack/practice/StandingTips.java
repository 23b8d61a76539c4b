package dev.groundswell.slack.practice;

import com.slack.api.model.block.LayoutBlock;
import dev.groundswell.knowledge.Stage;
import dev.groundswell.knowledge.Tip;
import dev.groundswell.knowledge.TipLibrary;
import dev.groundswell.practice.Card;
import dev.groundswell.practice.readiness.Corner;
import dev.groundswell.practice.readiness.Readiness;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Message;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The tips for where a practice stands: those of its corner first, then those of its stage. */
final class StandingTips {
  private static final int MOST = 3;

  private final Words words;
  private final TipLibrary library;

  StandingTips(Words words, TipLibrary library) {
    this.words = words;
    this.library = library;
  }

  Message of(Card card) {
    Stage stage = card.engagement().course().stage();
    List<LayoutBlock> blocks = new ArrayList<>();
    String intro =
        words.say(
            "practice.tips-intro",
            "name",
            card.practice().name(),
            "stage",
            library.wording(stage).label());
    blocks.add(Blocks.section(intro));
    blocks.add(
        Blocks.section(
            words.say(
                "practice.tips-stage",
                "tasks",
                listed(library.stagesOfChange().of(stage).tasks()),
                "avoid",
                listed(library.stagesOfChange().of(stage).avoid()))));
    for (Tip tip : tips(card, stage)) {
      blocks.add(Blocks.section(text(tip)));
      blocks.add(Blocks.context(words.say("advice.source", "source", tip.sources().get(0).cite())));
    }
    blocks.add(Blocks.context(words.say("practice.tips-more", "stage", stage.id())));
    return new Message(intro, blocks);
  }

  private String text(Tip tip) {
    String text = words.say("practice.tip", "title", tip.title(), "advice", tip.advice());
    return tip.say().map(it -> text + "\n" + words.say("advice.say", "words", it)).orElse(text);
  }

  private List<Tip> tips(Card card, Stage stage) {
    Set<Tip> tips = new LinkedHashSet<>();
    Readiness readiness = card.trajectory().readiness();
    if (card.engagement().course().isHeld()) {
      // What it said counts for more than what was seen: nothing is begun, one stays in touch.
      tips.addAll(library.readiness().quadrant(false, false).tips());
    }
    for (Corner corner : readiness.corners()) {
      // Near the middle each side has its say before one of them has a second.
      tips.add(library.readiness().quadrant(corner.willing(), corner.stable()).tips().get(0));
    }
    readiness
        .corner()
        .ifPresent(
            it -> tips.addAll(library.readiness().quadrant(it.willing(), it.stable()).tips()));
    library
        .audience("practice")
        .ifPresent(it -> tips.addAll(library.forAudience(List.of(it), stage, null).tips()));
    return tips.stream().limit(MOST).toList();
  }

  /** After a step back: that it is normal, and the way in again. */
  String wayBack(Stage to) {
    return words.say(
        "practice.stage-back", "tasks", listed(library.stagesOfChange().of(to).tasks()));
  }

  /** Each with a capital of its own, so a comma would not do. */
  private static String listed(List<String> things) {
    return String.join(" · ", things);
  }
}
