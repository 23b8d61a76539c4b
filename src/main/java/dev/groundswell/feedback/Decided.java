package dev.groundswell.feedback;

import dev.groundswell.kernel.UserId;

/** What became of a decision. */
public sealed interface Decided {
  record Done(Input input) implements Decided {}

  /** The reason is blank, or "n/a". */
  record ReasonMissing() implements Decided {}

  /** How it was weighed is blank, or "n/a". */
  record WeighedMissing() implements Decided {}

  /** Only its owner and the lead decide. */
  record NotYours(UserId owner) implements Decided {}

  record Gone() implements Decided {}
}
