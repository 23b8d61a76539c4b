/**
 * Executive sponsors, and the digest that tells them what really happened. It reads the other
 * features through questions such as {@code feedback.since(...)}, and knows nothing of Slack or
 * mail. Start reading at {@link dev.groundswell.sponsor.Sponsors}.
 */
@NullMarked
package dev.groundswell.sponsor;

import org.jspecify.annotations.NullMarked;
