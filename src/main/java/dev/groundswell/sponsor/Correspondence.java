package dev.groundswell.sponsor;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.feedback.Answers;
import dev.groundswell.feedback.Contributor;
import dev.groundswell.feedback.Deliveries;
import dev.groundswell.feedback.Input.Channel;
import dev.groundswell.feedback.Inputs;
import dev.groundswell.feedback.NewInput;
import dev.groundswell.feedback.Recorded;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.kernel.Ids;
import dev.groundswell.kernel.MailAddress;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.outbox.Outbox;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.outbox.Outgoing.Medium;
import dev.groundswell.people.Person;
import dev.groundswell.privacy.PatientGuard;
import dev.groundswell.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What comes back by mail: each arrival takes effect once, in the transaction in which it is marked
 * as seen.
 */
public final class Correspondence {
  /** The kind of the message that offers a reply to the owner; its subject is the reply's row. */
  public static final String REPLY = "sponsor.reply";

  /** The same for a reply that can't be kept; its subject is the sponsor. */
  public static final String REPLY_PATIENT = "sponsor.reply-patient";

  /** Somebody answered from another address than the sponsor's; its subject is the sponsor. */
  public static final String REPLY_OTHER = "sponsor.reply-other";

  /** No mailbox is read further back than half of this. */
  private static final Duration KNOWN = Duration.ofDays(90);

  private final Database database;
  private final Initiatives initiatives;
  private final Inputs inputs;
  private final Deliveries deliveries;
  private final Answers answers;
  private final Subscriptions subscriptions;
  private final Outbox outbox;
  private final Vault vault;
  private final SponsorStore store;
  private final ProfileStore profiles;
  private final Ids ids;
  private final Clock clock;

