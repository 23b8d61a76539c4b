package dev.groundswell.practice;

import dev.groundswell.db.Tx;
import dev.groundswell.initiative.Leaving;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import java.util.UUID;

/** Practices of somebody who takes part no longer are looked after by the lead. */
public final class PracticesOfLeavers implements Leaving {
  @Override
  public void handOver(Tx tx, WorkspaceId workspace, UUID initiative, UserId from, UserId to) {
    EngagementStore.handOverAll(tx, workspace, initiative, from, to);
  }
}
