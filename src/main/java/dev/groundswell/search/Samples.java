package dev.groundswell.search;

import dev.groundswell.knowledge.Tip;
import dev.groundswell.knowledge.TipLibrary;
import dev.groundswell.prompt.Problems;
import dev.groundswell.prompt.PromptFiles;
import java.util.List;
import java.util.stream.Stream;

/** All texts that questions are compared with: the tips, and what no tip answers. */
record Samples(
    List<Tip> tips, List<String> inScope, List<String> outOfScope, List<Routes.Sign> signs) {

  static Samples read(TipLibrary library, PromptFiles files, Problems problems) {
    return new Samples(
        library.tips(),
        Examples.read(Examples.IN_SCOPE, files, problems),
        Examples.read(Examples.OUT_OF_SCOPE, files, problems),
        Routes.read(files, problems));
  }

  /** The asks of all tips. */
  List<String> asks() {
    return tips.stream().flatMap(tip -> tip.asks().stream()).toList();
  }

  /** The questions of all routes that only sound like theirs. */
  List<String> lookalikes() {
    return signs.stream().flatMap(sign -> sign.lookalikes().stream()).toList();
  }

  /** What a tip says, in one text. */
  static String text(Tip tip) {
    String said = tip.say().map(say -> " " + say).orElse("");
    return tip.title() + ". " + tip.advice() + " " + tip.why() + said;
  }

  /** Every text, each once. */
  List<String> texts() {
    return Stream.of(
            tips.stream().map(Samples::text),
            asks().stream(),
            inScope.stream(),
            outOfScope.stream(),
            lookalikes().stream(),
            signs.stream().flatMap(sign -> sign.examples().stream()))
        .flatMap(texts -> texts)
        .distinct()
        .toList();
  }
}