  public Correspondence(
      Database database,
      Initiatives initiatives,
      Inputs inputs,
      Deliveries deliveries,
      Answers answers,
      Subscriptions subscriptions,
      Outbox outbox,
      Vault vault,
      Ids ids,
      Clock clock) {
    this.database = database;
    this.initiatives = initiatives;
    this.inputs = inputs;
    this.deliveries = deliveries;
    this.answers = answers;
    this.subscriptions = subscriptions;
    this.outbox = outbox;
    this.vault = vault;
    this.store = new SponsorStore(vault);
    this.profiles = new ProfileStore(vault);
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Whether a mail of this name was not handled yet.
   *
   * @param name its Message-ID, or whatever else tells it from others
   */
  public boolean isNew(String name) {
    return database.inTransaction(tx -> !PostStore.isSeen(tx, print(name)));
  }

  /**
   * Handles a mail, unless that was done before.
   *
   * @return whether it took effect now
   */
  public boolean received(String name, Arrival arrival) {
    Instant now = clock.instant();
    return database.inTransaction(
        tx -> {
          if (PostStore.isSeen(tx, print(name))) {
            return false;
          }
          PostStore.see(tx, print(name), now);
          handle(tx, arrival, now);
          return true;
        });
  }

  /** Forgets mails that are too old to be read again. */
  public void tidy() {
    Instant before = clock.instant().minus(KNOWN);
    database.transact(tx -> PostStore.forgetSeen(tx, before));
  }

  private void handle(Tx tx, Arrival arrival, Instant now) {
    if (arrival instanceof Arrival.Bounce bounce && bounce.mail().kind() == MailKey.Kind.TOLD) {
      MailKey told = bounce.mail();
      deliveries.bounced(
          tx, told.workspace(), told.subject(), told.asks(), bounce.forGood(), bounce.why(), now);
    } else if (arrival instanceof Arrival.Bounce bounce) {
      if (bounce.forGood() && bounce.mail().kind() == MailKey.Kind.DIGEST) {
        DigestStore.cameBack(tx, bounce.mail().workspace(), bounce.mail().subject());
      }
      sponsor(tx, bounce.mail())
          .filter(it -> wentThere(tx, bounce.mail(), it))
          .ifPresent(it -> subscriptions.bounced(tx, it, bounce.forGood(), bounce.why(), now));
    } else if (arrival instanceof Arrival.StopIt stop) {
      subscriptions.press(tx, stop.token(), now);
    } else if (arrival instanceof Arrival.Reply reply && reply.mail().kind() == MailKey.Kind.TOLD) {
      answers.wroteBack(tx, reply.mail().workspace(), reply.mail().subject(), reply.words(), now);
    } else if (arrival instanceof Arrival.Reply reply) {
      sponsor(tx, reply.mail()).ifPresent(it -> offer(tx, it, reply, now));
    } else if (!(arrival instanceof Arrival.Nothing)) {
      throw new AssertionError(arrival);
    }
  }

  private Optional<Sponsor> sponsor(Tx tx, MailKey mail) {
    if (mail.kind() == MailKey.Kind.TOLD) {
      return Optional.empty();
    }
    Optional<UUID> id =
        mail.kind() == MailKey.Kind.ASK
            ? Optional.of(mail.subject())
            : DigestStore.find(tx, mail.workspace(), mail.subject()).map(it -> it.sponsor());
    return id.flatMap(it -> store.find(tx, mail.workspace(), it));
  }

  /** Whether it was sent to the address that they have now. */
  private boolean wentThere(Tx tx, MailKey mail, Sponsor sponsor) {
    return mail.kind() == MailKey.Kind.ASK
        ? mail.asks() == subscriptions.of(tx, sponsor.workspace(), sponsor.id()).asks()
        : DigestStore.wentToTheAddressOfNow(tx, mail.workspace(), mail.subject());
  }

  /** What somebody else wrote is not kept, since it would be taken for the sponsor's word. */
  private void offer(Tx tx, Sponsor sponsor, Arrival.Reply reply, Instant now) {
    String words = reply.words();
    if (words.isBlank()) {
      return;
    }
    boolean isTheirs =
        MailAddress.parse(reply.from()) instanceof MailAddress.Good good
            && good.address().value().equalsIgnoreCase(sponsor.address().value());
    boolean isFine = isTheirs && PatientGuard.check(words).isEmpty();
    UUID id = ids.next();
    if (isFine) {
      String sealed = vault.seal(tx, sponsor.workspace(), sponsor.id(), words);
      PostStore.add(tx, sponsor.workspace(), id, sponsor.id(), sealed, now);
    }
    String kind = !isTheirs ? REPLY_OTHER : isFine ? REPLY : REPLY_PATIENT;
    outbox.put(
        tx,
        sponsor.workspace(),
        Medium.SLACK,
        sponsor.owner().value(),
        sponsor.owner(),
        List.of(new Item(kind + "/" + id, kind, isFine ? id : sponsor.id())),
        now);
  }

  /** A reply as its owner reads it. */
  public record Letter(Sponsor sponsor, Initiative initiative, String words, Instant arrivedAt) {}

  /** Empty once it was settled or erased. */
  public Optional<Letter> letter(WorkspaceId workspace, UUID id) {
    return database.inTransaction(tx -> letter(tx, workspace, id));
  }

  private Optional<Letter> letter(Tx tx, WorkspaceId workspace, UUID id) {
    Optional<PostStore.Waiting> row = PostStore.waiting(tx, workspace, id);
    Optional<Sponsor> sponsor = row.flatMap(it -> store.find(tx, workspace, it.sponsor()));
    if (row.isEmpty() || sponsor.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> words = vault.open(tx, workspace, sponsor.get().id(), row.get().sealedWords());
    Optional<Initiative> initiative = initiatives.find(tx, workspace, sponsor.get().initiative());
    return words.flatMap(
        text -> initiative.map(it -> new Letter(sponsor.get(), it, text, row.get().arrivedAt())));
  }

  /** Records a reply as an input of the sponsor's, and as advice they gave. */
  public Logged log(WorkspaceId workspace, Person by, UUID id) {
    Optional<Letter> letter = letter(workspace, id, by.id());
    if (letter.isEmpty()) {
      return new Logged.Gone();
    }
    Sponsor sponsor = letter.get().sponsor();
    NewInput wanted =
        new NewInput(
            new Contributor(null, sponsor.name()),
            letter.get().words(),
            null,
            "",
            null,
            "",
            null,
            Channel.MAIL,
            null,
            false);
    // The key makes it one input, also when the process ends before the reply is settled.
    Recorded recorded =
        inputs.recordFor(by, workspace, letter.get().initiative(), wanted, "reply/" + id);
    if (!(recorded instanceof Recorded.Kept kept)) {
      return new Logged.NotRecorded(sponsor, recorded);
    }
    SponsorDeed advised = advised(letter.get(), by);
    Instant now = clock.instant();
    return database.inTransaction(
        tx -> {
          if (!PostStore.settle(tx, workspace, id, "LOGGED")) {
            return new Logged.Gone();
          }
          profiles.add(tx, sponsor, advised, kept.input().id(), by.id(), now);
          return new Logged.Done(sponsor);
        });
  }

  private SponsorDeed advised(Letter letter, Person by) {
    String words = letter.words().strip();
    return new SponsorDeed(
        ids.next(),
        SponsorDeed.Kind.ADVISED,
        words.substring(0, Math.min(words.length(), SponsorDeed.LONGEST)),
        LocalDate.ofInstant(letter.arrivedAt(), by.zone()));
  }

  /** Lets a reply go; false if it was settled before, or is somebody else's. */
  public boolean drop(WorkspaceId workspace, UserId by, UUID id) {
    return letter(workspace, id, by).isPresent()
        && database.<Boolean>inTransaction(tx -> PostStore.settle(tx, workspace, id, "NOT_NEEDED"));
  }

  private Optional<Letter> letter(WorkspaceId workspace, UUID id, UserId by) {
    return letter(workspace, id).filter(it -> it.sponsor().owner().equals(by));
  }

  private static String print(String name) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
