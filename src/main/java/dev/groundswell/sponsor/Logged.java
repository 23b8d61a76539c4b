package dev.groundswell.sponsor;

import dev.groundswell.feedback.Recorded;

/** What became of the wish to log what a sponsor wrote back. */
public sealed interface Logged {
  record Done(Sponsor sponsor) implements Logged {}

  /** The words stay where they are; the outcome says why they were not recorded. */
  record NotRecorded(Sponsor sponsor, Recorded why) implements Logged {}

  /** It was settled before, erased, or is somebody else's. */
  record Gone() implements Logged {}
}
