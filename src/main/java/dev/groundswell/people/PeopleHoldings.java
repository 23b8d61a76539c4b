package dev.groundswell.people;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.privacy.Holdings;
import dev.groundswell.privacy.Somebody;
import java.util.List;

/** Name, zone and choices of those who have an account. */
public final class PeopleHoldings implements Holdings {
  @Override
  public List<Erased> erase(Tx tx, WorkspaceId workspace, Somebody who) {
    return who instanceof Somebody.Account account
        ? List.of(
            new Erased(PeopleStore.forget(tx, workspace, account.id()), "profiles taken away"))
        : List.of();
  }
}
