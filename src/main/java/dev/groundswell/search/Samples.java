package dev.groundswell.search;

import dev.groundswell.knowledge.Tip;
import dev.groundswell.knowledge.TipLibrary;
import dev.groundswell.prompt.Problems;
import dev.groundswell.prompt.PromptFiles;
import java.util.List;
import java.util.stream.Stream;

/** All texts that questions are compared with: the tips, and what no tip answers. */
record Samples(List<Tip> tips, List<String> outOfScope, List<Routes.Sign> signs) {

  static Samples read(TipLibrary library, PromptFiles files, Problems problems) {
    return new Samples(
        library.tips(), OutOfScope.read(files, problems), Routes.read(files, problems).signs());
  }

  /** What a tip says, in one text. */
  static String text(Tip tip) {
    String said = tip.say().map(say -> " " + say).orElse("");
    return tip.title() + ". " + tip.advice() + " " + tip.why() + said;
  }

  /** Every text, each once. */
  List<String> texts() {
    Stream<String> ofTips =
        tips.stream().flatMap(tip -> Stream.concat(Stream.of(text(tip)), tip.asks().stream()));
    Stream<String> ofSigns =
        signs.stream()
            .flatMap(sign -> Stream.concat(sign.examples().stream(), sign.lookalikes().stream()));
    return Stream.of(ofTips, outOfScope.stream(), ofSigns).flatMap(s -> s).distinct().toList();
  }
}
