package dev.groundswell.feedback;

import dev.groundswell.db.Tx;
import dev.groundswell.initiative.Leaving;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import java.util.UUID;

/** Inputs and rounds of somebody who takes part no longer are the lead's. */
public final class InputsOfLeavers implements Leaving {
  @Override
  public void handOver(Tx tx, WorkspaceId workspace, UUID initiative, UserId from, UserId to) {
    InputStore.handOverAll(tx, workspace, initiative, from, to);
    RoundStore.handOverAll(tx, workspace, initiative, from, to);
  }
}
