package dev.groundswell.sponsor;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.initiative.Deed;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.initiative.Standing;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.prompt.Words;
import dev.groundswell.vault.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be said of sponsors in board papers. */
public final class Papers {
  private static final Duration A_QUARTER = Duration.ofDays(91);

  private final Database database;
  private final Initiatives initiatives;
  private final Profiles profiles;
  private final WhatHappened whatHappened;
  private final Clock clock;
  private final ComposeDigest compose;
  private final SponsorStore sponsors;

  public Papers(
      Database database,
      Initiatives initiatives,
      Profiles profiles,
      WhatHappened whatHappened,
      Words words,
      Vault vault,
      Clock clock) {
    this.database = database;
    this.initiatives = initiatives;
    this.profiles = profiles;
    this.whatHappened = whatHappened;
    this.clock = clock;
    this.compose = new ComposeDigest(words);
    this.sponsors = new SponsorStore(vault);
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

  private Standing standing(Tx tx, Sponsor sponsor, UserId user) {
    return initiatives.standing(tx, sponsor.workspace(), user, sponsor.initiative());
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
        profiles.profile(tx, sponsor),
        initiative.name(),
        profiles.deeds(tx, sponsor, 50).stream()
            .filter(it -> it.kind() == SponsorDeed.Kind.DID)
            .limit(2)
            .toList(),
        lines.stream().filter(it -> it.topic() != Topic.STUCK).findFirst().orElse(null));
  }
}
