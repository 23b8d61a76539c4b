package dev.groundswell.sponsor;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.initiative.Deed;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.initiative.Standing;
import dev.groundswell.kernel.ChannelId;
import dev.groundswell.kernel.Ids;
import dev.groundswell.kernel.MailAddress;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.outbox.Outbox;
import dev.groundswell.outbox.OutboxState;
import dev.groundswell.outbox.Outcomes;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.outbox.Outgoing.Medium;
import dev.groundswell.people.People;
import dev.groundswell.people.Person;
import dev.groundswell.prompt.Words;
import dev.groundswell.sponsor.Changed.Field;
import dev.groundswell.sponsor.Digest.State;
import dev.groundswell.vault.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Composes digests of what really happened, has them approved, and sends them: one a period. */
public final class Digests implements Outcomes {
  /** The kind of a mail with a digest; its subject is the digest's row. */
  public static final String DIGEST = "sponsor.digest";

  /**
   * The kind of a mail by which somebody looks at a digest first; its subject is the test's row.
   */
  public static final String TEST = "sponsor.test";

  private static final Duration A_QUARTER = Duration.ofDays(91);

  private final Database database;
  private final Initiatives initiatives;
  private final Profiles profiles;
  private final WhatHappened whatHappened;
  private final ComposeDigest compose;
  private final People people;
  private final Outbox outbox;
  private final Vault vault;
  private final SponsorStore sponsors;
  private final Ids ids;
  private final Clock clock;
  private final Subscriptions subscriptions;

  public Digests(
      Database database,
      Initiatives initiatives,
      Profiles profiles,
      WhatHappened whatHappened,
      Words words,
      People people,
      Outbox outbox,
      Vault vault,
      Ids ids,
      Clock clock,
      Subscriptions subscriptions) {
    this.database = database;
    this.initiatives = initiatives;
    this.profiles = profiles;
    this.whatHappened = whatHappened;
    this.compose = new ComposeDigest(words);
    this.people = people;
    this.outbox = outbox;
    this.vault = vault;
    this.sponsors = new SponsorStore(vault);
    this.ids = ids;
    this.clock = clock;
    this.subscriptions = subscriptions;
  }

  /**
   * The digest for the sponsor's coming period, for those who may send it: composed anew unless
   * somebody has edited or approved it.
   */
  public Optional<Digest> preview(WorkspaceId workspace, UserId reader, UUID sponsor) {
    Instant now = clock.instant();
    Optional<UUID> digest =
        database.inTransaction(
            tx ->
                sponsors
                    .find(tx, workspace, sponsor)
                    .filter(it -> standing(tx, it, reader).may(Deed.CHANGE_SPONSORS, it.owner()))
                    .filter(it -> !profiles.profile(tx, it, now).hasLeft())
                    .map(it -> draft(tx, it, now)));
    return digest.flatMap(id -> find(workspace, id));
  }

  /** One digest as it stands, for those who may send it. */
  public Optional<Digest> preview(UserId reader, WorkspaceId workspace, UUID digest) {
    return find(workspace, digest)
        .filter(
            it ->
                initiatives
                    .standing(workspace, reader, it.initiative().id())
                    .may(Deed.CHANGE_SPONSORS, it.sponsor().owner()));
  }

  private Standing standing(Tx tx, Sponsor sponsor, UserId user) {
    return initiatives.standing(tx, sponsor.workspace(), user, sponsor.initiative());
  }

  private UUID draft(Tx tx, Sponsor sponsor, Instant now) {
    Profile profile = profiles.profile(tx, sponsor, now);
    Instant dueAt = profile.nextDigest(now).toInstant();
    String slot = profile.slot(dueAt);
    Optional<DigestStore.Row> before =
        DigestStore.inSlot(tx, sponsor.workspace(), sponsor.id(), slot);
    if (before.isPresent()) {
      DigestStore.Row row = before.get();
      if (row.state() != State.DRAFT || DigestStore.isEdited(tx, row.workspace(), row.id())) {
        return row.id();
      }
      DigestStore.remove(tx, row.workspace(), row.id());
    }
    return add(tx, sponsor, State.DRAFT, slot, dueAt, sponsor.owner(), now);
  }

