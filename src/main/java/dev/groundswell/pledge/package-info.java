/**
 * Buy-in as promises: who will do what by when, and what became of it. It knows initiatives,
 * reminders and what buy-in is, and nothing of Slack or mail. Start reading at {@link
 * dev.groundswell.pledge.Pledges}.
 */
@NullMarked
package dev.groundswell.pledge;

import org.jspecify.annotations.NullMarked;
