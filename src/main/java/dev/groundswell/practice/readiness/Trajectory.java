package dev.groundswell.practice.readiness;

import static dev.groundswell.practice.readiness.Dimension.STABILITY;
import static dev.groundswell.practice.readiness.Dimension.WILLINGNESS;

import dev.groundswell.kernel.UserId;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

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

  /** The latest that has a score on that scale. */
  public Optional<Assessment> latest(Dimension dimension) {
    return assessments.stream()
        .filter(it -> it.readiness().on(dimension).isPresent())
        .reduce((first, second) -> second);
  }

  /**
   * Where it stands: each scale as it was last seen, for who rates one does not unsee the other.
   */
  public Readiness readiness() {
    return new Readiness(score(WILLINGNESS), score(STABILITY));
  }

  private @Nullable Double score(Dimension dimension) {
    OptionalDouble score =
        latest(dimension).map(it -> it.readiness().on(dimension)).orElse(OptionalDouble.empty());
    return score.isPresent() ? score.getAsDouble() : null;
  }

  /** The day of {@link #readiness()}: where the scales were seen on two days, the earlier one. */
  public Optional<LocalDate> seenOn() {
    return Arrays.stream(Dimension.values())
        .flatMap(it -> latest(it).stream())
        .map(Assessment::ratedOn)
        .min(Comparator.naturalOrder())
        .or(() -> latest().map(Assessment::ratedOn));
  }

  /** True if what is known is so old that it says little about today. */
  public boolean isStale(LocalDate today) {
    return seenOn().map(it -> isStale(it, today)).orElse(false);
  }

  /** True if what was seen on that day says little about today. */
  public static boolean isStale(LocalDate seenOn, LocalDate today) {
    return ChronoUnit.DAYS.between(seenOn, today) > REPEAT_DAYS;
  }

  /**
   * What this person would ask again too soon; empty if that needs no reason. What others saw at
   * about the same time is not repeated: theirs is a second view.
   */
  public Optional<Assessment> repeated(UserId rater, LocalDate seenOn, LocalDate today) {
    return assessments.stream()
        .filter(it -> today.isBefore(it.ratedOn().plusDays(REPEAT_DAYS)))
        .filter(it -> it.rater().equals(rater) || !isSameTime(it.ratedOn(), seenOn))
        .reduce((first, second) -> second);
  }

  private static boolean isSameTime(LocalDate one, LocalDate other) {
    return Math.abs(ChronoUnit.DAYS.between(one, other)) <= SAME_TIME_DAYS;
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
        .filter(it -> isSameTime(it.ratedOn(), mine.ratedOn()))
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