  private UUID add(
      Tx tx, Sponsor sponsor, State state, String slot, Instant dueAt, UserId by, Instant now) {
    WorkspaceId workspace = sponsor.workspace();
    Instant since = DigestStore.lastUntil(tx, workspace, sponsor.id()).orElse(Instant.EPOCH);
    UUID id = ids.next();
    UUID ask =
        BlockageStore.open(tx, workspace, sponsor.initiative())
            .filter(it -> it.sponsor().equals(sponsor.id()))
            .map(Blockage::id)
            .orElse(null);
    DigestStore.add(
        tx,
        new DigestStore.Row(workspace, id, sponsor.id(), since, now, by, state, slot, dueAt, ask));
    Initiative initiative = initiatives.find(tx, workspace, sponsor.initiative()).orElseThrow();
    Happened happened = whatHappened.since(tx, initiative, since, now);
    if (!happened.nothingChanged()) {
      DigestStore.addLines(
          tx, workspace, id, compose.lines(happened, profiles.objectives(tx, sponsor)));
    }
    return id;
  }

  private Optional<Digest> find(WorkspaceId workspace, UUID id) {
    Optional<DigestStore.Row> row =
        database.inTransaction(tx -> DigestStore.find(tx, workspace, id));
    return row.flatMap(
        it -> {
          // Slack may be asked for this one, so no transaction is open yet.
          Person by = people.get(workspace, it.askedBy());
          return database.inTransaction(tx -> find(tx, it, by));
        });
  }

  private Optional<Digest> find(Tx tx, DigestStore.Row row, Person by) {
    return sponsors
        .find(tx, row.workspace(), row.sponsor())
        .flatMap(
            sponsor ->
                initiatives
                    .find(tx, row.workspace(), sponsor.initiative())
                    .map(initiative -> digest(tx, row, sponsor, initiative, by)));
  }

  private Digest digest(
      Tx tx, DigestStore.Row row, Sponsor sponsor, Initiative initiative, Person by) {
    UUID ask = row.ask();
    return new Digest(
        row.id(),
        sponsor,
        profiles.profile(tx, sponsor, row.until()),
        initiative,
        row.since(),
        row.until(),
        by,
        row.state(),
        DigestStore.lines(tx, row.workspace(), row.id(), profiles.objectives(tx, sponsor)),
        ask == null
            ? null
            : BlockageStore.find(tx, row.workspace(), ask)
                .filter(it -> it.state() == Blockage.State.OPEN)
                .orElse(null),
        row.dueAt());
  }

  /** Changes a line of a draft, or leaves it out when nothing is left of it. */
  public Changed edit(Person by, WorkspaceId workspace, UUID digest, int place, String words) {
    Optional<Changed> flaw = Checks.mayBeEmpty(Field.WORDS, words, Line.LONGEST);
    if (flaw.isPresent()) {
      return flaw.get();
    }
    return database.inTransaction(
        tx -> {
          Optional<DigestStore.Row> row =
              DigestStore.find(tx, workspace, digest).filter(it -> it.state() == State.DRAFT);
          Optional<Sponsor> sponsor = row.flatMap(it -> sponsors.find(tx, workspace, it.sponsor()));
          if (sponsor.isEmpty() || !standing(tx, sponsor.get(), by.id()).isMember()) {
            return new Changed.Gone();
          }
          if (!standing(tx, sponsor.get(), by.id())
              .may(Deed.CHANGE_SPONSORS, sponsor.get().owner())) {
            return new Changed.NotAllowed(sponsor.get().owner());
          }
          boolean done =
              words.isBlank()
                  ? DigestStore.leaveOut(tx, workspace, digest, place)
                  : DigestStore.edit(tx, workspace, digest, place, words.strip(), by.id());
          DigestStore.markEdited(tx, workspace, digest, by.id());
          return done ? new Changed.Done(sponsor.get()) : new Changed.Gone();
        });
  }

