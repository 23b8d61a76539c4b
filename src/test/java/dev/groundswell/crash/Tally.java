package dev.groundswell.crash;

import java.util.Locale;

/**
 * What came of a run.
 *
 * @param acknowledged commands that were answered with "kept"
 * @param inflight commands and messages that were in the middle when their process was killed
 * @param lost acknowledged inputs whose reminder never came, and digests that neither arrived nor
 *     were brought to their owner
 * @param doubled reminders that came twice for the same time that they were due, and digests that
 *     were mailed twice
 * @param unknown digests whose end nobody knows: their owner was asked whether they arrived
 */
record Tally(
    Plan plan, int kills, int acknowledged, int inflight, int lost, int doubled, int unknown) {
  boolean isGood() {
    return lost == 0 && doubled == 0 && inflight > 0;
  }

  @Override
  public String toString() {
    String db = plan.engine().name().toLowerCase(Locale.ROOT).replace("postgresql", "postgres");
    return "db=%s nodes=%d kills=%d acknowledged=%d inflight=%d lost=%d doubled=%d unknown=%d"
        .formatted(db, plan.nodes(), kills, acknowledged, inflight, lost, doubled, unknown);
  }
}
