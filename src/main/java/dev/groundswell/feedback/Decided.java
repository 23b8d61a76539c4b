package dev.groundswell.feedback;

import dev.groundswell.kernel.UserId;
import dev.groundswell.privacy.Finding;

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

  /** A field seems to hold a detail of a patient; nothing was changed. */
  record PatientDetails(Field field, Finding.Kind kind) implements Decided {}

  /** The fields that are written freely. */
  enum Field {
    WEIGHED,
    REASON
  }
}
