package dev.groundswell.feedback;

import dev.groundswell.kernel.UserId;
import java.time.Instant;
import java.util.UUID;

/**
 * A decision as it was taken; it is never changed, another one takes its place.
 *
 * @param decision its outcome may be {@code PENDING} with a word on how it is being weighed
 */
public record Ruling(UUID id, Decision decision, UserId by, Instant at) {}
