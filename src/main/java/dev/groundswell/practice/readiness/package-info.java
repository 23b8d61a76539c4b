/**
 * How ready a practice is: ratings, the two scales they add up to, and where a practice stands
 * between them. Pure: it knows no database and no Slack. Start reading at {@link
 * dev.groundswell.practice.readiness.Readiness}.
 */
@NullMarked
package dev.groundswell.practice.readiness;

import org.jspecify.annotations.NullMarked;
