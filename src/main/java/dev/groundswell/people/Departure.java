package dev.groundswell.people;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.WorkspaceId;
import java.time.Instant;

/** Hears, in the same transaction, that a workspace has removed the app, or has it again. */
public interface Departure {
  /** Nothing can be sent there any more. */
  void left(Tx tx, WorkspaceId workspace, Instant now);

  /** Somebody there has used it again. */
  void back(Tx tx, WorkspaceId workspace, Instant now);
}
