/**
 * Reminders: rows that say at this instant tell this person this, until done. It knows the outbox,
 * and no feature: a reminder holds a kind and an id. Start reading at {@link
 * dev.groundswell.reminder.Reminders}.
 */
@NullMarked
package dev.groundswell.reminder;

import org.jspecify.annotations.NullMarked;
