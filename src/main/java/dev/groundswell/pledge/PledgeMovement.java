package dev.groundswell.pledge;

/**
 * What happened with the pledges of an initiative in a stretch of time, in totals.
 *
 * @param made noted in it
 * @param kept said to be kept in it
 * @param open waiting at its end
 * @param overdue of those, how many whose day had gone by
 */
public record PledgeMovement(int made, int kept, int open, int overdue) {
  public boolean nothingMoved() {
    return made == 0 && kept == 0;
  }
}
