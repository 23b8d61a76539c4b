package dev.groundswell.outbox;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.kernel.Ids;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.outbox.Outgoing.Medium;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes messages in the transaction of the deed that they tell of, and answers what became of them.
 */
public final class Outbox {
  /** The kind of the message that tells somebody that another one could not be delivered. */
  public static final String UNDELIVERED = "outbox.undelivered";

  private final Database database;
  private final Ids ids;
  private final Map<String, Outcomes> outcomes = new ConcurrentHashMap<>();
  private final Map<String, Addressee> addressees = new ConcurrentHashMap<>();
  private volatile Quiet quiet = (tx, workspace, initiatives, now) -> Map.of();

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

  /** From now on this feature is asked who gets a mail of that kind; else nobody says it. */
  public void whoGets(String kind, Addressee known) {
    addressees.put(kind, known);
  }

  /** The name of whoever gets a mail, for the eyes of one person; empty when nobody says it. */
  private String named(
      Tx tx, WorkspaceId workspace, UserId viewer, Medium medium, String to, List<Item> items) {
    if (medium != Medium.MAIL) {
      return "";
    }
    return items.stream()
        .flatMap(
            item ->
                Optional.ofNullable(addressees.get(item.kind()))
                    .flatMap(it -> it.find(tx, workspace, viewer, item, to))
                    .stream())
        .findFirst()
        .orElse("");
  }

  /** From now on this one is asked about what nothing is to be sent. */
  public void heeds(Quiet knowing) {
    quiet = knowing;
  }

  Sieve sieve() {
    return new Sieve(ids, quiet);
  }

  /** Tells the features how a message ended; nothing while it is still to be sent. */
  void settled(Tx tx, Outgoing message, Instant now) {
    if (message.items().stream().anyMatch(it -> outcomes.containsKey(it.kind()))) {
      settled(tx, message.workspace(), message.id(), now);
    }
  }

