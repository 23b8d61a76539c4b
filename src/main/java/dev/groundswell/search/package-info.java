/**
 * Finds the tips for a situation that somebody describes in their own words, and says so when none
 * fits. It knows nothing of Slack, of who asks or of what is stored; it never sends a question
 * anywhere. Start reading at {@link dev.groundswell.search.TipSearch}.
 */
@NullMarked
package dev.groundswell.search;

import org.jspecify.annotations.NullMarked;
