package dev.groundswell.pledge;

import dev.groundswell.kernel.UserId;
import dev.groundswell.privacy.Finding;

/** What became of the word that a pledge was kept, released, or needs more time. */
public sealed interface Settled {
  record Done(Pledge pledge) implements Settled {}

  /** It was kept or released before; nothing was changed. */
  record Already(Pledge pledge) implements Settled {}

  record Gone() implements Settled {}

  /** Its owner and the lead say what became of it. */
  record NotYours(UserId owner) implements Settled {}

  /** "Kept" needs a word on how one knows. */
  record EvidenceMissing() implements Settled {}

  record When(Promised.Wrong wrong) implements Settled {}

  record PatientDetails(Finding.Kind kind) implements Settled {}
}
