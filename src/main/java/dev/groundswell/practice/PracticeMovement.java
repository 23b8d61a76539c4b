package dev.groundswell.practice;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;

/**
 * What happened with the practices of an initiative in a stretch of time: totals, and no practice
 * by name.
 *
 * @param assessed how many were looked at in it
 * @param placed how many have a place on both scales at its end
 * @param ready how many of those are willing and stable
 * @param wins noted in it, the newest first
 */
public record PracticeMovement(int assessed, int placed, int ready, List<Win> wins) {

  /**
   * What a practice achieved, without its name.
   *
   * @param meaning for patients and families
   */
  public record Win(LocalDate on, String what, String meaning) {}

  public PracticeMovement {
    wins = List.copyOf(wins);
  }

  /** Whether something about their readiness can be told without one being recognised. */
  public boolean tellsReadiness() {
    return assessed > 0 && placed >= Wins.FEWEST;
  }

  /**
   * How many are willing and stable; empty while they, or all the others, are so few that one could
   * be recognised.
   */
  public OptionalInt readyShown() {
    int others = placed - ready;
    return ready >= Wins.FEWEST && (others == 0 || others >= Wins.FEWEST)
        ? OptionalInt.of(ready)
        : OptionalInt.empty();
  }
}
