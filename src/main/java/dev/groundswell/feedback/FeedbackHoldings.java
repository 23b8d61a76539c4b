package dev.groundswell.feedback;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.privacy.Holdings;
import dev.groundswell.privacy.Somebody;
import dev.groundswell.reminder.Reminders;
import dev.groundswell.vault.Vault;
import java.util.List;
import java.util.UUID;

/** What contributors said. The input still counts; who said what is gone. */
public final class FeedbackHoldings implements Holdings {
  private final Vault vault;
  private final Reminders reminders;

  public FeedbackHoldings(Vault vault, Reminders reminders) {
    this.vault = vault;
    this.reminders = reminders;
  }

  @Override
  public List<Erased> erase(Tx tx, WorkspaceId workspace, Somebody who) {
    List<UUID> contributors = ErasureStore.contributors(tx, workspace, who);
    int inputs = 0;
    int owed = 0;
    for (UUID contributor : contributors) {
      vault.destroy(tx, workspace, contributor);
      for (UUID input : ErasureStore.owedTo(tx, workspace, contributor)) {
        // Nobody can report back to somebody who is not there, so nobody is nagged to.
        reminders.finish(tx, workspace, ReportBacks.REPORT_BACK, input);
        owed++;
      }
      inputs += ErasureStore.blank(tx, workspace, contributor, NOBODY, NOTHING);
    }
    return List.of(
        new Erased(contributors.size(), "contributors: name blanked, key destroyed"),
        new Erased(inputs, "inputs: words blanked"),
        new Erased(owed, "report-backs closed, since nobody is left to tell"),
        new Erased(new DraftStore(vault).erase(tx, workspace, who), "drafts of input taken away"));
  }
}
