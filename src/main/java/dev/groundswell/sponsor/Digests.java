package dev.groundswell.sponsor;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.initiative.Deed;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.initiative.Standing;
import dev.groundswell.kernel.ChannelId;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.outbox.Outbox;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.outbox.Outgoing.Medium;
import dev.groundswell.people.Person;
import dev.groundswell.sponsor.Digest.State;
import dev.groundswell.vault.Vault;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Has digests approved, or held back, and sends them: one a period. */
public final class Digests {
  private final Database database;
  private final Initiatives initiatives;
  private final Profiles profiles;
  private final WhatHappened whatHappened;
  private final Drafts drafts;
  private final Subscriptions subscriptions;
  private final Outbox outbox;
  private final Clock clock;
  private final SponsorStore sponsors;

  public Digests(
      Database database,
      Initiatives initiatives,
      Profiles profiles,
      WhatHappened whatHappened,
      Drafts drafts,
      Subscriptions subscriptions,
      Outbox outbox,
      Vault vault,
      Clock clock) {
    this.database = database;
    this.initiatives = initiatives;
    this.profiles = profiles;
    this.whatHappened = whatHappened;
    this.drafts = drafts;
    this.subscriptions = subscriptions;
    this.outbox = outbox;
    this.clock = clock;
    this.sponsors = new SponsorStore(vault);
  }

  /** What somebody wants to become of a digest. */
  private enum Wish {
    WHEN_DUE,
    NOW,
    NOT_AT_ALL
  }

  /** It may go out when it is due; one that is overdue goes at once. */
  public Approved approve(Person by, WorkspaceId workspace, UUID digest) {
    return settle(by, workspace, digest, Wish.WHEN_DUE);
  }

  /** It goes out at once as it stands, in the place of one that may come in this period. */
  public Approved sendNow(Person by, WorkspaceId workspace, UUID digest) {
    return settle(by, workspace, digest, Wish.NOW);
  }

  /** It stays here, also when it was approved; the next one tells of this period too. */
  public Approved skip(Person by, WorkspaceId workspace, UUID digest) {
    return settle(by, workspace, digest, Wish.NOT_AT_ALL);
  }

