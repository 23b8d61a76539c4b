/**
 * What can be done about every reminder, whatever it is about, and the list of what will come. A
 * listener reads, calls one use case and shows its outcome; a view turns outcomes into blocks and
 * owns its action ids. It knows no store, and no feature. Start reading at {@link
 * dev.groundswell.slack.reminder.ReminderListener}.
 */
@NullMarked
package dev.groundswell.slack.reminder;

import org.jspecify.annotations.NullMarked;
