package dev.groundswell.sponsor;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line of a digest.
 *
 * @param place by which it is edited, from 0
 * @param words what happened, in a sentence
 * @param source where the figure comes from, and of which day
 * @param objective the strategic objective that it serves, or null
 * @param soFar whether it is a beginning, and not proven
 */
public record Line(
    int place,
    Topic topic,
    String words,
    String source,
    @Nullable Objective objective,
    boolean soFar) {
  /** The longest words, in characters. */
  public static final int LONGEST = 500;

  /** A digest has so many at the most. */
  public static final int MOST = 5;

  /** What it is good for, as the organisation put it; never a personal objective. */
  public Optional<String> servesWhat() {
    return Optional.ofNullable(objective)
        .filter(it -> it.kind() == Objective.Kind.STRATEGIC)
        .map(Objective::words);
  }
}
