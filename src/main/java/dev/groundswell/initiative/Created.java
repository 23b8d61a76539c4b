package dev.groundswell.initiative;

import dev.groundswell.privacy.Finding;

/** What became of the wish to create an initiative. */
public sealed interface Created {
  /** It is there, and the one who asked works on it from now on. */
  record Started(Initiative initiative) implements Created {}

  /** There was one of that name; nothing was created. */
  record Exists(Initiative initiative) implements Created {}

  /** The name can't be used. */
  record BadName(Why why) implements Created {}

  /** The name seems to hold a detail of a patient; nothing was created. */
  record PatientDetails(Finding.Kind kind) implements Created {}

  /** Why a name can't be used. */
  enum Why {
    BLANK,
    TOO_LONG
  }
}
