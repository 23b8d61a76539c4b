package dev.groundswell.practice;

import dev.groundswell.kernel.UserId;
import java.time.Instant;

/**
 * A practice had asked to be left alone, and may be contacted again.
 *
 * @param askedBy who had noted the wish
 * @param by who noted that it is over
 * @param why what has changed; empty in other initiatives
 */
public record Lifted(UserId askedBy, Instant askedAt, UserId by, Instant at, String why) {}
