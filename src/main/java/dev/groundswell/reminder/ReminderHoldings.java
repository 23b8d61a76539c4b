package dev.groundswell.reminder;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.privacy.Holdings;
import dev.groundswell.privacy.Somebody;
import java.util.List;

/** The hours that somebody chose. */
public final class ReminderHoldings implements Holdings {
  @Override
  public List<Erased> erase(Tx tx, WorkspaceId workspace, Somebody who) {
    return who instanceof Somebody.Account account
        ? List.of(new Erased(HoursStore.forget(tx, workspace, account.id()), "hours taken away"))
        : List.of();
  }
}
