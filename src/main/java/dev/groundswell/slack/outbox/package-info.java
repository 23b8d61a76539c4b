/**
 * What is said when a message could not be delivered. A listener reads, calls one use case and
 * shows its outcome; a view turns outcomes into blocks and owns its action ids. It knows no store.
 */
@NullMarked
package dev.groundswell.slack.outbox;

import org.jspecify.annotations.NullMarked;
