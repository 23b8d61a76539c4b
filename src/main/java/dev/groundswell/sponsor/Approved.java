package dev.groundswell.sponsor;

import dev.groundswell.kernel.UserId;

/** What became of the word that a digest may go out. */
public sealed interface Approved {
  record Done(Digest digest) implements Approved {}

  /** It was approved, sent or left out before. */
  record Before(Digest digest) implements Approved {}

  record Gone() implements Approved {}

  record NotAllowed(UserId lead) implements Approved {}

  /** No mail server is set up. */
  record NoMail() implements Approved {}
}
