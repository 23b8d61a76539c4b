package dev.groundswell.sponsor;

/** Where a link in a mail led, for the page that says so. */
public sealed interface Followed {
  /** Nothing was done yet: they are asked whether they want the digest. */
  record AskToConfirm(Sponsor sponsor, String initiative) implements Followed {}

  record Confirmed(Sponsor sponsor, String initiative) implements Followed {}

  record ConfirmedBefore(Sponsor sponsor, String initiative) implements Followed {}

  /** Nothing was done yet: they are asked whether the digest should end. */
  record AskToStop(Sponsor sponsor, String initiative) implements Followed {}

  /**
   * No digest comes any more.
   *
   * @param startAgain the end of the address that begins anew
   */
  record Stopped(Sponsor sponsor, String initiative, String startAgain) implements Followed {}

  record StoppedBefore(Sponsor sponsor, String initiative, String startAgain) implements Followed {}

  /** It was ours once: its time is over, or its sponsor is gone. */
  record RunOut() implements Followed {}

  /** It was never ours: guessed, altered, cut off. */
  record Unknown() implements Followed {}
}