  /** It may go out when it is due; one that is overdue goes at once. */
  public Approved approve(Person by, WorkspaceId workspace, UUID digest) {
    return move(by, workspace, digest, false);
  }

  /** It stays here; the next one tells of this period too. */
  public Approved skip(Person by, WorkspaceId workspace, UUID digest) {
    return move(by, workspace, digest, true);
  }

  private Approved move(Person by, WorkspaceId workspace, UUID digest, boolean skip) {
    if (!subscriptions.mailing().isOn() && !skip) {
      return new Approved.NoMail(subscriptions.mailing().isSetUp());
    }
    Instant now = clock.instant();
    Optional<Digest> found = find(workspace, digest);
    if (found.isEmpty()) {
      return new Approved.Gone();
    }
    Digest it = found.get();
    Approved approved =
        database.inTransaction(
            tx -> {
              Standing standing = standing(tx, it.sponsor(), by.id());
              if (!standing.isMember()) {
                return new Approved.Gone();
              }
              if (!standing.may(Deed.SEND_DIGEST)) {
                return new Approved.NotAllowed(it.initiative().lead());
              }
              if (!skip && !subscriptions.of(tx, workspace, it.sponsor().id()).isConfirmed()) {
                subscriptions.ask(tx, it.sponsor(), now);
                return new Approved.NotConfirmed(
                    it.sponsor(), subscriptions.of(tx, workspace, it.sponsor().id()).hasEnded());
              }
              return moved(tx, it, skip, by.id(), now)
                  ? new Approved.Done(it)
                  : new Approved.Before(it);
            });
    return approved instanceof Approved.Done
        ? new Approved.Done(find(workspace, digest).orElse(it))
        : approved;
  }

  private boolean moved(Tx tx, Digest digest, boolean skip, UserId by, Instant now) {
    Instant dueAt = digest.dueAt().isAfter(now) ? digest.dueAt() : now;
    WorkspaceId workspace = digest.sponsor().workspace();
    State to = skip ? State.SKIPPED : State.APPROVED;
    if (!DigestStore.move(tx, workspace, digest.id(), State.DRAFT, to, dueAt, by)) {
      return false;
    }
    if (!skip) {
      post(tx, digest.sponsor(), digest.id(), by, dueAt);
    }
    return true;
  }

  private void post(Tx tx, Sponsor sponsor, UUID digest, UserId by, Instant dueAt) {
    outbox.put(
        tx,
        sponsor.workspace(),
        Medium.MAIL,
        sponsor.id().toString(),
        by,
        List.of(new Item("digest/" + digest, DIGEST, digest)),
        sponsor.initiative(),
        dueAt);
  }

  /** {@link #sendNow(WorkspaceId, UserId, ChannelId)} in no channel. */
  public Sent sendNow(WorkspaceId workspace, UserId by) {
    return sendNow(workspace, by, null);
  }

  /**
   * Sends each sponsor of the current initiative what happened, at once; except for those who had
   * one in this period, and those to whom nothing new could be said.
   *
   * @param channel where it is asked for, or null
   */
  public Sent sendNow(WorkspaceId workspace, UserId by, @Nullable ChannelId channel) {
    Instant now = clock.instant();
    return database.inTransaction(
        tx -> {
          Optional<Initiative> current = initiatives.current(tx, workspace, by, channel);
          if (current.isEmpty()) {
            return new Sent.NoInitiative();
          }
          Initiative initiative = current.get();
          if (!initiatives.standing(tx, workspace, by, initiative.id()).may(Deed.SEND_DIGEST)) {
            return new Sent.NotLead(initiative.lead());
          }
          LocalDate pausedUntil = initiative.pausedUntil();
          if (pausedUntil != null && initiative.isPausedAt(now)) {
            return new Sent.Paused(initiative, pausedUntil);
          }
          List<Sponsor> to =
              sponsors.of(tx, workspace, initiative.id()).stream()
                  .filter(it -> !profiles.profile(tx, it, now).hasLeft())
                  .toList();
          if (to.isEmpty()) {
            return new Sent.NoSponsor(initiative);
          }
          if (!subscriptions.mailing().isSetUp()) {
            return new Sent.NoMail();
          }
          return subscriptions.mailing().hasPublicAddress()
              ? sendNow(tx, initiative, to, by, now)
              : new Sent.NoPublicAddress();
        });
  }

