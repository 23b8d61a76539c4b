package dev.groundswell.sponsor;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.kernel.Ids;
import dev.groundswell.kernel.MailAddress;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.outbox.Outbox;
import dev.groundswell.outbox.OutboxState;
import dev.groundswell.outbox.Outcomes;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.outbox.Outgoing.Medium;
import dev.groundswell.people.Person;
import dev.groundswell.sponsor.Changed.Field;
import dev.groundswell.sponsor.Digest.State;
import dev.groundswell.vault.Vault;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Digests as letters: whether one still holds when it goes out, and how that ended. */
public final class DigestLetters implements Outcomes {
  /** The kind of a mail with a digest; its subject is the digest's row. */
  public static final String DIGEST = "sponsor.digest";

  /**
   * The kind of a mail by which somebody looks at a digest first; its subject is the test's row.
   */
  public static final String TEST = "sponsor.test";

  /**
   * The kind of the message that a digest did not go out again after all; its subject is the
   * digest's row.
   */
  public static final String NOT_AGAIN = "sponsor.not-again";

  private final Database database;
  private final Drafts drafts;
  private final Subscriptions subscriptions;
  private final Outbox outbox;
  private final Vault vault;
  private final Ids ids;
  private final Clock clock;

  public DigestLetters(
      Database database,
      Drafts drafts,
      Subscriptions subscriptions,
      Outbox outbox,
      Vault vault,
      Ids ids,
      Clock clock) {
    this.database = database;
    this.drafts = drafts;
    this.subscriptions = subscriptions;
    this.outbox = outbox;
    this.vault = vault;
    this.ids = ids;
    this.clock = clock;
  }

  /** Sends a digest to whoever wants to see it first, as its sponsor will get it. */
  public Changed test(Person by, WorkspaceId workspace, UUID digest, String address) {
    if (!(MailAddress.parse(address) instanceof MailAddress.Good good)) {
      return new Changed.Wrong(Field.ADDRESS, Changed.Why.NOT_READ);
    }
    Optional<Digest> found = drafts.preview(by.id(), workspace, digest);
    if (found.isEmpty()) {
      return new Changed.Gone();
    }
    Instant now = clock.instant();
    UUID id = ids.next();
    database.transact(
        tx -> {
          String sealed = vault.seal(tx, workspace, id, good.address().value());
          DigestStore.addTest(tx, workspace, id, digest, sealed, by.id(), now);
          outbox.put(
              tx,
              workspace,
              Medium.MAIL,
              id.toString(),
              by.id(),
              List.of(new Item("digest-test/" + id, TEST, id)),
              now);
        });
    return new Changed.Done(found.get().sponsor());
  }

  /** The digest at the moment it goes out, if it still holds. */
  public DigestLetter letter(WorkspaceId workspace, Item item) {
    if (item.kind().equals(TEST)) {
      return test(workspace, item.subject());
    }
    Optional<Digest> found = drafts.find(workspace, item.subject());
    if (found.isEmpty()) {
      return new DigestLetter.NotWanted("the sponsor is not there any more");
    }
    Digest digest = found.get();
    Instant now = clock.instant();
    if (digest.initiative().isArchived()) {
      return new DigestLetter.NotWanted("the initiative is archived");
    } else if (digest.initiative().isPausedAt(now)) {
      return new DigestLetter.NotWanted("the initiative is paused");
    } else if (digest.profile().hasLeft()) {
      return new DigestLetter.NotWanted("they are no sponsor any more");
    } else if (digest.state() == State.SKIPPED) {
      return new DigestLetter.NotWanted("it was left out");
    } else if (digest.state() == State.GIVEN_UP && isToldElsewhere(digest)) {
      return new DigestLetter.NotWanted("a later one tells of that time too");
    } else if (digest.state() == State.DRAFT) {
      return new DigestLetter.NotWanted("nobody has approved it");
    } else if (!subscriptions.of(workspace, digest.sponsor().id()).isConfirmed()) {
      return new DigestLetter.NotWanted("they do not want it, or have not said that they do");
    }
    return new DigestLetter.Ready(digest, digest.sponsor().address(), false);
  }

  /**
   * A digest that somebody sent again, and that did not go out.
   *
   * @param isAsked whether its sponsor has a mail by which they can say that they want it
   */
  public record NotAgain(Digest digest, String why, boolean isAsked) {}

  /** What stands in its way; empty when nothing does any more, or it is gone. */
  public Optional<NotAgain> notAgain(WorkspaceId workspace, UUID digest) {
    DigestLetter letter = letter(workspace, new Item("digest/" + digest, DIGEST, digest));
    return letter instanceof DigestLetter.NotWanted not
        ? drafts
            .find(workspace, digest)
            .map(
                it ->
                    new NotAgain(
                        it,
                        not.why(),
                        subscriptions.of(workspace, it.sponsor().id()).state()
                            == Subscription.State.ASKED))
        : Optional.empty();
  }

  private boolean isToldElsewhere(Digest digest) {
    return database.inTransaction(
        tx -> DigestStore.isToldElsewhere(tx, digest.sponsor().workspace(), digest.id()));
  }

  private DigestLetter test(WorkspaceId workspace, UUID id) {
    record Found(UUID digest, Optional<String> address) {}
    Optional<Found> test =
        database.inTransaction(
            tx ->
                DigestStore.test(tx, workspace, id)
                    .map(
                        it ->
                            new Found(
                                it.digest(), vault.open(tx, workspace, id, it.sealedAddress()))));
    return test.filter(it -> it.address().isPresent())
        .flatMap(
            it ->
                drafts
                    .find(workspace, it.digest())
                    .<DigestLetter>map(
                        digest ->
                            new DigestLetter.Ready(
                                digest, new MailAddress(it.address().orElseThrow()), true)))
        .orElseGet(() -> new DigestLetter.NotWanted("the draft was composed anew"));
  }

  @Override
  public Set<String> kinds() {
    return Set.of(DIGEST);
  }

  /** One that could not be delivered does not count: the next begins where the one before ended. */
  @Override
  public void settled(
      Tx tx, WorkspaceId workspace, Item item, OutboxState state, String why, Instant now) {
    if (state == OutboxState.CANCELLED) {
      // Whoever sent it again was told that it goes out.
      DigestStore.find(tx, workspace, item.subject())
          .filter(it -> it.state() == State.GIVEN_UP || DigestStore.mayHaveGone(tx, it))
          .ifPresent(it -> sayNotAgain(tx, it, now));
    }
    if (state == OutboxState.SENT || state == OutboxState.UNKNOWN) {
      DigestStore.wentOut(tx, workspace, item.subject());
    }
    if (state == OutboxState.SENT) {
      DigestStore.settled(tx, workspace, item.subject(), State.SENT);
    } else if (state == OutboxState.GIVEN_UP || state == OutboxState.CANCELLED) {
      DigestStore.settled(tx, workspace, item.subject(), State.GIVEN_UP);
    }
  }

  private void sayNotAgain(Tx tx, DigestStore.Row row, Instant now) {
    outbox.put(
        tx,
        row.workspace(),
        Medium.SLACK,
        row.askedBy().value(),
        row.askedBy(),
        List.of(
            new Item(NOT_AGAIN + "/" + row.id() + "/" + now.toEpochMilli(), NOT_AGAIN, row.id())),
        now);
  }
}
