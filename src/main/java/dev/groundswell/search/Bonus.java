package dev.groundswell.search;

import dev.groundswell.knowledge.Audience;
import dev.groundswell.knowledge.Tip;
import java.util.List;

/** What a tip gains from whom the question is about, and from what was picked beside it. */
record Bonus(Question question, List<Audience> inferred) {
  private static final double INFERRED = 0.045;
  private static final double PICKED = 0.1;
  private static final double PICKED_STAGE = 0.04;
  private static final double PICKED_SITUATION = 0.06;

  /** An audience that was picked leaves only its tips and those for everyone. */
  boolean allows(Tip tip) {
    List<Audience> picked = question.audiences();
    return picked.isEmpty()
        || picked.stream().anyMatch(audience -> audience.isEveryone() || tip.serves(audience))
        || tip.servesEveryone();
  }

  double of(Tip tip) {
    double bonus = 0;
    if (question.audiences().stream().anyMatch(tip::serves)) {
      bonus += PICKED;
    } else if (inferred.stream().anyMatch(tip::serves)) {
      bonus += INFERRED;
    }
    if (question.stage().filter(tip.stages()::contains).isPresent()) {
      bonus += PICKED_STAGE;
    }
    if (question.situation().filter(tip.situations()::contains).isPresent()) {
      bonus += PICKED_SITUATION;
    }
    return bonus;
  }
}
