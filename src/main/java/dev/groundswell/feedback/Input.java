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
 * @param contributorId the row of the one who said it
 * @param words as they were recorded, plain text; empty once it was withdrawn
 * @param owner who recorded it, unless it was handed over; is reminded
 * @param origin the circumstances under which it was said
 * @param ruling the decision that holds, or null while there is none
 * @param reportBack whether the contributor has heard
 * @param withdrawnAt when it was taken back, or null
 * @param mergedInto the input of which this is a duplicate, or null
 * @param version grows with each change, so that two who edit it don't undo each other's work
 */
public record Input(
    WorkspaceId workspace,
    UUID id,
    UUID initiative,
    UUID contributorId,
    Contributor contributor,
    String words,
    LocalDate receivedOn,
    UserId owner,
    Origin origin,
    @Nullable Ruling ruling,
    ReportBack reportBack,
    @Nullable Instant withdrawnAt,
    @Nullable UUID mergedInto,
    int version) {

  /** The longest words, in characters: what Slack lets a person type. */
  public static final int LONGEST = 40_000;

  /** What an input will steer. */
  public enum Steers {
    DESIGN,
    ROLL_OUT,
    EVALUATION
  }

  /** How an input came. */
  public enum Channel {
    MEETING,
    SLACK,
    SURVEY,
    MAIL,
    PHONE,
    OTHER
  }

  /**
   * The circumstances of an input; each may be unknown.
   *
   * @param round the round it belongs to, or null
   * @param steers what it will steer, or null
   * @param channel how it came, or null
   * @param link the message it was, as a permalink, or null
   * @param mayBeNamed whether the contributor agreed to be named with it
   */
  public record Origin(
      @Nullable UUID round,
      @Nullable Steers steers,
      @Nullable Channel channel,
      @Nullable String link,
      boolean mayBeNamed) {
    public static final Origin UNKNOWN = new Origin(null, null, null, null, false);

    boolean isOf(@Nullable UUID other) {
      return round != null && round.equals(other);
    }
  }

  public Input {
    if (words.isBlank() != (withdrawnAt != null) || words.length() > LONGEST) {
      throw new IllegalArgumentException("an input has 1 to " + LONGEST + " characters");
    }
  }

  /** What was decided; {@link Decision#NONE} while nothing was. */
  public Decision decision() {
    return ruling == null ? Decision.NONE : ruling.decision();
  }

  public boolean isDecided() {
    return decision().outcome() != Decision.Outcome.PENDING;
  }

  /** When the decision that holds was taken, or null. */
  public @Nullable Instant decidedAt() {
    return ruling == null ? null : ruling.at();
  }

  public LocalDate dueOn() {
    return reportBack.dueOn();
  }

  /** When the contributor was told, or null. */
  public @Nullable Instant toldAt() {
    return reportBack.toldAt();
  }

  /** Whether they have heard what holds now. */
  public boolean isTold() {
    return reportBack.state().isHeard();
  }

  public boolean isWithdrawn() {
    return withdrawnAt != null;
  }

  public boolean isDuplicate() {
    return mergedInto != null;
  }
}
