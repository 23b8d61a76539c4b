package dev.groundswell.feedback;

import dev.groundswell.feedback.ReportBack.Unreachable;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.kernel.UserId;
import dev.groundswell.privacy.Finding;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** What became of the wish to tell a contributor something. */
public sealed interface Telling {

  /**
   * This is how it stands, and what its owner can do; nothing was sent.
   *
   * @param text the text that is ready, in plain text; empty while there is nothing to tell
   */
  record Ready(Input input, Initiative initiative, Way way, String text, boolean mayTellWeighing)
      implements Telling {
    /** What its owner saw: a text is sent only as long as this is still so. */
    public String stamp() {
      return input.version() + "." + input.reportBack().version();
    }
  }

  /** The decision or the text changed since its owner saw it; nothing was sent. */
  record Changed(Ready now) implements Telling {}

  /**
   * It goes out, and they are told once it has arrived.
   *
   * @param later the next good moment of its reader, on their clock; null if it goes at once
   */
  record OnItsWay(Ready sent, @Nullable ZonedDateTime later) implements Telling {}

  /**
   * They hear that it is still being weighed, and wait on.
   *
   * @param later the next good moment of its reader, on their clock; null if it goes at once
   */
  record WeighingOnItsWay(Input input, @Nullable ZonedDateTime later) implements Telling {}

  /** It was noted that they know that it is still being weighed, and they wait on. */
  record WeighingByHand(Input input) implements Telling {}

  /** It was noted that they have heard by other means. */
  record ByHand(Input input) implements Telling {}

  /** It was noted that they can't be reached. */
  record NotReached(Input input, Unreachable why) implements Telling {}

  /** They had heard before. */
  record Already(Input input) implements Telling {}

  /** A message is on its way already. */
  record UnderWay(Input input) implements Telling {}

  /** There is nothing to tell yet. */
  record Undecided(Input input) implements Telling {}

  /** They know that it is being weighed. */
  record WeighingAlready(Input input) implements Telling {}

  /** It came in only a few days ago. */
  record WeighingTooEarly(Input input) implements Telling {}

  /** They do not want to be written to. */
  record OptedOut(Input input) implements Telling {}

  record Withdrawn() implements Telling {}

  /** Nothing is sent for an initiative that rests. */
  record Archived() implements Telling {}

  /** Nothing is sent for it before that day. */
  record Paused(Initiative initiative, LocalDate until) implements Telling {}

  /** The text is empty. */
  record NoText() implements Telling {}

  record TextTooLong(int longest) implements Telling {}

  /** The text seems to hold a detail of a patient; nothing was sent. */
  record PatientDetails(Finding.Kind kind) implements Telling {}

  /** They can't have heard on that day. */
  record BadDay(LocalDate first) implements Telling {}

  /** Only its owner and the lead report back. */
  record NotYours(UserId owner, UserId lead) implements Telling {}

  record Gone() implements Telling {}
}
