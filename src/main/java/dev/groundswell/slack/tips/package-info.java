/**
 * The conversation about advice: tips for an audience, and answers to a question. A listener reads,
 * calls one use case and shows its outcome; a view turns outcomes into blocks and owns its action
 * ids. It knows no store.
 */
@NullMarked
package dev.groundswell.slack.tips;

import org.jspecify.annotations.NullMarked;