  private void settled(Tx tx, WorkspaceId workspace, UUID id, Instant now) {
    LetterStore.find(tx, workspace, id)
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

  /** Puts in a message that belongs to no initiative. */
  public Optional<UUID> put(
      Tx tx,
      WorkspaceId workspace,
      Medium medium,
      String recipient,
      UserId answersTo,
      List<Item> items,
      Instant now) {
    return put(tx, workspace, medium, recipient, answersTo, items, null, now);
  }

  /**
   * Puts one message in, unless each of its occasions has had its message already.
   *
   * @param recipient for Slack a person or a channel
   * @param answersTo who is told when it can't be delivered
   * @param initiative whose lead sees it in the log; null if it belongs to none
   * @return its id, or empty when everything in it was said before
   */
  public Optional<UUID> put(
      Tx tx,
      WorkspaceId workspace,
      Medium medium,
      String recipient,
      UserId answersTo,
      List<Item> items,
      @Nullable UUID initiative,
      Instant now) {
    List<Part> parts = items.stream().map(it -> new Part(it, initiative)).toList();
    return putAll(tx, List.of(new Envelope(workspace, medium, recipient, answersTo, parts)), now)
        .stream()
        .findFirst();
  }

  /**
   * Puts many messages in at once, each unless all of its occasions have had their message already.
   *
   * @return the ids of those that were put in
   */
  public List<UUID> putAll(Tx tx, List<Envelope> envelopes, Instant now) {
    List<OutboxStore.Filled> all = filled(envelopes, new HashSet<>());
    if (tx.adds(() -> OutboxStore.add(tx, all, now))) {
      return all.stream().map(OutboxStore.Filled::id).toList();
    }
    // Looked up only now, since what is put in is hardly ever there already.
    List<OutboxStore.Filled> fresh = filled(envelopes, OutboxStore.knownOccasions(tx, envelopes));
    OutboxStore.add(tx, fresh, now);
    return fresh.stream().map(OutboxStore.Filled::id).toList();
  }

  /**
   * Who of a workspace has had so many messages since then.
   *
   * @param many how many at the least
   */
  public Set<UserId> havingHad(Tx tx, WorkspaceId workspace, int many, Instant since) {
    return OutboxStore.havingHad(tx, workspace, many, Ids.firstOf(since));
  }

  /** Those with something to say, and what that is. */
  private List<OutboxStore.Filled> filled(List<Envelope> envelopes, Set<List<Object>> said) {
    List<OutboxStore.Filled> fresh = new ArrayList<>();
    for (Envelope envelope : envelopes) {
      List<Part> parts =
          envelope.parts().stream()
              .filter(it -> said.add(List.of(envelope.workspace(), it.item().occasion())))
              .toList();
      if (!parts.isEmpty()) {
        fresh.add(new OutboxStore.Filled(ids.next(), envelope, parts));
      }
    }
    return fresh;
  }

  /**
   * One of the things that a message says.
   *
   * @param initiative that it belongs to; null if it belongs to none
   */
  public record Part(Item item, @Nullable UUID initiative) {}

  /**
   * A message that may say things of several initiatives.
   *
   * @param recipient for Slack a person or a channel
   * @param answersTo who is told when it can't be delivered
   */
  public record Envelope(
      WorkspaceId workspace, Medium medium, String recipient, UserId answersTo, List<Part> parts) {

    /** The initiative whose lead sees it in the log; null if it is not about one alone. */
    @Nullable UUID initiative() {
      UUID first = parts.get(0).initiative();
      return parts.stream().allMatch(it -> Objects.equals(it.initiative(), first)) ? first : null;
    }
  }

  /** Nothing can be sent in a workspace: all that waits there is cancelled, with this reason. */
  public void cancelAll(Tx tx, WorkspaceId workspace, String why, Instant now) {
    // A feature may answer the end of a message with another one.
    List<UUID> waiting = QuietStore.cancelWaiting(tx, workspace, why, now);
    while (!waiting.isEmpty()) {
      waiting.forEach(id -> settled(tx, workspace, id, now));
      waiting = QuietStore.cancelWaiting(tx, workspace, why, now);
    }
  }

  /** What waited while an initiative was quiet goes now. */
  public void goOn(Tx tx, WorkspaceId workspace, UUID initiative, Instant now) {
    QuietStore.goOn(tx, workspace, initiative, now);
  }

  /** What became of a message; empty if there is none of that id. */
  public Optional<Letter> find(WorkspaceId workspace, UUID id) {
    return database.inTransaction(tx -> LetterStore.find(tx, workspace, id));
  }

  /**
   * A message as one person may know it.
   *
   * @param name of whoever gets it, for a mail whose feature says so; else empty
   * @param initiative that it belongs to; null if to none
   */
  public record Addressed(Letter letter, String name, @Nullable UUID initiative) {}

  /** The same, with whoever gets it, for the eyes of one person. */
  public Optional<Addressed> find(WorkspaceId workspace, UserId viewer, UUID id) {
    return database.inTransaction(
        tx ->
            LetterStore.find(tx, workspace, id)
                .map(
                    it ->
                        new Addressed(
                            it,
                            named(tx, workspace, viewer, it.medium(), it.recipient(), it.items()),
                            LetterStore.belonging(tx, workspace, id).initiative())));
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
          boolean settled = LetterStore.settleUnknown(tx, workspace, id, by, OutboxState.SENT, now);
          if (settled) {
            settled(tx, workspace, id, now);
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
        tx -> LetterStore.settleUnknown(tx, workspace, id, by, OutboxState.WAITING, now));
  }

  /**
   * What became of messages, the newest first.
   *
   * @param reader sees those that they answer for
   * @param initiative whose messages they see besides, since they lead it; else null
   * @param from how many to leave out at the top
   */
  public List<Entry> log(
      WorkspaceId workspace,
      UserId reader,
      @Nullable UUID initiative,
      Set<OutboxState> states,
      int from,
      int most) {
    return database.inTransaction(
        tx ->
            LetterStore.log(
                tx,
                workspace,
                reader,
                initiative,
                states,
                from,
                most,
                (medium, to, items) -> named(tx, workspace, reader, medium, to, items)));
  }

  /**
   * What waits to be sent or to be tried again, and this person answers for, or belongs to one of
   * these initiatives; the next at the top.
   *
   * @param most how many at the most
   */
  public List<Pending> pending(
      WorkspaceId workspace, UserId answersTo, Set<UUID> initiatives, int most) {
    return database.inTransaction(
        tx ->
            LetterStore.pending(
                tx,
                workspace,
                answersTo,
                initiatives,
                most,
                (medium, to, items) -> named(tx, workspace, answersTo, medium, to, items)));
  }

  /**
   * A message that waits to be sent.
   *
   * @param name of whoever gets it, for a mail whose feature says so; else empty
   */
  public record Pending(
      Medium medium, String recipient, String name, Instant notBefore, List<String> kinds) {}

  /** How many messages of all workspaces stand where; a state that none is in is left out. */
  public Map<OutboxState, Long> byState() {
    return database.inTransaction(LetterStore::countByState);
  }

  /**
   * A message as its sender's owner may see it.
   *
   * @param why the reason when it was given up, cancelled or has an unknown end, else empty
   */
  public record Letter(
      UUID id, Medium medium, OutboxState state, String recipient, String why, List<Item> items) {}
}
