package dev.groundswell.sponsor;

import dev.groundswell.feedback.HeardBack;
import dev.groundswell.feedback.Movement;
import dev.groundswell.pledge.PledgeMovement;
import dev.groundswell.practice.PracticeMovement;
import java.time.LocalDate;
import java.util.List;

/**
 * What really happened with an initiative in a stretch of time; all that a digest is made of.
 *
 * @param until the day on which the figures were read
 * @param newlyOverdue by how much the pledges whose day had gone by grew in it
 * @param wins noted in the stretch, the newest first
 * @param interest of which something was counted in the stretch
 */
record Happened(
    LocalDate until,
    Movement movement,
    HeardBack heardBack,
    PledgeMovement pledges,
    int newlyOverdue,
    PracticeMovement practices,
    List<Win> wins,
    List<Interest> interest) {
  Happened {
    wins = List.copyOf(wins);
    interest = List.copyOf(interest);
  }

  boolean nothingChanged() {
    return movement.nothingMoved()
        && pledges.nothingMoved()
        && newlyOverdue <= 0
        && wins.isEmpty()
        && interest.stream().allMatch(it -> it.newest().isEmpty())
        && !practices.tellsReadiness();
  }
}
