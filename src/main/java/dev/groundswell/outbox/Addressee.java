package dev.groundswell.outbox;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.outbox.Outgoing.Item;
import java.util.Optional;

/** A feature that knows by name who gets its mails. */
@FunctionalInterface
public interface Addressee {
  /**
   * Empty if they are not there any more, or not for this person to see.
   *
   * @param item one of the things that the mail says
   * @param recipient the id of the feature's own to which the mail goes
   */
  Optional<String> find(Tx tx, WorkspaceId workspace, UserId viewer, Item item, String recipient);
}
