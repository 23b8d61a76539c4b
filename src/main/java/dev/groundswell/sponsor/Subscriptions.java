package dev.groundswell.sponsor;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.outbox.Addressee;
import dev.groundswell.outbox.Outbox;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.outbox.Outgoing.Medium;
import dev.groundswell.people.People;
import dev.groundswell.people.Person;
import dev.groundswell.sponsor.Links.Deed;
import dev.groundswell.sponsor.Links.Link;
import dev.groundswell.sponsor.Subscription.State;
import dev.groundswell.vault.Vault;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether sponsors want the digest: they are asked by mail, and say so themselves on a page; they
 * end it the same way, at once. Whoever looks after them is told.
 */
public final class Subscriptions {
  /** The kind of the mail that asks; its subject is the sponsor's row. */
  public static final String ASK = "sponsor.ask";

  /** Kinds of messages to the owner; their subject is the sponsor's row. */
  public static final String CONFIRMED = "sponsor.confirmed";

  public static final String STOPPED = "sponsor.stopped";
  public static final String BOUNCED = "sponsor.bounced";

  /** How often somebody is asked, unless its owner asks once more by hand. */
  public static final int MOST_ASKS = 3;

  static final int MOST_SOFT_BOUNCES = 3;
  private static final Duration BEFORE_ASKING_AGAIN = Duration.ofDays(7);

  /** A little more than a quarter, so that of a quarterly digest they count as well. */
  private static final Duration SOFT_BOUNCES_COUNT = Duration.ofDays(100);

  private static final int DAYS_TO_CONFIRM = 30;
  private static final LocalDate FOR_EVER = LocalDate.of(2200, 1, 1);

  private final Database database;
  private final Initiatives initiatives;
  private final People people;
  private final Outbox outbox;
  private final SponsorStore store;
  private final Links links;
  private final Mailing mailing;
  private final Clock clock;

  public Subscriptions(
      Database database,
      Initiatives initiatives,
      People people,
      Outbox outbox,
      Vault vault,
      Mailing mailing,
      Clock clock) {
    this.database = database;
    this.initiatives = initiatives;
    this.people = people;
    this.outbox = outbox;
    this.store = new SponsorStore(vault);
    this.links = new Links(vault);
    this.mailing = mailing;
    this.clock = clock;
  }

  /** Says who is asked who gets the mails to sponsors; their recipient is the sponsor's id. */
  void whoGets(Addressee sponsors) {
    outbox.whoGets(ASK, sponsors);
    outbox.whoGets(DigestLetters.DIGEST, sponsors);
  }

  Mailing mailing() {
    return mailing;
  }

  /** How it stands with this sponsor. */
  public Subscription of(WorkspaceId workspace, UUID sponsor) {
    return database.inTransaction(tx -> of(tx, workspace, sponsor));
  }

  Subscription of(Tx tx, WorkspaceId workspace, UUID sponsor) {
    return SubscriptionStore.find(tx, workspace, sponsor);
  }

  /**
   * What the owner of a sponsor is told about them.
   *
   * @param why what the mail server said when a mail came back; may be empty
   */
  public record News(Sponsor sponsor, Initiative initiative, String why) {}

  /** What there is to tell; empty if they are gone. */
  public Optional<News> news(WorkspaceId workspace, UUID id) {
    return database.inTransaction(
        tx ->
            store
                .find(tx, workspace, id)
                .flatMap(
                    sponsor ->
                        initiatives
                            .find(tx, workspace, sponsor.initiative())
                            .map(
                                initiative ->
                                    new News(
                                        sponsor,
                                        initiative,
                                        SubscriptionStore.why(tx, workspace, id)))));
  }

  /** Asks a sponsor by mail, unless that was done of late, or often enough. */
  void ask(Tx tx, Sponsor sponsor, Instant now) {
    Subscription it = of(tx, sponsor.workspace(), sponsor.id());
    Instant askedAt = it.askedAt();
    boolean inVain =
        it.state() == State.ASKED
            && it.asks() < MOST_ASKS
            && askedAt != null
            && !now.isBefore(askedAt.plus(BEFORE_ASKING_AGAIN));
    if (mailing.isOn() && (it.state() == State.NEW || inVain)) {
      put(tx, sponsor, it, now);
    }
  }