  private Sent sendNow(
      Tx tx, Initiative initiative, List<Sponsor> sponsors, UserId by, Instant now) {
    List<Sponsor> to = new ArrayList<>();
    List<Sponsor> nothingNew = new ArrayList<>();
    List<Sponsor> hadOne = new ArrayList<>();
    List<Sponsor> unconfirmed = new ArrayList<>();
    List<Sponsor> ended = new ArrayList<>();
    for (Sponsor sponsor : sponsors) {
      Subscription subscription = subscriptions.of(tx, sponsor.workspace(), sponsor.id());
      if (!subscription.isConfirmed()) {
        subscriptions.ask(tx, sponsor, now);
        (subscription.hasEnded() ? ended : unconfirmed).add(sponsor);
        continue;
      }
      WorkspaceId workspace = sponsor.workspace();
      String slot = profiles.profile(tx, sponsor, now).slot(now);
      Instant since = DigestStore.lastUntil(tx, workspace, sponsor.id()).orElse(Instant.EPOCH);
      Optional<DigestStore.Row> before = DigestStore.inSlot(tx, workspace, sponsor.id(), slot);
      boolean taken =
          before.filter(it -> it.state() == State.APPROVED || it.state() == State.SENT).isPresent();
      if (whatHappened.since(tx, initiative, since, now).nothingChanged()) {
        nothingNew.add(sponsor);
      } else if (taken) {
        hadOne.add(sponsor);
      } else {
        before.ifPresent(it -> DigestStore.remove(tx, workspace, it.id()));
        post(tx, sponsor, add(tx, sponsor, State.APPROVED, slot, now, by, now), by, now);
        to.add(sponsor);
      }
    }
    return new Sent.OnItsWay(initiative, to, nothingNew, hadOne, unconfirmed, ended);
  }

