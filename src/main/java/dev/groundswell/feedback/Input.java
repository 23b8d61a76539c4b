package dev.groundswell.feedback;

import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said, with what was decided and whether they have heard back.
 *
 * @param words as they were recorded, plain text
 * @param owner who recorded it, and is reminded
 * @param dueOn the day by which the contributor should have heard back
 * @param toldAt when the contributor was told, or null
 */
public record Input(
    WorkspaceId workspace,
    UUID id,
    UUID initiative,
    Contributor contributor,
    String words,
    LocalDate receivedOn,
    UserId owner,
    Decision decision,
    @Nullable Instant decidedAt,
    LocalDate dueOn,
    @Nullable Instant toldAt) {

  /** The longest words, in characters: what Slack lets a person type. */
  public static final int LONGEST = 40_000;

  public Input {
    if (words.isBlank() || words.length() > LONGEST) {
      throw new IllegalArgumentException("an input has 1 to " + LONGEST + " characters");
    }
  }

  public boolean isDecided() {
    return decision.outcome() != Decision.Outcome.PENDING;
  }

  public boolean isTold() {
    return toldAt != null;
  }
}
