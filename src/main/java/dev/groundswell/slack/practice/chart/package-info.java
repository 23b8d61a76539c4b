/**
 * Pictures of where a practice stood over time, each with a text that says the same. It knows the
 * assessments and nothing of Slack. Start reading at {@link
 * dev.groundswell.slack.practice.chart.Picture}.
 */
@NullMarked
package dev.groundswell.slack.practice.chart;

import org.jspecify.annotations.NullMarked;
