package dev.groundswell.initiative;

import dev.groundswell.kernel.UserId;
import dev.groundswell.privacy.Finding;

/** What became of the wish to create an initiative. */
public sealed interface Created {
  /** It is there, and the one who asked works on it from now on. */
  record Started(Initiative initiative) implements Created {}

  /** There was one of that name, in which they take part; nothing was created. */
  record Exists(Initiative initiative) implements Created {}

  /**
   * There is one of that name, in which they take no part; nothing was created.
   *
   * @param lead who can let them take part
   */
  record Taken(UserId lead) implements Created {}

  /** The name can't be used. */
  record BadName(Why why) implements Created {}

  /** A bot, a guest, a stranger or somebody who has left leads nothing and starts nothing. */
  record BadLead(UserId lead) implements Created {}

  /** The name seems to hold a detail of a patient; nothing was created. */
  record PatientDetails(Finding.Kind kind) implements Created {}

  /** Why a name can't be used. */
  enum Why {
    BLANK,
    TOO_LONG
  }
}
