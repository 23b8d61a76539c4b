package dev.groundswell.advice;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.privacy.Holdings;
import dev.groundswell.privacy.Somebody;
import java.util.List;

/** Votes on tips, and the tips that somebody keeps. */
public final class AdviceHoldings implements Holdings {
  @Override
  public List<Erased> erase(Tx tx, WorkspaceId workspace, Somebody who) {
    return who instanceof Somebody.Account account
        ? List.of(
            new Erased(
                AdviceStore.forget(tx, workspace, account.id()), "votes and kept tips taken away"))
        : List.of();
  }
}