  private Approved settle(Person by, WorkspaceId workspace, UUID digest, Wish wish) {
    boolean skip = wish == Wish.NOT_AT_ALL;
    if (!subscriptions.mailing().isOn() && !skip) {
      return new Approved.NoMail(subscriptions.mailing().isSetUp());
    }
    Instant now = clock.instant();
    Optional<Digest> found = drafts.find(workspace, digest);
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
              return settle(tx, it, wish, by.id(), now);
            });
    return approved instanceof Approved.Done
        ? new Approved.Done(drafts.find(workspace, digest).orElse(it))
        : approved;
  }

  private Approved settle(Tx tx, Digest digest, Wish wish, UserId by, Instant now) {
    WorkspaceId workspace = digest.sponsor().workspace();
    if (wish != Wish.NOT_AT_ALL
        && digest.state() == State.DRAFT
        && (DigestStore.isToldElsewhere(tx, workspace, digest.id())
            || DigestStore.hasNewerDraft(tx, workspace, digest.id()))) {
      return new Approved.Overtaken(digest.sponsor());
    }
    if (wish == Wish.NOW) {
      Slot slot = slot(tx, digest.sponsor(), now);
      if (digest.state() == State.DRAFT && slot.isTakenFor(digest.id())) {
        return new Approved.HadOne(digest.sponsor());
      }
      return sentNow(tx, digest.sponsor(), digest.id(), slot, by, now)
          ? new Approved.Done(digest)
          : new Approved.Before(digest);
    }
    boolean settled =
        wish == Wish.NOT_AT_ALL
            ? DigestStore.skip(tx, workspace, digest.id(), by)
            : approved(tx, digest, by, digest.dueAt().isAfter(now) ? digest.dueAt() : now);
    return settled ? new Approved.Done(digest) : new Approved.Before(digest);
  }

  /**
   * The period of now.
   *
   * @param before what stands in it, if anything does
   */
  private record Slot(String name, Optional<DigestStore.Row> before) {
    /** Whether another one has gone out in it, or is going to. */
    boolean isTakenFor(@Nullable UUID digest) {
      return before
          .filter(it -> !it.id().equals(digest))
          .filter(it -> it.state() == State.APPROVED || it.state() == State.SENT)
          .isPresent();
    }
  }

  private Slot slot(Tx tx, Sponsor sponsor, Instant now) {
    Profile profile = profiles.profile(tx, sponsor);
    String name = profile.slot(now);
    return new Slot(name, Drafts.inPeriod(tx, sponsor, profile, name));
  }

  /** Sends a draft as it stands; false if it is none any more. */
  private boolean sentNow(Tx tx, Sponsor sponsor, UUID digest, Slot slot, UserId by, Instant now) {
    WorkspaceId workspace = sponsor.workspace();
    if (!DigestStore.approve(tx, workspace, digest, now, by)) {
      return false;
    }
    slot.before()
        .filter(it -> !it.id().equals(digest))
        .ifPresent(it -> DigestStore.remove(tx, workspace, it.id()));
    DigestStore.moveTo(tx, workspace, digest, slot.name());
    post(tx, sponsor, digest, by, now);
    return true;
  }

  private Standing standing(Tx tx, Sponsor sponsor, UserId user) {
    return initiatives.standing(tx, sponsor.workspace(), user, sponsor.initiative());
  }

  /** Approves a draft, once; false if somebody settled it before. */
  boolean approved(Tx tx, Digest digest, UserId by, Instant dueAt) {
    if (!DigestStore.approve(tx, digest.sponsor().workspace(), digest.id(), dueAt, by)) {
      return false;
    }
    post(tx, digest.sponsor(), digest.id(), by, dueAt);
    return true;
  }

  private void post(Tx tx, Sponsor sponsor, UUID digest, UserId by, Instant dueAt) {
    outbox.put(
        tx,
        sponsor.workspace(),
        Medium.MAIL,
        sponsor.id().toString(),
        by,
        List.of(new Item("digest/" + digest, DigestLetters.DIGEST, digest)),
        sponsor.initiative(),
        dueAt);
  }

  /** {@link #sendNow(WorkspaceId, UserId, ChannelId)} in no channel. */
  public Sent sendNow(WorkspaceId workspace, UserId by) {
    return sendNow(workspace, by, null);
  }

  /**
   * Sends each sponsor of the current initiative what happened, at once, or their draft if somebody
   * has edited it; except for those who had one in this period, and those to whom nothing new could
   * be said.
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
                  .filter(it -> !profiles.profile(tx, it).hasLeft())
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
    List<Sponsor> approved = new ArrayList<>();
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
      if (DigestStore.waits(tx, workspace, sponsor.id(), now)) {
        approved.add(sponsor);
        continue;
      }
      Slot slot = slot(tx, sponsor, now);
      Optional<UUID> edited = drafts.edited(tx, sponsor, now);
      Instant since = DigestStore.lastUntil(tx, workspace, sponsor.id()).orElse(Instant.EPOCH);
      boolean nothing =
          edited.isEmpty()
              && drafts.asks(tx, sponsor, now).isEmpty()
              && whatHappened.since(tx, initiative, since, now).nothingChanged();
      if (nothing) {
        nothingNew.add(sponsor);
      } else if (slot.isTakenFor(edited.orElse(null))) {
        hadOne.add(sponsor);
      } else if (edited.isPresent()) {
        sentNow(tx, sponsor, edited.get(), slot, by, now);
        to.add(sponsor);
      } else {
        slot.before().ifPresent(it -> DigestStore.remove(tx, workspace, it.id()));
        UUID digest = drafts.add(tx, sponsor, State.APPROVED, slot.name(), now, by, now);
        post(tx, sponsor, digest, by, now);
        to.add(sponsor);
      }
    }
    return new Sent.OnItsWay(initiative, to, nothingNew, hadOne, approved, unconfirmed, ended);
  }
}
