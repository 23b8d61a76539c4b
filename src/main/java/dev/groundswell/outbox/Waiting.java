package dev.groundswell.outbox;

import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.outbox.Outgoing.Medium;
import java.util.UUID;

/**
 * The message that is next for its recipient, not claimed yet.
 *
 * @param attempts how often it was claimed before
 */
record Waiting(WorkspaceId workspace, UUID id, Medium medium, String recipient, int attempts) {

  /** Whoever gets it: one message at a time is on its way to them. */
  Recipient to() {
    return new Recipient(workspace, medium, recipient);
  }

  /** A person or a channel in a workspace, by one medium. */
  record Recipient(WorkspaceId workspace, Medium medium, String id) {}
}
