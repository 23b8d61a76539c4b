/**
 * Slack: what comes in is read here, what goes out is shown here, and in between a use case of a
 * feature is called. It knows the features and never a store. Start reading at {@link
 * dev.groundswell.slack.SlackApp}, where each listener is registered once.
 */
@NullMarked
package dev.groundswell.slack;

import org.jspecify.annotations.NullMarked;
