/**
 * The practices that one wants to engage: who they are, how ready they were seen to be, and the
 * helpful contact with those that said "not now". It knows initiatives, reminders and the outbox,
 * and neither Slack nor other features. Start reading at {@link dev.groundswell.practice.CheckIns}.
 */
@NullMarked
package dev.groundswell.practice;

import org.jspecify.annotations.NullMarked;
