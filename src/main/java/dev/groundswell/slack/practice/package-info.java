/**
 * Practices in Slack: commands, forms, cards and the reminders to be in touch. It knows the use
 * cases of {@code practice}, and no store. Start reading at {@link
 * dev.groundswell.slack.practice.PracticeListener}.
 */
@NullMarked
package dev.groundswell.slack.practice;

import org.jspecify.annotations.NullMarked;
