/**
 * What people said, what was decided with it, and whether each of them has heard back. It knows
 * initiatives and reminders, and nothing of Slack or mail. Start reading at {@link
 * dev.groundswell.feedback.Inputs}.
 */
@NullMarked
package dev.groundswell.feedback;

import org.jspecify.annotations.NullMarked;
