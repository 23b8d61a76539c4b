package dev.groundswell.reminder;

import dev.groundswell.kernel.UserId;
import dev.groundswell.reminder.Reminder.State;
import java.time.Instant;

/** What became of a choice that somebody made about a reminder. */
public sealed interface Chosen {

  /** It comes at that moment. */
  record Snoozed(Instant until) implements Chosen {}

  /** It was snoozed before, and comes at that moment; nothing was changed. */
  record AlreadySnoozed(Instant until) implements Chosen {}

  /** This occurrence is passed over, and the next one comes at that moment. */
  record Skipped(Instant next) implements Chosen {}

  /** It does not come any more. */
  record Stopped() implements Chosen {}

  /** It is somebody else's now. */
  record HandedOver(UserId to) implements Chosen {}

  /** That person has it already. */
  record Theirs(UserId to) implements Chosen {}

  /** That person can't have it: they are not part of what it is about. */
  record NotFor(UserId to) implements Chosen {}

  /** It has come again since, so that a choice about this one has no sense any more. */
  record CameAgain() implements Chosen {}

  /** It had ended before. */
  record Over(State state) implements Chosen {}

  /** It comes once, so that there is no next one. */
  record ComesOnce() implements Chosen {}

  /** That moment is over. */
  record Past() implements Chosen {}

  /** It is somebody else's. */
  record NotYours(UserId recipient) implements Chosen {}

  /** There is none of that id in the workspace. */
  record Gone() implements Chosen {}
}
