package dev.groundswell.outbox;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.WorkspaceId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Knows about which initiatives nothing is sent at the moment. It is asked in the transaction that
 * takes a message to be sent, and answers from the database alone.
 */
@FunctionalInterface
public interface Quiet {

  /** Those of these initiatives about which nothing is to be sent, and why. */
  Map<UUID, Hush> about(Tx tx, WorkspaceId workspace, Set<UUID> initiatives, Instant now);

  /** Nothing is sent about it. */
  sealed interface Hush {
    /** What was to be sent waits. */
    record Until(Instant moment, String why) implements Hush {}

    /** What was to be sent is not wanted any more. */
    record ForGood(String why) implements Hush {}
  }
}
