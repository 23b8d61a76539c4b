package dev.groundswell.advice;

import dev.groundswell.knowledge.Audience;
import dev.groundswell.knowledge.Tip;
import dev.groundswell.search.Route;
import java.util.List;

/** What there is to say to a query. */
public sealed interface Advised {

  /**
   * Tips, the best first.
   *
   * @param tips those of the page asked for
   * @param more whether there is another page
   * @param stageHadNone true if none of the audience's own tips is made for the stage
   * @param situationHadNone true if none of them is about the situation
   * @param guessed whom a question seems to be about, when nobody was picked
   */
  record Tips(
      List<Tip> tips,
      boolean more,
      boolean stageHadNone,
      boolean situationHadNone,
      List<Audience> guessed)
      implements Advised {
    public Tips {
      tips = List.copyOf(tips);
      guessed = List.copyOf(guessed);
    }
  }

  /** The question belongs elsewhere: to emergency services, a clinician, a lawyer. */
  record Elsewhere(Route route) implements Advised {}

  /** No tip fits. */
  record Nothing() implements Advised {}

  /** Nothing was asked. */
  record NoQuestion() implements Advised {}
}
