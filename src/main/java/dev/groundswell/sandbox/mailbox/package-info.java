/**
 * Receives the mail that the bot sends, over real SMTP, and keeps it for the page to show. It knows
 * mail and nothing of Slack. Start reading at {@link dev.groundswell.sandbox.mailbox.Mailbox}.
 */
@NullMarked
package dev.groundswell.sandbox.mailbox;

import org.jspecify.annotations.NullMarked;
