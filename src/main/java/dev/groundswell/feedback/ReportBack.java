package dev.groundswell.feedback;

import dev.groundswell.kernel.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Telling one contributor what became of one input.
 *
 * @param dueOn the day by which they should have heard
 * @param why why they can't be reached, or null
 * @param toldDecision the decision they were told of, or null
 * @param wording the text as its owner edited it, or null while nobody did
 * @param weighingToldAt when they were told that it is still being weighed, or null
 * @param sending the last message to them
 * @param answerOpen whether what they answered waits for its owner
 */
public record ReportBack(
    LocalDate dueOn,
    State state,
    @Nullable Unreachable why,
    @Nullable UserId toldBy,
    @Nullable Instant toldAt,
    @Nullable How how,
    @Nullable UUID toldDecision,
    @Nullable String wording,
    @Nullable Instant weighingToldAt,
    @Nullable Answer answer,
    @Nullable String answerWords,
    @Nullable Instant answeredAt,
    Sending sending,
    boolean answerOpen,
    int version) {

  /** Where it stands. */
  public enum State {
    OPEN,
    TOLD,
    /** Told, and they said that they heard. */
    CONFIRMED,
    /** Told, and they said that it is not what they meant. */
    REFUTED,
    UNREACHABLE;

    /** They were told, and did not object. */
    public boolean isHeard() {
      return this == TOLD || this == CONFIRMED;
    }
  }

  /** Why somebody can't be told; none of them counts as told. */
  public enum Unreachable {
    BOUNCED,
    ANONYMOUS,
    OPTED_OUT,
    DEACTIVATED
  }

  /** How somebody was told. */
  public enum How {
    DM,
    CALL,
    LETTER,
    MAIL,
    NOTICE,
    IN_PERSON
  }

  /** What the contributor said to it. */
  public enum Answer {
    HEARD,
    NOT_WHAT_I_SAID,
    QUESTION,
    /** They wrote back by mail; only their words say what they mean. */
    WROTE
  }

  /**
   * What was sent to a contributor last.
   *
   * @param times how often something was sent; part of the reason for saying it
   * @param how on what way it is now, or null while nothing is on its way
   * @param decision the decision it tells of, or null
   * @param by who sent it, or null
   * @param failed why it did not arrive, or null
   */
  public record Sending(
      int times,
      @Nullable How how,
      @Nullable UUID decision,
      @Nullable UserId by,
      @Nullable String failed) {
    public static final Sending NOTHING = new Sending(0, null, null, null, null);

    public boolean isUnderWay() {
      return how != null;
    }
  }

  /** Whether its owner has something to do: to tell them, or to answer them. */
  public boolean waits() {
    return state == State.OPEN || state == State.REFUTED || answerOpen;
  }

  /** Nobody has told them yet. */
  public static ReportBack open(LocalDate dueOn) {
    return new ReportBack(
        dueOn,
        State.OPEN,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        Sending.NOTHING,
        false,
        0);
  }
}
