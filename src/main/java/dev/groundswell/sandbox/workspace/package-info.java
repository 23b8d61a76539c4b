/**
 * A Slack workspace in memory: people, channels, messages and views, the Web API that a bot calls,
 * and the signed requests that Slack would send it. It knows Slack's wire format and nothing of the
 * bot, which it meets only over HTTP. Start reading at {@link
 * dev.groundswell.sandbox.workspace.FakeSlack}.
 */
@NullMarked
package dev.groundswell.sandbox.workspace;

import org.jspecify.annotations.NullMarked;
