package dev.groundswell.practice;

import dev.groundswell.db.Tx;
import dev.groundswell.initiative.Deed;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.initiative.Standing;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** A practice, what the initiative has with it, and the initiative: for somebody who may. */
record Found(Practice practice, Engagement engagement, Initiative initiative) {

  /** Does it with what is there, if the person may; else says why not. */
  static <T> Outcome<T> with(
      Tx tx,
      Initiatives initiatives,
      WorkspaceId workspace,
      UserId by,
      UUID engagement,
      Deed deed,
      Function<Found, Outcome<T>> then) {
    Optional<Engagement> there = EngagementStore.find(tx, workspace, engagement);
    if (there.isEmpty()) {
      return Outcome.not(Refusal.gone());
    }
    Standing standing = initiatives.standing(tx, workspace, by, there.get().initiative());
    Optional<Initiative> initiative = standing.initiative();
    if (initiative.isEmpty() || !standing.may(deed, there.get().owner())) {
      return Outcome.not(Refusal.notMember(standing.lead()));
    }
    return PracticeStore.find(tx, workspace, there.get().practice())
        .map(practice -> then.apply(new Found(practice, there.get(), initiative.get())))
        .orElseGet(() -> Outcome.not(Refusal.gone()));
  }
}
