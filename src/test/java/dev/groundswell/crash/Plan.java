package dev.groundswell.crash;

import dev.groundswell.db.Engine;

/**
 * What one run does.
 *
 * @param inputs how many inputs are to be acknowledged in all
 * @param mails how many sponsors have an approved digest due; with any, one more process is killed
 *     and one more is stopped, while it hands mail over
 * @param stops how often a sender is stopped between mark and call for longer than its claim holds
 * @param rate how many seconds pass for the bot in a real one once its reminders are due; at 1
 *     every wait of the product is as long as in earnest
 */
record Plan(
    Engine engine, int nodes, int kills, int inputs, int mails, int stops, int rate, long seed) {
  Plan {
    if (nodes < 1 || kills < 1 || inputs < 20 || rate < 1) {
      throw new IllegalArgumentException("at least one node, one kill and twenty inputs");
    }
    if (engine == Engine.H2 && nodes > 1) {
      throw new IllegalArgumentException("a file of H2's belongs to one node");
    }
  }

  /** The product's longest call to Slack, by the real clock. */
  long claimHoldsMillis() {
    return 30_000L / rate;
  }

  /** The same for a mail server. */
  long mailClaimHoldsMillis() {
    return 360_000L / rate;
  }
}
