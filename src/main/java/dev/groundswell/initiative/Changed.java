package dev.groundswell.initiative;

import dev.groundswell.kernel.UserId;
import java.util.List;

/** What became of the wish to change something about an initiative. */
public sealed interface Changed {
  /** It is as wished now, be it new or not. */
  record Done(Initiative initiative) implements Changed {}

  /** There is none of that id, or it is not for this person to see. */
  record Gone() implements Changed {}

  /** Their role does not go that far; the lead can help. */
  record NotAllowed(Initiative initiative) implements Changed {}

  /** A bot, a guest, a stranger or somebody who has left takes part in nothing. */
  record CantTakePart(UserId user) implements Changed {}

  /** The lead stays the lead until they hand over. */
  record LeadStays(Initiative initiative) implements Changed {}

  /** More people than a list can show. */
  record TooMany(int most) implements Changed {}

  /** What was filled in can't be used; nothing was changed. */
  record Unfit(List<Flaw> flaws) implements Changed {
    public Unfit {
      flaws = List.copyOf(flaws);
    }
  }
}