  /** Asks once more by hand, if that is possible by now. */
  void askOnceMore(Tx tx, Sponsor sponsor, Instant now) {
    Subscription it = of(tx, sponsor.workspace(), sponsor.id());
    if (mailing.isOn() && it.mayBeAskedAgain(now)) {
      put(tx, sponsor, it, now);
    }
  }

  private void put(Tx tx, Sponsor sponsor, Subscription it, Instant now) {
    Subscription asked = new Subscription(State.ASKED, it.asks() + 1, now, it.softBounces());
    SubscriptionStore.save(tx, sponsor.workspace(), sponsor.id(), asked, null, now);
    outbox.put(
        tx,
        sponsor.workspace(),
        Medium.MAIL,
        sponsor.id().toString(),
        sponsor.owner(),
        List.of(new Item(ASK + "/" + sponsor.id() + "/" + asked.asks(), ASK, sponsor.id())),
        sponsor.initiative(),
        now);
  }

  /** Asks at another address; what went to the one before confirms nothing any more. */
  void askAnew(Tx tx, Sponsor sponsor, Instant now) {
    Subscription it = of(tx, sponsor.workspace(), sponsor.id());
    SubscriptionStore.save(
        tx,
        sponsor.workspace(),
        sponsor.id(),
        new Subscription(State.NEW, it.asks(), null, 0),
        null,
        now);
    ask(tx, sponsor, now);
  }

  /**
   * The mail that asks.
   *
   * @param by who wants them to have the digest
   */
  public record Question(
      Sponsor sponsor, Initiative initiative, Person by, int asks, URI confirm) {}

  /** The question as it is to be mailed; empty if it was answered, or its sponsor is gone. */
  public Optional<Question> question(WorkspaceId workspace, UUID id) {
    Optional<Sponsor> sponsor = sponsor(workspace, id);
    if (sponsor.isEmpty() || !mailing.isOn()) {
      return Optional.empty();
    }
    // Slack may be asked for this one, so no transaction is open.
    Person by = people.get(workspace, sponsor.get().owner());
    return database.inTransaction(
        tx -> {
          Subscription it = of(tx, workspace, id);
          return it.state() == State.ASKED
              ? initiatives
                  .find(tx, workspace, sponsor.get().initiative())
                  .map(
                      initiative ->
                          new Question(
                              sponsor.get(),
                              initiative,
                              by,
                              it.asks(),
                              confirmLink(sponsor.get(), it.asks())))
              : Optional.empty();
        });
  }

  private Optional<Sponsor> sponsor(WorkspaceId workspace, UUID id) {
    return database.inTransaction(tx -> store.find(tx, workspace, id));
  }

