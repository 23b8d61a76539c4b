package dev.groundswell.feedback;

import dev.groundswell.feedback.Input.Steers;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A named collection of input with an end; it closes when everyone in it has heard back.
 *
 * @param endsOn the last day of it, or null while it has none
 * @param steers what the input in it will steer, or null
 * @param owner who opened it, and is reminded at its end
 * @param closedAt when it was closed, or null
 */
public record Round(
    WorkspaceId workspace,
    UUID id,
    UUID initiative,
    String name,
    @Nullable LocalDate endsOn,
    @Nullable Steers steers,
    UserId owner,
    @Nullable Instant closedAt,
    int version) {
  /** The longest name, in characters; it has to fit an option of a menu. */
  public static final int LONGEST_NAME = 60;

  public Round {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException("a name has 1 to " + LONGEST_NAME + " characters");
    }
  }

  public boolean isClosed() {
    return closedAt != null;
  }
}
