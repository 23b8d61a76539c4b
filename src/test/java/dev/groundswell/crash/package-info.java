/**
 * Kills Groundswell in the middle of its work, again and again, and counts what was lost and what
 * came twice. It talks to processes of their own, as Slack would, and takes their mail; of the
 * product's classes it knows only how to start one, and how digests become due. Start reading at
 * {@link dev.groundswell.crash.Crash}.
 */
@NullMarked
package dev.groundswell.crash;

import org.jspecify.annotations.NullMarked;