  private URI confirmLink(Sponsor sponsor, int asks) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Link link =
        new Link(
            Deed.CONFIRM, sponsor.workspace(), sponsor.id(), asks, today.plusDays(DAYS_TO_CONFIRM));
    return mailing.address("/digest/" + links.token(link));
  }

  /** What a mail says to unsubscribe by mail; it never runs out. */
  public String stopToken(Sponsor sponsor) {
    return links.token(new Link(Deed.STOP, sponsor.workspace(), sponsor.id(), 0, FOR_EVER));
  }

  /** The address of the page on which they end it. */
  public URI stopLink(Sponsor sponsor) {
    return mailing.address("/digest/" + stopToken(sponsor));
  }

  /** Somebody, or a program that looks at every link, opened one: nothing happens yet. */
  public Followed open(String token) {
    return follow(token, false);
  }

  /** Somebody pressed the button, or their mail program did. */
  public Followed press(String token) {
    return follow(token, true);
  }

  private Followed follow(String token, boolean inEarnest) {
    Instant now = clock.instant();
    return database.inTransaction(tx -> follow(tx, token, inEarnest, now));
  }

  /** Somebody's mail program wrote to us what a link says. */
  Followed press(Tx tx, String token, Instant now) {
    return follow(tx, token, true, now);
  }

  private Followed follow(Tx tx, String token, boolean inEarnest, Instant now) {
    Optional<Link> read = links.read(token);
    if (read.isEmpty()) {
      return new Followed.Unknown();
    }
    Link link = read.get();
    if (link.hasRunOut(now)) {
      return new Followed.RunOut();
    }
    Optional<Sponsor> sponsor = store.find(tx, link.workspace(), link.sponsor());
    Optional<Initiative> initiative =
        sponsor.flatMap(it -> initiatives.find(tx, it.workspace(), it.initiative()));
    if (sponsor.isEmpty() || initiative.isEmpty()) {
      return new Followed.RunOut();
    }
    Subscription it = of(tx, link.workspace(), link.sponsor());
    String name = initiative.get().name();
    return link.deed() == Deed.CONFIRM
        ? confirm(tx, sponsor.get(), name, it, link, inEarnest, now)
        : stop(tx, sponsor.get(), name, it, inEarnest, now);
  }

  private Followed confirm(
      Tx tx,
      Sponsor sponsor,
      String initiative,
      Subscription it,
      Link link,
      boolean inEarnest,
      Instant now) {
    if (it.isConfirmed()) {
      return new Followed.ConfirmedBefore(sponsor, initiative);
    }
    if (link.asks() != it.asks()) {
      return new Followed.RunOut();
    }
    if (!inEarnest) {
      return new Followed.AskToConfirm(sponsor, initiative);
    }
    // The next link to confirm is another one: whoever stops it is not signed up by an old one.
    Subscription confirmed = new Subscription(State.CONFIRMED, it.asks() + 1, it.askedAt(), 0);
    change(tx, sponsor, confirmed, null, CONFIRMED, now);
    return new Followed.Confirmed(sponsor, initiative);
  }

  private Followed stop(
      Tx tx, Sponsor sponsor, String initiative, Subscription it, boolean inEarnest, Instant now) {
    if (it.state() == State.STOPPED) {
      return new Followed.StoppedBefore(sponsor, initiative, startAgain(sponsor, it, now));
    }
    if (!inEarnest) {
      return new Followed.AskToStop(sponsor, initiative);
    }
    Subscription stopped = new Subscription(State.STOPPED, it.asks(), it.askedAt(), 0);
    change(tx, sponsor, stopped, null, STOPPED, now);
    return new Followed.Stopped(sponsor, initiative, startAgain(sponsor, stopped, now));
  }

  /** For the page that follows at once; a day is enough. */
  private String startAgain(Sponsor sponsor, Subscription it, Instant now) {
    LocalDate tomorrow = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1);
    return links.token(
        new Link(Deed.CONFIRM, sponsor.workspace(), sponsor.id(), it.asks(), tomorrow));
  }

  /**
   * A mail came back.
   *
   * @param forGood whether the address will never take one
   * @param why what the server said
   */
  void bounced(Tx tx, Sponsor sponsor, boolean forGood, String why, Instant now) {
    Subscription it = of(tx, sponsor.workspace(), sponsor.id());
    if (it.state() == State.STOPPED || it.state() == State.BOUNCED) {
      return;
    }
    boolean longAgo =
        SubscriptionStore.changedAt(tx, sponsor.workspace(), sponsor.id())
            .filter(at -> at.plus(SOFT_BOUNCES_COUNT).isBefore(now))
            .isPresent();
    int soft = longAgo ? 1 : it.softBounces() + 1;
    if (forGood || soft >= MOST_SOFT_BOUNCES) {
      Subscription bounced = new Subscription(State.BOUNCED, it.asks(), it.askedAt(), soft);
      change(tx, sponsor, bounced, why, BOUNCED, now);
    } else {
      Subscription counted = new Subscription(it.state(), it.asks(), it.askedAt(), soft);
      SubscriptionStore.save(tx, sponsor.workspace(), sponsor.id(), counted, why, now);
    }
  }

  private void change(
      Tx tx, Sponsor sponsor, Subscription to, @Nullable String why, String kind, Instant now) {
    SubscriptionStore.save(tx, sponsor.workspace(), sponsor.id(), to, why, now);
    outbox.put(
        tx,
        sponsor.workspace(),
        Medium.SLACK,
        sponsor.owner().value(),
        sponsor.owner(),
        List.of(new Item(kind + "/" + sponsor.id() + "/" + now.toEpochMilli(), kind, sponsor.id())),
        now);
  }
}
