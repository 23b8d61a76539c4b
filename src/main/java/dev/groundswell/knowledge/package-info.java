/**
 * The tips on winning buy-in, what they rest on, the words people use for their audiences, and
 * which of them to show first. It knows nothing of Slack, of who asks or of what is stored. Start
 * reading at {@link dev.groundswell.knowledge.TipLibrary}.
 */
@NullMarked
package dev.groundswell.knowledge;

import org.jspecify.annotations.NullMarked;
