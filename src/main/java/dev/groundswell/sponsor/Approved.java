package dev.groundswell.sponsor;

import dev.groundswell.kernel.UserId;

/** What became of the word that a digest may go out. */
public sealed interface Approved {
  record Done(Digest digest) implements Approved {}

  /** It was approved, sent or left out before. */
  record Before(Digest digest) implements Approved {}

  /** Another one tells of its days as well. */
  record Overtaken(Sponsor sponsor) implements Approved {}

  /** They had another one in this period. */
  record HadOne(Sponsor sponsor) implements Approved {}

  record Gone() implements Approved {}

  record NotAllowed(UserId lead) implements Approved {}

  /**
   * No mail can be sent.
   *
   * @param hasServer whether only the public address is missing
   */
  record NoMail(boolean hasServer) implements Approved {}

  /**
   * They have not said that they want it.
   *
   * @param ended whether they stopped it, or their address takes no mail
   */
  record NotConfirmed(Sponsor sponsor, boolean ended) implements Approved {}
}
