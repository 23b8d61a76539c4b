/**
 * The conversation about sponsors and their digests. A listener reads, calls one use case and shows
 * its outcome; a view turns outcomes into blocks and owns its action ids. It knows no store.
 */
@NullMarked
package dev.groundswell.slack.sponsor;

import org.jspecify.annotations.NullMarked;
