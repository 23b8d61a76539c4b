package dev.groundswell.outbox;

import dev.groundswell.kernel.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A message that was claimed and is about to be sent. It holds kinds and ids, no words: they are
 * found when it goes out.
 *
 * @param id also the opaque key by which the message can be found again on the other side
 * @param recipient a user's id for Slack, an id of the feature's own for mail
 * @param attempts how often it was claimed, this time included
 * @param markedAt when it was claimed
 */
public record Outgoing(
    WorkspaceId workspace,
    UUID id,
    Medium medium,
    String recipient,
    int attempts,
    Instant markedAt,
    List<Item> items) {

  /** The ways a message can go. */
  public enum Medium {
    SLACK,
    MAIL
  }

  /**
   * One of the things that a message says.
   *
   * @param occasion the reason for saying it; unique in the workspace, so that it is said once
   * @param kind which view knows the words
   * @param subject what it is about
   */
  public record Item(String occasion, String kind, UUID subject) {}

  public Outgoing {
    items = List.copyOf(items);
  }

  /** The same message with only these things in it. */
  Outgoing saying(List<Item> some) {
    return new Outgoing(workspace, id, medium, recipient, attempts, markedAt, some);
  }
}
