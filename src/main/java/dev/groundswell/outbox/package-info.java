/**
 * Messages to Slack or by mail, kept as rows until they are delivered, given up or cancelled. It
 * knows no feature and no adapter: a message is a kind and an id, and whoever sends it is a {@code
 * Sender}. Start reading at {@code Dispatcher}.
 */
@NullMarked
package dev.groundswell.outbox;

import org.jspecify.annotations.NullMarked;
