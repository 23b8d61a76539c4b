package dev.groundswell.outbox;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.kernel.Ids;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.outbox.Outgoing.Medium;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Takes messages in the transaction of the deed that they tell of, and answers what became of them.
 */
public final class Outbox {
  /** The kind of the message that tells somebody that another one could not be delivered. */
  public static final String UNDELIVERED = "outbox.undelivered";

  private final Database database;
  private final Ids ids;
  private final Map<String, Outcomes> outcomes = new ConcurrentHashMap<>();

  public Outbox(Database database, Ids ids) {
    this.database = database;
    this.ids = ids;
  }

  /**
   * From now on this feature hears how its messages end.
   *
   * @throws IllegalStateException when another one hears of the same kind
   */
  public void tells(Outcomes feature) {
    for (String kind : feature.kinds()) {
      if (outcomes.putIfAbsent(kind, feature) != null) {
        throw new IllegalStateException("two want to hear of " + kind);
      }
    }
  }

  /** Tells the features how a message ended; nothing while it is still to be sent. */
  void tell(Tx tx, WorkspaceId workspace, UUID id, Instant now) {
    if (outcomes.isEmpty()) {
      return;
    }
    OutboxStore.find(tx, workspace, id)
        .filter(it -> it.state() != OutboxState.WAITING && it.state() != OutboxState.SENDING)
        .ifPresent(
            letter -> {
              for (Item item : letter.items()) {
                Outcomes feature = outcomes.get(item.kind());
                if (feature != null) {
                  feature.settled(tx, workspace, item, letter.state(), letter.why(), now);
                }
              }
            });
  }

  /**
   * Puts one message in, unless each of its occasions has had its message already.
   *
   * @param answersTo who is told when it can't be delivered
   * @return its id, or empty when everything in it was said before
   */
  public Optional<UUID> put(
      Tx tx,
      WorkspaceId workspace,
      Medium medium,
      String recipient,
      UserId answersTo,
      List<Item> items,
      Instant now) {
    UUID id = ids.next();
    int fresh = 0;
    for (Item item : items) {
      fresh += OutboxStore.addOccasion(tx, workspace, id, item);
    }
    if (fresh == 0) {
      return Optional.empty();
    }
    OutboxStore.add(tx, workspace, id, medium, recipient, answersTo, now);
    return Optional.of(id);
  }

  /** What became of a message; empty if there is none of that id. */
  public Optional<Letter> find(WorkspaceId workspace, UUID id) {
    return database.inTransaction(tx -> OutboxStore.find(tx, workspace, id));
  }

  /**
   * Settles a message whose end nobody knew: a person has looked.
   *
   * @param by has to be the one who answers for it
   * @return false if it was settled before, or is somebody else's
   */
  public boolean itArrived(WorkspaceId workspace, UUID id, UserId by, Instant now) {
    return database.inTransaction(
        tx -> {
          boolean settled = OutboxStore.settleUnknown(tx, workspace, id, by, OutboxState.SENT, now);
          if (settled) {
            tell(tx, workspace, id, now);
          }
          return settled;
        });
  }

  /**
   * Sends a message again whose end nobody knew, or that was given up.
   *
   * @param by has to be the one who answers for it
   * @return false if it was settled before, or is somebody else's
   */
  public boolean sendAgain(WorkspaceId workspace, UUID id, UserId by, Instant now) {
    return database.inTransaction(
        tx -> OutboxStore.settleUnknown(tx, workspace, id, by, OutboxState.WAITING, now));
  }

  /** How many messages of all workspaces stand where; a state that none is in is left out. */
  public Map<OutboxState, Long> byState() {
    return database.inTransaction(OutboxStore::countByState);
  }

  /**
   * A message as its sender's owner may see it.
   *
   * @param why the reason when it was given up, cancelled or has an unknown end, else empty
   */
  public record Letter(
      UUID id, Medium medium, OutboxState state, String recipient, String why, List<Item> items) {}
}
