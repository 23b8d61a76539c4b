package dev.groundswell.sponsor;

import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The one thing that is asked of a sponsor.
 *
 * @param what is blocked
 * @param help the exact help that is asked for
 */
public record Blockage(
    WorkspaceId workspace,
    UUID id,
    UUID initiative,
    UUID sponsor,
    String what,
    LocalDate since,
    String help,
    LocalDate until,
    State state,
    UserId askedBy,
    Instant askedAt) {
  /** The longest of its texts, in characters. */
  public static final int LONGEST = 500;

  /** Whether it can still be mailed: it is not settled, and its last day is not over. */
  boolean isAskedOn(LocalDate day) {
    return state == State.OPEN && !day.isAfter(until);
  }

  /** What became of it. */
  public enum State {
    OPEN,
    SOLVED,
    DROPPED
  }
}
