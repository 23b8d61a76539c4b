package dev.groundswell.people;

import dev.groundswell.kernel.UserId;
import java.time.ZoneId;

/**
 * Somebody with an account in the workspace.
 *
 * @param name as the workspace shows it
 * @param zone where they are, as far as Slack knows
 * @param reachable whether a message can be sent: false for bots, strangers of Slack Connect and
 *     accounts that were switched off
 * @param guest whether they see only some channels of the workspace
 */
public record Person(UserId id, String name, ZoneId zone, boolean reachable, boolean guest) {

  /** Somebody who is no guest. */
  public Person(UserId id, String name, ZoneId zone, boolean reachable) {
    this(id, name, zone, reachable, false);
  }

  /** Whether they can take part in an initiative: somebody of the house, who is still there. */
  public boolean mayTakePart() {
    return reachable && !guest;
  }
}
