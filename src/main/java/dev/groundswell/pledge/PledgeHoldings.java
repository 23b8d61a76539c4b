package dev.groundswell.pledge;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.privacy.Holdings;
import dev.groundswell.privacy.Somebody;
import dev.groundswell.reminder.Reminders;
import java.util.List;
import java.util.UUID;

/** What people promised. That there was a pledge still counts; whose it was is gone. */
public final class PledgeHoldings implements Holdings {
  private final Reminders reminders;

  public PledgeHoldings(Reminders reminders) {
    this.reminders = reminders;
  }

  @Override
  public List<Erased> erase(Tx tx, WorkspaceId workspace, Somebody who) {
    List<UUID> pledges = ErasureStore.of(tx, workspace, who);
    int released = 0;
    for (UUID pledge : pledges) {
      reminders.finish(tx, workspace, Pledges.DUE, pledge);
      released += ErasureStore.release(tx, workspace, pledge);
      ErasureStore.blank(tx, workspace, pledge, NOBODY, NOTHING);
    }
    return List.of(
        new Erased(pledges.size(), "pledges: name and words blanked"),
        new Erased(released, "open pledges released, since nobody is left to keep them"));
  }
}
