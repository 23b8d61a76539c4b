package dev.groundswell.reminder;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import java.util.UUID;

/** Hands over what a reminder is about, so that whoever is reminded can also do it. */
@FunctionalInterface
public interface Handover {

  /**
   * @return false when that person can't have it, as when they are not part of the initiative
   */
  boolean handOver(Tx tx, WorkspaceId workspace, UUID subject, UserId to);
}
