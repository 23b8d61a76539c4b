package dev.groundswell.sponsor;

import dev.groundswell.feedback.Movement;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.people.Person;
import java.time.Instant;
import java.util.UUID;

/**
 * What a sponsor is told: what really happened in a stretch of time, in totals.
 *
 * @param from when the last digest ended, or when the initiative began
 * @param by who sends it
 */
public record Digest(
    UUID id,
    Sponsor sponsor,
    Initiative initiative,
    Instant from,
    Instant until,
    Person by,
    Movement movement) {}
