package dev.groundswell.sponsor;

import dev.groundswell.kernel.UserId;
import dev.groundswell.privacy.Finding;

/** What became of the wish to note something about a sponsor or their digest. */
public sealed interface Changed {
  record Done(Sponsor sponsor) implements Changed {}

  record Gone() implements Changed {}

  /** Their role allows no more than to look. */
  record NotAllowed(UserId lead) implements Changed {}

  /** A field can't be used as it is. */
  record Wrong(Field field, Why why) implements Changed {}

  /** A field seems to hold a detail of a patient; nothing was kept. */
  record PatientDetails(Field field, Finding.Kind kind) implements Changed {}

  /** One thing is asked of a sponsor at a time; this one waits. */
  record OneOpen(Blockage blockage) implements Changed {}

  /** They stopped the digest themselves, so nobody asks them again at another address. */
  record Stopped(Sponsor sponsor) implements Changed {}

  /** What was typed. */
  enum Field {
    TITLE,
    WORDS,
    REACH,
    TIME,
    ZONE,
    DAYS,
    WHEN,
    SINCE,
    HELP,
    SOURCE,
    TOTAL,
    ADDRESS,
    GRANT,
    STATEMENT,
    SIGNATORY
  }

  /** Why it can't be used. */
  enum Why {
    MISSING,
    TOO_LONG,
    NOT_READ,
    PAST,
    FUTURE,
    TOO_MANY,
    /** Somebody else has that address. */
    TAKEN,
    /** They have that address themselves. */
    SAME,
    /** It blames a person instead of naming what is in the way. */
    ACCUSES
  }
}
