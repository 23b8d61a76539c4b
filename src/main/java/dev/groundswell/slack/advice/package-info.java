/**
 * The conversation about advice: tips for an audience, answers to a question, the Home. A listener
 * reads, calls one use case and shows its outcome; a view turns outcomes into blocks and owns its
 * action ids. It knows no store.
 */
@NullMarked
package dev.groundswell.slack.advice;

import org.jspecify.annotations.NullMarked;
