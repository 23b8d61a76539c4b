package dev.groundswell.feedback;

import dev.groundswell.db.Tx;
import dev.groundswell.initiative.Deed;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.initiative.Standing;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import java.util.Optional;
import java.util.UUID;

/** An input as somebody may see it, with where they stand with its initiative. */
record Seen(Input input, Standing standing) {

  /** Empty if there is no input of that id, or it is not for this person to see. */
  static Optional<Seen> by(
      Tx tx, Initiatives initiatives, WorkspaceId workspace, UserId user, UUID id) {
    return InputStore.find(tx, workspace, id)
        .map(it -> new Seen(it, initiatives.standing(tx, workspace, user, it.initiative())))
        .filter(it -> it.standing().may(Deed.SEE));
  }

  boolean isForbidden(Deed deed) {
    return !standing.may(deed, input.owner());
  }
}