  /** Sends a digest to whoever wants to see it first, as its sponsor will get it. */
  public Changed test(Person by, WorkspaceId workspace, UUID digest, String address) {
    if (!(MailAddress.parse(address) instanceof MailAddress.Good good)) {
      return new Changed.Wrong(Field.ADDRESS, Changed.Why.NOT_READ);
    }
    Optional<Digest> found = preview(by.id(), workspace, digest);
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
    Optional<Digest> found = find(workspace, item.subject());
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
    } else if (digest.state() == State.DRAFT || digest.state() == State.SKIPPED) {
      return new DigestLetter.NotWanted("nobody has approved it");
    } else if (!subscriptions.of(workspace, digest.sponsor().id()).isConfirmed()) {
      return new DigestLetter.NotWanted("they do not want it, or have not said that they do");
    }
    return new DigestLetter.Ready(digest, digest.sponsor().address(), false);
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
                find(workspace, it.digest())
                    .<DigestLetter>map(
                        digest ->
                            new DigestLetter.Ready(
                                digest, new MailAddress(it.address().orElseThrow()), true)))
        .orElseGet(() -> new DigestLetter.NotWanted("the draft was composed anew"));
  }

  /** All about the sponsor's week that their owner should know; composes the coming digest. */
  public Optional<Notice> notice(WorkspaceId workspace, UUID sponsor) {
    Instant now = clock.instant();
    Optional<Sponsor> found = database.inTransaction(tx -> sponsors.find(tx, workspace, sponsor));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Notice notice = database.inTransaction(tx -> notice(tx, found.get(), now));
    if (!notice.digestIsDue()) {
      return notice.saysSomething() ? Optional.of(notice) : Optional.empty();
    }
    UUID id = database.inTransaction(tx -> draft(tx, found.get(), now));
    Digest draft = find(workspace, id).orElseThrow();
    boolean skipped = draft.isStill() && draft.profile().whenStill() == Profile.WhenStill.SKIP;
    if (draft.state() == State.DRAFT && !skipped && draft.profile().unapproved() && wanted(draft)) {
      database.transact(tx -> moved(tx, draft, false, draft.sponsor().owner(), now));
    }
    return Optional.of(notice.with(find(workspace, id).orElse(draft), skipped));
  }

  private boolean wanted(Digest digest) {
    Sponsor sponsor = digest.sponsor();
    return subscriptions.mailing().isOn()
        && subscriptions.of(sponsor.workspace(), sponsor.id()).isConfirmed();
  }

  private Notice notice(Tx tx, Sponsor sponsor, Instant now) {
    Profile profile = profiles.profile(tx, sponsor, now);
    return Notice.of(
        sponsor,
        profile,
        profiles.objectives(tx, sponsor),
        profiles.deeds(tx, sponsor, 50),
        BlockageStore.open(tx, sponsor.workspace(), sponsor.initiative()).orElse(null),
        SponsorStore.addedAt(tx, sponsor),
        now);
  }

  /**
   * What can be said of a sponsor in board papers: what they did, what followed in the last
   * quarter, and which aim it serves.
   *
   * @param did the newest first; empty when nothing is noted, and then there is nothing to say
   * @param result what followed, or null
   */
  public record Paper(
      Sponsor sponsor,
      Profile profile,
      String initiative,
      List<SponsorDeed> did,
      @Nullable Line result) {
    public Paper {
      did = List.copyOf(did);
    }
  }

  /** For those who may see the sponsor. */
  public Optional<Paper> paper(WorkspaceId workspace, UserId reader, UUID sponsor) {
    Instant now = clock.instant();
    return database.inTransaction(
        tx ->
            sponsors
                .find(tx, workspace, sponsor)
                .filter(it -> standing(tx, it, reader).may(Deed.SEE_SPONSORS, it.owner()))
                .map(it -> paper(tx, it, now)));
  }

  private Paper paper(Tx tx, Sponsor sponsor, Instant now) {
    Initiative initiative =
        initiatives.find(tx, sponsor.workspace(), sponsor.initiative()).orElseThrow();
    List<Objective> strategic =
        profiles.objectives(tx, sponsor).stream()
            .filter(it -> it.kind() == Objective.Kind.STRATEGIC)
            .toList();
    List<Line> lines =
        compose.lines(whatHappened.since(tx, initiative, now.minus(A_QUARTER), now), strategic);
    return new Paper(
        sponsor,
        profiles.profile(tx, sponsor, now),
        initiative.name(),
        profiles.deeds(tx, sponsor, 50).stream()
            .filter(it -> it.kind() == SponsorDeed.Kind.DID)
            .limit(2)
            .toList(),
        lines.stream().filter(it -> it.topic() != Topic.STUCK).findFirst().orElse(null));
  }

  @Override
  public Set<String> kinds() {
    return Set.of(DIGEST);
  }

  /** One that could not be delivered does not count: the next begins where the one before ended. */
  @Override
  public void settled(
      Tx tx, WorkspaceId workspace, Item item, OutboxState state, String why, Instant now) {
    if (state == OutboxState.SENT || state == OutboxState.UNKNOWN) {
      DigestStore.wentOut(tx, workspace, item.subject());
    }
    if (state == OutboxState.SENT) {
      DigestStore.settled(tx, workspace, item.subject(), State.SENT);
    } else if (state == OutboxState.GIVEN_UP || state == OutboxState.CANCELLED) {
      DigestStore.settled(tx, workspace, item.subject(), State.GIVEN_UP);
    }
  }
}
