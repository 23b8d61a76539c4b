package dev.groundswell.pledge;

import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who will do what by when.
 *
 * @param group to which they belong, as the definitions of buy-in name it, or empty
 * @param words what they will do, plain text
 * @param owner who noted it, and is reminded
 * @param evidence how one knows that it was kept, or empty
 * @param settledAt when it was said to be kept or released, or null
 */
public record Pledge(
    WorkspaceId workspace,
    UUID id,
    UUID initiative,
    Promiser who,
    String group,
    String words,
    LocalDate dueOn,
    UserId owner,
    State state,
    String evidence,
    @Nullable Instant settledAt) {

  /** The longest words and the longest evidence, in characters. */
  public static final int LONGEST = 1000;

  /** What became of a promise so far; overdue is one that waits though its day went by. */
  public enum State {
    PROMISED,
    KEPT,
    RELEASED
  }

  public Pledge {
    if (words.isBlank() || words.length() > LONGEST || evidence.length() > LONGEST) {
      throw new IllegalArgumentException("a pledge has 1 to " + LONGEST + " characters");
    }
  }

  public boolean isOpen() {
    return state == State.PROMISED;
  }

  public boolean isOverdue(LocalDate today) {
    return isOpen() && dueOn.isBefore(today);
  }
}
