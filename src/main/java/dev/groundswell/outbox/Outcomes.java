package dev.groundswell.outbox;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.outbox.Outgoing.Item;
import java.time.Instant;
import java.util.Set;

/** A feature that wants to know how its messages ended, in the transaction in which they end. */
public interface Outcomes {

  /** The kinds of messages that it wants to know about. */
  Set<String> kinds();

  /**
   * One of the things a message said was settled. It may be settled again, when a person looked, or
   * sent it once more.
   *
   * @param state SENT, GIVEN_UP, CANCELLED or UNKNOWN
   * @param why the reason, or empty
   */
  void settled(Tx tx, WorkspaceId workspace, Item item, OutboxState state, String why, Instant now);
}
