package dev.groundswell.sponsor;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.initiative.Deed;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.initiative.Standing;
import dev.groundswell.kernel.Ids;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.people.People;
import dev.groundswell.people.Person;
import dev.groundswell.prompt.Words;
import dev.groundswell.sponsor.Changed.Field;
import dev.groundswell.sponsor.Digest.State;
import dev.groundswell.vault.Vault;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Composes digests of what really happened, for those to see and to edit who may send them. */
public final class Drafts {
  /** A period holds no more weeks than this. */
  private static final int LOOKED_BACK = 15;

  private final Database database;
  private final Initiatives initiatives;
  private final Profiles profiles;
  private final WhatHappened whatHappened;
  private final People people;
  private final Ids ids;
  private final Clock clock;
  private final ComposeDigest compose;
  private final SponsorStore sponsors;

  public Drafts(
      Database database,
      Initiatives initiatives,
      Profiles profiles,
      WhatHappened whatHappened,
      Words words,
      People people,
      Vault vault,
      Ids ids,
      Clock clock) {
    this.database = database;
    this.initiatives = initiatives;
    this.profiles = profiles;
    this.whatHappened = whatHappened;
    this.people = people;
    this.ids = ids;
    this.clock = clock;
    this.compose = new ComposeDigest(words);
    this.sponsors = new SponsorStore(vault);
  }

  /**
   * The digest that is next to be let go, for those who may send it: composed anew unless somebody
   * has edited or approved it.
   */
  public Optional<Digest> preview(WorkspaceId workspace, UserId reader, UUID sponsor) {
    Instant now = clock.instant();
    Optional<UUID> digest =
        database.inTransaction(
            tx ->
                sponsors
                    .find(tx, workspace, sponsor)
                    .filter(it -> standing(tx, it, reader).may(Deed.CHANGE_SPONSORS, it.owner()))
                    .filter(it -> !profiles.profile(tx, it).hasLeft())
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

  /**
   * The coming digest; or the one before, as long as it neither went out nor was left out and the
   * coming one, which would tell of the same time, is still far.
   */
  DueDigest due(Tx tx, Sponsor sponsor, Instant now) {
    Profile profile = profiles.profile(tx, sponsor);
    DueDigest coming = due(profile, profile.nextDigest(now));
    DueDigest last = due(profile, profile.lastDigest(now));
    return !coming.isToBeLookedAt(now)
            && last.at().isAfter(SponsorStore.addedAt(tx, sponsor))
            && isMissing(tx, sponsor, profile, last)
        ? last
        : coming;
  }

  private static DueDigest due(Profile profile, ZonedDateTime at) {
    return new DueDigest(profile.slot(at.toInstant()), at.toInstant());
  }

  /**
   * What stands in a period: whatever went out in its days, or is going to, since another rhythm
   * calls the same days otherwise; else what was composed for it.
   */
  static Optional<DigestStore.Row> inPeriod(Tx tx, Sponsor sponsor, Profile profile, String slot) {
    return DigestStore.gone(tx, sponsor.workspace(), sponsor.id(), LOOKED_BACK).stream()
        .filter(it -> slot.equals(it.slot()) || slot.equals(profile.slot(it.dueAt())))
        .findFirst()
        .or(() -> DigestStore.inSlot(tx, sponsor.workspace(), sponsor.id(), slot));
  }

  private static boolean isMissing(Tx tx, Sponsor sponsor, Profile profile, DueDigest due) {
    Optional<DigestStore.Row> row = inPeriod(tx, sponsor, profile, due.slot());
    // What was still on its day, and is not sent then, is not late.
    return row.isEmpty()
        || (row.get().state() == State.DRAFT
            && (profile.whenStill() == Profile.WhenStill.SHORT
                || row.get().until().isAfter(due.at())
                || saysSomething(tx, row.get())));
  }

  private static boolean saysSomething(Tx tx, DigestStore.Row row) {
    return row.ask() != null
        || !DigestStore.lines(tx, row.workspace(), row.id(), List.of()).isEmpty();
  }

  /** The row of the due digest, which is composed anew unless somebody had a hand in it. */
  UUID draft(Tx tx, Sponsor sponsor, Instant now) {
    DueDigest due = due(tx, sponsor, now);
    Optional<DigestStore.Row> before =
        inPeriod(tx, sponsor, profiles.profile(tx, sponsor), due.slot());
    if (before.isPresent()) {
      DigestStore.Row row = before.get();
      if (row.state() != State.DRAFT
          || (DigestStore.isEdited(tx, row.workspace(), row.id())
              && !DigestStore.isToldElsewhere(tx, row.workspace(), row.id()))) {
        return row.id();
      }
      DigestStore.remove(tx, row.workspace(), row.id());
    }
    return add(tx, sponsor, State.DRAFT, due.slot(), due.at(), sponsor.owner(), now);
  }

  /** The draft of this period or the due one that somebody edited, unless nothing is left of it. */
  Optional<UUID> edited(Tx tx, Sponsor sponsor, Instant now) {
    WorkspaceId workspace = sponsor.workspace();
    Profile profile = profiles.profile(tx, sponsor);
    return Stream.of(profile.slot(now), due(tx, sponsor, now).slot())
        .flatMap(slot -> DigestStore.inSlot(tx, workspace, sponsor.id(), slot).stream())
        .filter(it -> it.state() == State.DRAFT)
        .filter(it -> DigestStore.isEdited(tx, workspace, it.id()))
        .filter(it -> saysSomething(tx, it))
        .filter(it -> !DigestStore.isToldElsewhere(tx, workspace, it.id()))
        .map(DigestStore.Row::id)
        .findFirst();
  }

  /** Composes one of what happened since the last. */
  UUID add(
      Tx tx, Sponsor sponsor, State state, String slot, Instant dueAt, UserId by, Instant now) {
    WorkspaceId workspace = sponsor.workspace();
    Instant since = DigestStore.lastUntil(tx, workspace, sponsor.id()).orElse(Instant.EPOCH);
    UUID id = ids.next();
    UUID ask = asks(tx, sponsor, now).map(Blockage::id).orElse(null);
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

  /** What is asked of this sponsor and not of another one, if it still is at that moment. */
  Optional<Blockage> asks(Tx tx, Sponsor sponsor, Instant at) {
    ZoneId zone = profiles.profile(tx, sponsor).zone();
    return BlockageStore.open(tx, sponsor.workspace(), sponsor.initiative())
        .filter(it -> it.sponsor().equals(sponsor.id()))
        .filter(it -> it.isAskedOn(LocalDate.ofInstant(at, zone)));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** The digest, whoever asks. */
  Optional<Digest> find(WorkspaceId workspace, UUID id) {
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
    Profile profile = profiles.profile(tx, sponsor);
    LocalDate day = LocalDate.ofInstant(later(row.dueAt(), clock.instant()), profile.zone());
    return new Digest(
        row.id(),
        sponsor,
        profile,
        initiative,
        row.since(),
        row.until(),
        by,
        row.state(),
        DigestStore.lines(tx, row.workspace(), row.id(), profiles.objectives(tx, sponsor)),
        ask == null
            ? null
            : BlockageStore.find(tx, row.workspace(), ask)
                .filter(it -> it.isAskedOn(day))
                .orElse(null),
        row.dueAt());
  }

  /** Changes a line of a draft, or leaves it out when nothing is left of it. */
  public Changed edit(Person by, WorkspaceId workspace, UUID digest, int place, String words) {
    Optional<Changed> flaw =
        Checks.first(
            Checks.mayBeEmpty(Field.WORDS, words, Line.LONGEST),
            Checks.accusation(Field.WORDS, words));
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
}
