package dev.groundswell.feedback;

import dev.groundswell.initiative.Initiative;
import dev.groundswell.kernel.UserId;

/** What a contributor gets, when it is about to go out. */
public sealed interface Letter {
  /**
   * It is still wanted.
   *
   * @param by who sends it
   * @param text as they wrote it, plain text
   * @param times which message to this contributor about this input it is, counted from 1
   */
  record Wanted(Input input, Initiative initiative, UserId by, String text, int times)
      implements Letter {
    /** Whether they had heard before, and this answers what they asked. */
    public boolean isReply() {
      return input.reportBack().answerOpen();
    }
  }

  /** Something happened since it was sent. */
  record NotWanted(String why) implements Letter {}
}
