package dev.groundswell.initiative;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import java.util.UUID;

/** Hands over what somebody looks after, so that nothing of an initiative is forgotten. */
@FunctionalInterface
public interface Leaving {

  /**
   * Somebody takes part no longer, or only looks on; called in the transaction in which that
   * changes.
   *
   * @param initiative the only one in which anything changes hands
   * @param to who leads it
   */
  void handOver(Tx tx, WorkspaceId workspace, UUID initiative, UserId from, UserId to);
}
