package dev.groundswell.feedback;

import dev.groundswell.initiative.Initiative;
import dev.groundswell.kernel.UserId;
import dev.groundswell.privacy.Finding;
import java.util.List;

/** What became of the wish to open, change or close a round. */
public sealed interface RoundChanged {
  record Opened(Round round, Initiative initiative) implements RoundChanged {}

  /** There is one of that name; nothing was changed. */
  record Exists(Round round) implements RoundChanged {}

  record Changed(Round round) implements RoundChanged {}

  record Closed(Round round) implements RoundChanged {}

  /**
   * Somebody in it has not heard back; it stays open.
   *
   * @param waiting how many answers are owed
   * @param first some of those who wait, the one due first at the top
   */
  record StillOpen(Round round, int waiting, List<Input> first) implements RoundChanged {}

  /** Somebody else changed it in the meantime; nothing was changed. */
  record ChangedMeanwhile(Round now) implements RoundChanged {}

  record NameMissing() implements RoundChanged {}

  record NameTooLong() implements RoundChanged {}

  /** Its end is a day that has passed. */
  record EndIsPast() implements RoundChanged {}

  record PatientDetails(Finding.Kind kind) implements RoundChanged {}

  record NoInitiative() implements RoundChanged {}

  /** They follow the initiative, and run no rounds in it. */
  record NotAllowed(UserId lead) implements RoundChanged {}

  record Gone() implements RoundChanged {}
}
