package dev.groundswell.practice;

import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contact that somebody made with a practice, or the practice with somebody.
 *
 * @param item what was brought along, or null
 */
public record Touch(
    WorkspaceId workspace,
    UUID id,
    UUID practice,
    LocalDate on,
    Way way,
    @Nullable UUID item,
    String note,
    UserId by) {

  /** How it happened. */
  public enum Way {
    SENT,
    SPOKE,
    REPLY,
    MEETING;

    /** Whoever gets in touch or meets with somebody may be ready, and is the one to say so. */
    public boolean mayMeanReady() {
      return this == REPLY || this == MEETING;
    }
  }
}
