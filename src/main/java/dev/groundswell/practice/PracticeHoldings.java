package dev.groundswell.practice;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.privacy.Holdings;
import dev.groundswell.privacy.Somebody;
import dev.groundswell.vault.Vault;
import java.util.List;
import java.util.UUID;

/**
 * Practices that go by the name of a person, things that tell about such a practice, and their
 * contact people, who have no account; and what those who have one wrote about practices.
 */
public final class PracticeHoldings implements Holdings {
  private final Vault vault;

  public PracticeHoldings(Vault vault) {
    this.vault = vault;
  }

  @Override
  public List<Erased> erase(Tx tx, WorkspaceId workspace, Somebody who) {
    if (who instanceof Somebody.Account account) {
      return List.of(
          new Erased(
              ErasureStore.blankWrittenBy(tx, workspace, account.id(), NOTHING),
              "words that they wrote about practices blanked"));
    } else if (!(who instanceof Somebody.Named named)) {
      throw new AssertionError(who);
    } else {
      return erase(tx, workspace, named);
    }
  }

  private List<Erased> erase(Tx tx, WorkspaceId workspace, Somebody.Named named) {
    List<UUID> practices = ErasureStore.named(tx, workspace, Practice.key(named.name()));
    for (UUID practice : practices) {
      // Two erased ones are still two; the end of an id tells them apart.
      String id = practice.toString();
      ErasureStore.blank(
          tx, workspace, practice, NOBODY + " " + id.substring(id.length() - 12), NOTHING);
    }
    return List.of(
        new Erased(practices.size(), "practices: name and notes blanked"),
        new Erased(
            ErasureStore.withdrawItems(tx, workspace, named.key(), NOTHING),
            "things to bring along withdrawn, since they told about them"),
        new Erased(
            ContactPersonStore.erase(tx, vault, workspace, named.name()),
            "contact people of practices taken away, keys destroyed"));
  }
}
