/**
 * Advice as people use it: which tips helped them, which they keep, and how that feeds the order.
 * It knows the tips and the search, no other feature, and nothing of Slack. Start reading at {@link
 * dev.groundswell.advice.Advice}.
 */
@NullMarked
package dev.groundswell.advice;

import org.jspecify.annotations.NullMarked;
