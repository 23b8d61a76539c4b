package dev.groundswell.feedback;

import dev.groundswell.kernel.UserId;

/** What became of the wish to change, merge or withdraw an input. */
public sealed interface Edited {
  record Done(Input input) implements Edited {}

  /** It is changed, and its contributor, who has not heard, is owed an answer again. */
  record OwedAnew(Input input) implements Edited {}

  /** Its contributor did not want to be written to, and is written to again. */
  record WantsToHear(Input input) implements Edited {}

  /** It is withdrawn: its words are gone. */
  record Withdrawn(Input input) implements Edited {}

  /**
   * It counts as the same as another one from now on; its contributor stays owed an answer.
   *
   * @param into the one whose decision holds for both
   */
  record Merged(Input input, Input into) implements Edited {}

  /** A part needs another look; nothing was changed. */
  record Refused(Recorded why) implements Edited {}

  /** Somebody else changed it in the meantime; nothing was changed. */
  record ChangedMeanwhile(Input now) implements Edited {}

  /** It can't be merged with that one: it is the same, or of another initiative, or withdrawn. */
  record NoMatch() implements Edited {}

  /** Only its owner and the lead change it. */
  record NotYours(UserId owner) implements Edited {}

  /** Its decision would hold for the other one too, about which only these decide. */
  record NotYoursToDecide(UserId owner) implements Edited {}

  record Gone() implements Edited {}
}
