package dev.groundswell.feedback;

import dev.groundswell.initiative.Initiative;
import dev.groundswell.privacy.Finding;
import java.util.UUID;

/** What became of the wish to record an input, or to change one. */
public sealed interface Recorded {
  /** It is kept, and its owner will be reminded. */
  record Kept(Input input, Initiative initiative) implements Recorded {}

  /** There is no initiative yet; the text waits under this id until there is one. */
  record NoInitiative(UUID draft) implements Recorded {}

  /** They follow the initiative, and do not record for it; its lead can change that. */
  record NotAllowed(Initiative initiative) implements Recorded {}

  /** Nothing was kept; the part needs another look. */
  record Unfit(Part part, Why why) implements Recorded {}

  /** Nothing was said. */
  record NoWords() implements Recorded {}

  /** Nobody was named who said it. */
  record NameTooLong() implements Recorded {}

  /** It seems to hold a detail of a patient; nothing was kept, not even a draft. */
  record PatientDetails(Part part, Finding.Kind kind) implements Recorded {}

  /** What was typed, in its parts. */
  enum Part {
    WORDS,
    CONTRIBUTOR,
    DATE,
    ROUND,
    REACH,
    ADDRESS
  }

  /** What is the matter with a part. */
  enum Why {
    /** More than {@link Input#LONGEST} characters. */
    TOO_LONG,
    /** A day that is yet to come. */
    IN_FUTURE,
    /** A patient who is called by a full name, or by an account. */
    NO_ALIAS,
    /** Over Slack, to somebody without an account. */
    NO_ACCOUNT,
    /** By mail, and nobody said where to. */
    NO_ADDRESS,
    /** No address that mail can go to. */
    BAD_ADDRESS,
    /** The round is closed. */
    ROUND_CLOSED,
    /** A name of more than {@link Round#LONGEST_NAME} characters. */
    NAME_TOO_LONG
  }
}
