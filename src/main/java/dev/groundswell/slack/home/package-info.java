/**
 * The bot's Home in Slack: own to-dos first, then what is coming, the initiative at a glance, and
 * advice. It shows each person what they may see, and has no state of its own. Start reading at
 * {@link dev.groundswell.slack.home.HomeListener}.
 */
@NullMarked
package dev.groundswell.slack.home;

import org.jspecify.annotations.NullMarked;
