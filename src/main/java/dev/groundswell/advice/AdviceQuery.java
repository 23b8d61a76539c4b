package dev.groundswell.advice;

import dev.groundswell.knowledge.Audience;
import dev.groundswell.knowledge.Situation;
import dev.groundswell.knowledge.Stage;
import dev.groundswell.knowledge.TipLibrary;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What advice is wanted on; also what the buttons below an answer carry, so that they can build it
 * again.
 *
 * @param question in the person's own words, or empty for the tips of an audience, stage or
 *     situation
 * @param page counted from 0
 */
public record AdviceQuery(
    List<Audience> audiences,
    @Nullable Stage stageOrNull,
    @Nullable Situation situationOrNull,
    int page,
    String question) {

  public AdviceQuery {
    audiences = List.copyOf(audiences);
  }

  public static AdviceQuery asked(String question) {
    return new AdviceQuery(List.of(), null, null, 0, question);
  }

  public Optional<Stage> stage() {
    return Optional.ofNullable(stageOrNull);
  }

  public Optional<Situation> situation() {
    return Optional.ofNullable(situationOrNull);
  }

  public boolean isQuestion() {
    return !question.isEmpty();
  }

  /** True if nothing is known yet of what is wanted. */
  public boolean isOpen() {
    return audiences.isEmpty() && stageOrNull == null && situationOrNull == null && !isQuestion();
  }

  public AdviceQuery next() {
    return new AdviceQuery(audiences, stageOrNull, situationOrNull, page + 1, question);
  }

  /** The same, for these people, from the first page on. */
  public AdviceQuery about(List<Audience> picked) {
    return new AdviceQuery(picked, stageOrNull, situationOrNull, 0, question);
  }

  /** The same, for people at this stage, from the first page on. */
  public AdviceQuery at(@Nullable Stage picked) {
    return new AdviceQuery(audiences, picked, situationOrNull, 0, question);
  }

  /** {@code clinicians,care-team|preparation|workload-fear|1|the question}. */
  public String toText() {
    return audiences.stream().map(Audience::id).collect(Collectors.joining(","))
        + "|"
        + stage().map(Stage::id).orElse("")
        + "|"
        + situation().map(Situation::id).orElse("")
        + "|"
        + page
        + "|"
        + question;
  }

  /**
   * Reads {@link #toText()}; what the library does not know any more is left out.
   *
   * @throws IllegalArgumentException if the text has another form
   */
  public static AdviceQuery of(String text, TipLibrary library) {
    String[] parts = text.split("\\|", 5);
    if (parts.length < 5) {
      throw new IllegalArgumentException("not a query: it has " + parts.length + " parts");
    }
    return new AdviceQuery(
        Arrays.stream(parts[0].split(","))
            .map(library::audience)
            .flatMap(Optional::stream)
            .toList(),
        Stage.of(parts[1]).orElse(null),
        library.situation(parts[2]).orElse(null),
        Integer.parseInt(parts[3]),
        parts[4]);
  }
}
