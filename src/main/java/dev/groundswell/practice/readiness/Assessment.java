package dev.groundswell.practice.readiness;

import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one person saw on one day, for a stated use.
 *
 * @param purpose the decision that it was to serve
 * @param ratings 1 to 5; what could not be judged is left out, and all of it where another
 *     instrument was used
 * @param whyAgain the reason for asking again soon, or empty
 * @param outcome what was decided with it, or empty until something was
 * @param toldAt when the practice heard what became of it, or null
 * @param named what another instrument gave, or null
 */
public record Assessment(
    WorkspaceId workspace,
    UUID id,
    UUID practice,
    UUID initiative,
    String purpose,
    Map<Component, Integer> ratings,
    String note,
    UserId rater,
    LocalDate ratedOn,
    String whyAgain,
    String outcome,
    @Nullable Instant toldAt,
    @Nullable NamedScores named) {

  /** The longest purpose, note or outcome, in characters. */
  public static final int LONGEST = 1000;

  public Assessment {
    if (purpose.isBlank()) {
      throw new IllegalArgumentException("an assessment serves a decision");
    }
    if (ratings.isEmpty() == (named == null)) {
      throw new IllegalArgumentException("an assessment rates, or names another instrument");
    }
    for (int rating : ratings.values()) {
      if (rating < Component.LOWEST || rating > Component.HIGHEST) {
        throw new IllegalArgumentException("a rating is 1 to 5, not " + rating);
      }
    }
    Map<Component, Integer> inOrder = new EnumMap<>(Component.class);
    inOrder.putAll(ratings);
    ratings = Collections.unmodifiableMap(inOrder);
  }

  public Readiness readiness() {
    return Readiness.of(ratings);
  }

  /** True if it was noted what was decided with it. */
  public boolean served() {
    return !outcome.isEmpty();
  }
}
