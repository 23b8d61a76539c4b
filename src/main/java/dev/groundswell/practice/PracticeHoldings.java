package dev.groundswell.practice;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.privacy.Holdings;
import dev.groundswell.privacy.Somebody;
import dev.groundswell.vault.Vault;
import java.util.List;

/** Contact people of practices, who have no account. */
public final class PracticeHoldings implements Holdings {
  private final Vault vault;

  public PracticeHoldings(Vault vault) {
    this.vault = vault;
  }

  @Override
  public List<Erased> erase(Tx tx, WorkspaceId workspace, Somebody who) {
    return who instanceof Somebody.Named named
        ? List.of(
            new Erased(
                ContactPersonStore.erase(tx, vault, workspace, named.name()),
                "contact people of practices taken away, keys destroyed"))
        : List.of();
  }
}
