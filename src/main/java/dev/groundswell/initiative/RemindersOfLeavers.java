package dev.groundswell.initiative;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.reminder.Reminders;
import java.util.UUID;

/** What would remind somebody who takes part no longer reminds the lead. */
public final class RemindersOfLeavers implements Leaving {
  private final Reminders reminders;

  public RemindersOfLeavers(Reminders reminders) {
    this.reminders = reminders;
  }

  @Override
  public void handOver(Tx tx, WorkspaceId workspace, UUID initiative, UserId from, UserId to) {
    reminders.handOverAll(tx, workspace, initiative, from, to);
    if (InitiativeStore.find(tx, workspace, initiative)
        .filter(Initiative::isArchived)
        .isPresent()) {
      reminders.rest(tx, workspace, initiative);
    }
  }
}
