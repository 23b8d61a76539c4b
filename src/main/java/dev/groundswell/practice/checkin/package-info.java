/**
 * When to be in touch with a practice that said "not now", and with what. Pure: it knows no
 * database, no clock and no Slack. Start reading at {@link
 * dev.groundswell.practice.checkin.Course}.
 */
@NullMarked
package dev.groundswell.practice.checkin;

import org.jspecify.annotations.NullMarked;
