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
 */
public record Person(UserId id, String name, ZoneId zone, boolean reachable) {}
