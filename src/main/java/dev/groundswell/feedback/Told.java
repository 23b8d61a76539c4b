package dev.groundswell.feedback;

import dev.groundswell.kernel.UserId;

/** What became of the word that a contributor has heard back. */
public sealed interface Told {
  record Done(Input input) implements Told {}

  /** They had heard back before. */
  record Already(Input input) implements Told {}

  /** There is nothing to tell yet: pending never counts as told. */
  record NotDecided(Input input) implements Told {}

  /** Only its owner and the lead report back. */
  record NotYours(UserId owner) implements Told {}

  record Gone() implements Told {}
}
