/**
 * The conversation about pledges: note one, be asked on its day, say what became of it. A listener
 * reads, calls one use case and shows its outcome; a view turns outcomes into blocks and owns its
 * action ids. It knows no store.
 */
@NullMarked
package dev.groundswell.slack.pledge;

import org.jspecify.annotations.NullMarked;
