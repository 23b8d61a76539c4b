/**
 * What is said when a message could not be delivered, and the log of all that was sent. A listener
 * reads, calls one use case and shows its outcome; a view turns outcomes into blocks and owns its
 * action ids. It knows no store.
 */
@NullMarked
package dev.groundswell.slack.outbox;

import org.jspecify.annotations.NullMarked;
