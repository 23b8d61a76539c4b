package dev.groundswell.sponsor;

import dev.groundswell.db.Tx;
import dev.groundswell.initiative.Leaving;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import java.util.UUID;

/**
 * Sponsors of somebody who takes part no longer, what they were asked for, and the proofs of their
 * backing are looked after by the lead.
 */
public final class SponsorsOfLeavers implements Leaving {
  @Override
  public void handOver(Tx tx, WorkspaceId workspace, UUID initiative, UserId from, UserId to) {
    SponsorStore.handOverAll(tx, workspace, initiative, from, to);
    BlockageStore.handOverAll(tx, workspace, initiative, from, to);
    ProofStore.handOverAll(tx, workspace, initiative, from, to);
  }
}
