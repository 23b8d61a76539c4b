package dev.groundswell.practice.readiness;

import dev.groundswell.kernel.UserId;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The assessments of one practice over time, the earliest first.
 *
 * @param assessments in any order; they are put in order here
 */
public record Trajectory(List<Assessment> assessments) {
  /** Ratings of two people that lie no further apart than this are about the same situation. */
  private static final int SAME_TIME_DAYS = 28;

  /** A practice is not asked again before this, unless there is a reason. */
  public static final int REPEAT_DAYS = 84;

  public Trajectory {
    List<Assessment> inOrder = new ArrayList<>(assessments);
    inOrder.sort(Comparator.comparing(Assessment::ratedOn).thenComparing(Assessment::id));
    assessments = List.copyOf(inOrder);
  }

  public Optional<Assessment> latest() {
    return assessments.isEmpty()
        ? Optional.empty()
        : Optional.of(assessments.get(assessments.size() - 1));
  }

  /** The last one of a day before, for a comparison; empty when there is only one. */
  public Optional<Assessment> before() {
    return latest()
        .flatMap(
            last ->
                assessments.stream()
                    .filter(it -> it.rater().equals(last.rater()) && !it.id().equals(last.id()))
                    .reduce((first, second) -> second));
  }

  /** True if the latest is so old that it says little about today. */
  public boolean isStale(LocalDate today) {
    return latest()
        .map(it -> ChronoUnit.DAYS.between(it.ratedOn(), today) > REPEAT_DAYS)
        .orElse(false);
  }

  /** The day from which on asking again needs no reason; empty if nobody asked yet. */
  public Optional<LocalDate> repeatFrom() {
    return latest().map(it -> it.ratedOn().plusDays(REPEAT_DAYS));
  }

  /** How the latest differs from what somebody else saw at about the same time. */
  public Optional<Difference> difference() {
    Optional<Assessment> last = latest();
    if (last.isEmpty()) {
      return Optional.empty();
    }
    Assessment mine = last.get();
    return assessments.stream()
        .filter(it -> !it.rater().equals(mine.rater()))
        .filter(it -> ChronoUnit.DAYS.between(it.ratedOn(), mine.ratedOn()) <= SAME_TIME_DAYS)
        .reduce((first, second) -> second)
        .map(theirs -> new Difference(mine, theirs));
  }

  /** Two people's ratings of about the same time. */
  public record Difference(Assessment latest, Assessment other) {
    public UserId rater() {
      return latest.rater();
    }

    public UserId otherRater() {
      return other.rater();
    }

    /** How much higher the latest is; empty unless both rated that scale. */
    public OptionalDouble on(Dimension dimension) {
      OptionalDouble one = latest.readiness().on(dimension);
      OptionalDouble two = other.readiness().on(dimension);
      return one.isPresent() && two.isPresent()
          ? OptionalDouble.of(one.getAsDouble() - two.getAsDouble())
          : OptionalDouble.empty();
    }
  }
}
