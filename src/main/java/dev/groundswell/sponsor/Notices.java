package dev.groundswell.sponsor;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.sponsor.Digest.State;
import dev.groundswell.sponsor.Objective.Kind;
import dev.groundswell.vault.Vault;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** What the owner of a sponsor should know of the week, the coming digest with it. */
public final class Notices {
  private final Database database;
  private final Profiles profiles;
  private final Drafts drafts;
  private final Digests digests;
  private final Subscriptions subscriptions;
  private final Clock clock;
  private final SponsorStore sponsors;

  public Notices(
      Database database,
      Profiles profiles,
      Drafts drafts,
      Digests digests,
      Subscriptions subscriptions,
      Vault vault,
      Clock clock) {
    this.database = database;
    this.profiles = profiles;
    this.drafts = drafts;
    this.digests = digests;
    this.subscriptions = subscriptions;
    this.clock = clock;
    this.sponsors = new SponsorStore(vault);
  }

  /**
   * All about the sponsor's week that their owner should know; composes the digest that is due.
   *
   * @param reader who reads it: the owner, or whoever stands in for them
   */
  public Optional<Notice> notice(WorkspaceId workspace, UUID sponsor, UserId reader) {
    Instant now = clock.instant();
    Optional<Sponsor> found = database.inTransaction(tx -> sponsors.find(tx, workspace, sponsor));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Notice notice = database.inTransaction(tx -> notice(tx, found.get(), reader, now));
    if (!notice.digestIsDue()) {
      return notice.saysSomething() ? Optional.of(notice) : Optional.empty();
    }
    UUID id = database.inTransaction(tx -> drafts.draft(tx, found.get(), now));
    Digest draft = drafts.find(workspace, id).orElseThrow();
    boolean late = !draft.dueAt().isAfter(now);
    boolean skipped =
        !draft.saysSomething() && draft.profile().whenStill() == Profile.WhenStill.SKIP;
    if (late && skipped) {
      return notice.saysSomething() ? Optional.of(notice) : Optional.empty();
    }
    if (draft.state() == State.DRAFT && !skipped && draft.profile().unapproved() && wanted(draft)) {
      Instant dueAt = late ? nextMorning(draft.profile(), now) : draft.dueAt();
      database.transact(tx -> digests.approved(tx, draft, draft.sponsor().owner(), dueAt));
    }
    return Optional.of(notice.with(drafts.find(workspace, id).orElse(draft), skipped));
  }

  /** A late one that nobody approves leaves its owner time to look at it. */
  private static Instant nextMorning(Profile profile, Instant now) {
    LocalDate day = LocalDate.ofInstant(now, profile.zone()).plusDays(1);
    while (day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue()) {
      day = day.plusDays(1);
    }
    return day.atTime(profile.at()).atZone(profile.zone()).toInstant();
  }

  private boolean wanted(Digest digest) {
    Sponsor sponsor = digest.sponsor();
    return subscriptions.mailing().isOn()
        && subscriptions.of(sponsor.workspace(), sponsor.id()).isConfirmed();
  }

  private Notice notice(Tx tx, Sponsor sponsor, UserId reader, Instant now) {
    Profile profile = profiles.profile(tx, sponsor);
    return Notice.of(
        sponsor,
        profile,
        profiles.objectives(tx, sponsor).stream()
            .filter(it -> it.kind() == Kind.STRATEGIC || sponsor.owner().equals(reader))
            .toList(),
        profiles.deeds(tx, sponsor, 50),
        drafts.asks(tx, sponsor, now).orElse(null),
        drafts.due(tx, sponsor, now).isToBeLookedAt(now),
        SponsorStore.addedAt(tx, sponsor),
        now);
  }
}
