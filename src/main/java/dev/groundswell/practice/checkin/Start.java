package dev.groundswell.practice.checkin;

import dev.groundswell.knowledge.Stage;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A day on which work with a practice could begin.
 *
 * @param after what has to be over by then, or null when nothing is in the way
 */
public record Start(LocalDate day, @Nullable Demand after) {
  /** Nobody begins tomorrow. */
  private static final int DAYS_AHEAD = 7;

  /** What comes up this soon is waited for too. */
  private static final int WEEKS_TO_SETTLE_IN = 4;

  /** What the latest assessment says of a start. */
  public enum Seen {
    READY,
    NOT_YET,
    UNKNOWN
  }

  /**
   * Proposes one to a practice that is not at work yet; none while it said "not now", where the
   * latest assessment speaks against it, or while nobody knows how long something takes.
   */
  public static Optional<Start> propose(Course course, Seen seen, Agenda agenda, LocalDate today) {
    if (course.isHeld() || course.stage().compareTo(Stage.ACTION) >= 0 || seen == Seen.NOT_YET) {
      return Optional.empty();
    }
    LocalDate day = today;
    Demand last = null;
    for (Optional<Demand> next = inTheWay(agenda, day);
        next.isPresent();
        next = inTheWay(agenda, day)) {
      last = next.get();
      if (last.until() == null) {
        return Optional.empty();
      }
      day = last.lastDay().plusDays(1);
    }
    return last == null && seen != Seen.READY
        ? Optional.empty()
        : Optional.of(
            new Start(agenda.firstFreeDay(last == null ? day.plusDays(DAYS_AHEAD) : day), last));
  }

  /** What lasts on that day, or begins soon after it; of several, what lasts longest. */
  private static Optional<Demand> inTheWay(Agenda agenda, LocalDate day) {
    return agenda.demands().stream()
        .filter(it -> !it.lastDay().isBefore(day))
        .filter(it -> it.from().isBefore(day.plusWeeks(WEEKS_TO_SETTLE_IN)))
        .max((one, other) -> one.lastDay().compareTo(other.lastDay()));
  }
}
