package dev.groundswell.sponsor;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.privacy.Holdings;
import dev.groundswell.privacy.Somebody;
import dev.groundswell.reminder.Reminders;
import dev.groundswell.vault.Vault;
import java.util.List;
import java.util.UUID;

/** Name and address of sponsors, who have no account. */
public final class SponsorHoldings implements Holdings {
  private final Vault vault;

  private final Reminders reminders;

  public SponsorHoldings(Vault vault, Reminders reminders) {
    this.vault = vault;
    this.reminders = reminders;
  }

  @Override
  public List<Erased> erase(Tx tx, WorkspaceId workspace, Somebody who) {
    if (!(who instanceof Somebody.Named named)) {
      return List.of();
    }
    List<UUID> sponsors = SponsorStore.named(tx, workspace, named.key());
    int asked = 0;
    for (UUID sponsor : sponsors) {
      reminders.finish(tx, workspace, Watch.WEEKLY, sponsor);
      for (UUID request : BlockageStore.ofSponsor(tx, workspace, sponsor)) {
        reminders.finish(tx, workspace, Blockages.FOLLOW_UP, request);
        BlockageStore.blank(tx, workspace, request, NOTHING);
        asked++;
      }
      vault.destroy(tx, workspace, sponsor);
      SponsorStore.forget(tx, workspace, sponsor, NOBODY);
      DigestStore.forgetAddress(tx, workspace, sponsor);
    }
    int signatories = new ProofStore(vault).forget(tx, workspace, named.key(), NOBODY);
    return List.of(
        new Erased(sponsors.size(), "sponsors: name blanked, the key of the address destroyed"),
        new Erased(asked, "requests to them: words blanked, open ones dropped"),
        new Erased(signatories, "proofs of backing: the name of who signs blanked"));
  }
}
