package dev.groundswell.slack.tips;

import dev.groundswell.knowledge.Audience;
import dev.groundswell.knowledge.Situation;
import dev.groundswell.knowledge.Stage;
import dev.groundswell.knowledge.TipLibrary;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which tips, and which page of them; also what the button for more carries. */
record TipsAsk(
    List<Audience> audiences,
    @Nullable Stage stageOrNull,
    @Nullable Situation situationOrNull,
    int page) {

  TipsAsk {
    audiences = List.copyOf(audiences);
  }

  Optional<Stage> stage() {
    return Optional.ofNullable(stageOrNull);
  }

  Optional<Situation> situation() {
    return Optional.ofNullable(situationOrNull);
  }

  TipsAsk next() {
    return new TipsAsk(audiences, stageOrNull, situationOrNull, page + 1);
  }

  /** {@code clinicians,care-team|preparation|workload-fear|1}. */
  String toValue() {
    return audiences.stream().map(Audience::id).collect(Collectors.joining(","))
        + "|"
        + stage().map(Stage::id).orElse("")
        + "|"
        + situation().map(Situation::id).orElse("")
        + "|"
        + page;
  }

  /** Reads {@link #toValue()}; what the library does not know any more is left out. */
  static TipsAsk of(String value, TipLibrary library) {
    String[] parts = value.split("\\|", -1);
    return new TipsAsk(
        Arrays.stream(parts[0].split(","))
            .map(library::audience)
            .flatMap(Optional::stream)
            .toList(),
        Stage.of(parts[1]).orElse(null),
        library.situation(parts[2]).orElse(null),
        Integer.parseInt(parts[3]));
  }
}
