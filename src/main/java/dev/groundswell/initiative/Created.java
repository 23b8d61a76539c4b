package dev.groundswell.initiative;

/** What became of the wish to create an initiative. */
public sealed interface Created {
  /** It is there, and the one who asked works on it from now on. */
  record Started(Initiative initiative) implements Created {}

  /** There was one of that name; nothing was created. */
  record Exists(Initiative initiative) implements Created {}

  /** The name can't be used. */
  record BadName(Why why) implements Created {}

  /** Why a name can't be used. */
  enum Why {
    BLANK,
    TOO_LONG
  }
}
