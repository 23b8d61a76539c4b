package dev.groundswell.sponsor;

import dev.groundswell.db.Tx;
import dev.groundswell.initiative.Deed;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.initiative.Standing;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Lets those at a sponsor who may. */
final class Access {
  private final Initiatives initiatives;
  private final SponsorStore store;

  Access(Initiatives initiatives, SponsorStore store) {
    this.initiatives = initiatives;
    this.store = store;
  }

  /** The sponsor, if this person may do that to them. */
  Optional<Sponsor> may(Tx tx, WorkspaceId workspace, UserId user, UUID sponsor, Deed deed) {
    return store
        .find(tx, workspace, sponsor)
        .filter(
            it -> initiatives.standing(tx, workspace, user, it.initiative()).may(deed, it.owner()));
  }

  /** Does it, or says why not. */
  Changed change(
      Tx tx,
      WorkspaceId workspace,
      UserId user,
      UUID sponsor,
      Deed deed,
      Function<Sponsor, Changed> change) {
    Optional<Sponsor> found = store.find(tx, workspace, sponsor);
    if (found.isEmpty()) {
      return new Changed.Gone();
    }
    Standing standing = initiatives.standing(tx, workspace, user, found.get().initiative());
    if (!standing.isMember()) {
      return new Changed.Gone();
    }
    return standing.may(deed, found.get().owner())
        ? change.apply(found.get())
        : new Changed.NotAllowed(standing.lead().orElse(found.get().owner()));
  }
}
