package dev.groundswell.pledge;

import dev.groundswell.db.Tx;
import dev.groundswell.initiative.Leaving;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import java.util.UUID;

/** Pledges that somebody noted who takes part no longer are looked after by the lead. */
public final class PledgesOfLeavers implements Leaving {
  @Override
  public void handOver(Tx tx, WorkspaceId workspace, UUID initiative, UserId from, UserId to) {
    PledgeStore.handOverAll(tx, workspace, initiative, from, to);
  }
}
