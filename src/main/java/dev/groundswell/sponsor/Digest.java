package dev.groundswell.sponsor;

import dev.groundswell.initiative.Initiative;
import dev.groundswell.people.Person;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a sponsor is told: what really happened in a stretch of time.
 *
 * @param from when the last digest ended, or the epoch if this is the first
 * @param by who looks after the sponsor, and sends it
 * @param lines none when nothing has changed
 * @param ask the one thing that is asked of them, or null
 * @param dueAt when it goes out
 */
public record Digest(
    UUID id,
    Sponsor sponsor,
    Profile profile,
    Initiative initiative,
    Instant from,
    Instant until,
    Person by,
    State state,
    List<Line> lines,
    @Nullable Blockage ask,
    Instant dueAt) {
  /** Where it stands. */
  public enum State {
    DRAFT,
    /** Somebody looked at it; it goes out when it is due. */
    APPROVED,
    SENT,
    /** Not sent, and the next one begins where the one before this ended. */
    GIVEN_UP,
    /** It was left out for this period. */
    SKIPPED
  }

  public Digest {
    lines = List.copyOf(lines);
  }

  /** Whether nothing has changed; there may be a request all the same. */
  public boolean isStill() {
    return lines.isEmpty();
  }

  /** Whether there is something to send, also to those who want none when nothing has changed. */
  public boolean saysSomething() {
    return !isStill() || ask != null;
  }
}
