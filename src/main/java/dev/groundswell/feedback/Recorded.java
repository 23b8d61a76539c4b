package dev.groundswell.feedback;

import dev.groundswell.initiative.Initiative;
import dev.groundswell.privacy.Finding;
import java.util.UUID;

/** What became of the wish to record an input. */
public sealed interface Recorded {
  /** It is kept, and its owner will be reminded. */
  record Kept(Input input, Initiative initiative) implements Recorded {}

  /** There is no initiative yet; the text waits under this id until there is one. */
  record NoInitiative(UUID draft) implements Recorded {}

  /** They follow the initiative, and do not record for it; its lead can change that. */
  record NotAllowed(Initiative initiative) implements Recorded {}

  /** Nothing was said. */
  record NoWords() implements Recorded {}

  /** Nobody was named who said it. */
  record NameTooLong() implements Recorded {}

  /** It seems to hold a detail of a patient; nothing was kept, not even a draft. */
  record PatientDetails(Part part, Finding.Kind kind) implements Recorded {}

  /** What was typed, in its parts. */
  enum Part {
    WORDS,
    CONTRIBUTOR
  }
}
