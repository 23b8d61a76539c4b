/**
 * The Slack one can try without Slack: a workspace, a mailbox and a clock on one web page, and
 * behind them the same signed requests and the same Web API that the bot meets in the real one. It
 * knows nothing of the bot. Start reading at {@link dev.groundswell.sandbox.Sandbox}.
 */
@NullMarked
package dev.groundswell.sandbox;

import org.jspecify.annotations.NullMarked;
