package dev.groundswell.crash;

import java.util.Locale;

/**
 * What came of a run.
 *
 * @param acknowledged commands that were answered with "kept"
 * @param inflight commands and messages that were in the middle when their process was killed
 * @param lost acknowledged inputs whose reminder never came
 * @param doubled reminders that came twice for the same time that they were due
 */
record Tally(Plan plan, int kills, int acknowledged, int inflight, int lost, int doubled) {
  boolean isGood() {
    return lost == 0 && doubled == 0 && inflight > 0;
  }

  @Override
  public String toString() {
    String db = plan.engine().name().toLowerCase(Locale.ROOT).replace("postgresql", "postgres");
    return "db=%s nodes=%d kills=%d acknowledged=%d inflight=%d lost=%d doubled=%d"
        .formatted(db, plan.nodes(), kills, acknowledged, inflight, lost, doubled);
  }
}
