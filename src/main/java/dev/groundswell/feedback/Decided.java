package dev.groundswell.feedback;

import dev.groundswell.kernel.UserId;
import dev.groundswell.privacy.Finding;
import java.util.List;

/** What became of a decision. */
public sealed interface Decided {
  /**
   * It holds.
   *
   * @param input the one it was taken for, or the first of them
   * @param others for how many more it holds, duplicates among them
   * @param leftOut for which it does not hold though it was meant to, since they changed meanwhile
   */
  record Done(Input input, int others, List<Input> leftOut) implements Decided {
    public Done {
      leftOut = List.copyOf(leftOut);
    }

    public Done(Input input, int others) {
      this(input, others, List.of());
    }

    public Done(Input input) {
      this(input, 0);
    }
  }

  /** The reason is blank, or "n/a". */
  record ReasonMissing() implements Decided {}

  /** How it was weighed is blank, or "n/a". */
  record WeighedMissing() implements Decided {}

  /** The link is none that a browser opens safely. */
  record BadLink() implements Decided {}

  /** Somebody else decided in the meantime; nothing was changed. */
  record ChangedMeanwhile(Input now) implements Decided {}

  /** Only its owner and the lead decide. */
  record NotYours(UserId owner) implements Decided {}

  /** Somebody else decides about one of the others that it was meant for; nothing was changed. */
  record OtherNotYours(Input other) implements Decided {}

  record Gone() implements Decided {}

  /** A field seems to hold a detail of a patient; nothing was changed. */
  record PatientDetails(Field field, Finding.Kind kind) implements Decided {}

  /** The fields that are written freely. */
  enum Field {
    WEIGHED,
    REASON,
    LINK
  }
}
