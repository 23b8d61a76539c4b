package dev.groundswell.search;

import dev.groundswell.knowledge.Audience;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was found for a question: tips, or a route to where it belongs, or nothing.
 *
 * @param answers up to twelve tips, the best first; empty if there is a route, if nothing fits, or
 *     if nothing was asked
 * @param routeOrNull where the question belongs, if that is none of our business
 * @param inferredAudiences whom the text seems to be about, in the order it names them; those
 *     picked are not repeated
 * @param nothingAsked true if the text had no words at all: blank, emoji, punctuation
 */
public record Answers(
    List<Answer> answers,
    @Nullable Route routeOrNull,
    List<Audience> inferredAudiences,
    boolean nothingAsked) {
  public Answers {
    answers = List.copyOf(answers);
    inferredAudiences = List.copyOf(inferredAudiences);
  }

  static Answers toNothing() {
    return new Answers(List.of(), null, List.of(), true);
  }

  /** True if no tip is shown. */
  public boolean abstained() {
    return answers.isEmpty();
  }

  /** Where the question belongs, if tips must not answer it. */
  public Optional<Route> route() {
    return Optional.ofNullable(routeOrNull);
  }

  /** The best few. */
  public List<Answer> best(int atMost) {
    return answers.subList(0, Math.min(atMost, answers.size()));
  }
}
