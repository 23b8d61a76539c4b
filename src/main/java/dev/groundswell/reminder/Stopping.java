package dev.groundswell.reminder;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.WorkspaceId;
import java.util.UUID;

/** Hears that somebody wanted no more of the reminders about one thing. */
@FunctionalInterface
public interface Stopping {
  void stopped(Tx tx, WorkspaceId workspace, UUID subject);
}
