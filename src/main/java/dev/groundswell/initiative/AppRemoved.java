package dev.groundswell.initiative;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.outbox.Outbox;
import dev.groundswell.people.Departure;
import dev.groundswell.reminder.Reminders;
import java.time.Instant;

/** Stops all sending to a workspace that removed the app, until somebody there uses it again. */
public final class AppRemoved implements Departure {
  private static final String WHY = "the workspace has removed the app";

  private final Reminders reminders;
  private final Outbox outbox;

  public AppRemoved(Reminders reminders, Outbox outbox) {
    this.reminders = reminders;
    this.outbox = outbox;
  }

  @Override
  public void left(Tx tx, WorkspaceId workspace, Instant now) {
    reminders.leave(tx, workspace);
    outbox.cancelAll(tx, workspace, WHY, now);
  }

  @Override
  public void back(Tx tx, WorkspaceId workspace, Instant now) {
    reminders.comeBack(tx, workspace);
  }
}
