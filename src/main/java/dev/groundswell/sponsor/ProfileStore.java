package dev.groundswell.sponsor;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.vault.Vault;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rows of {@code sponsor_profile}, {@code sponsor_objective} and {@code sponsor_deed}; words
 * are sealed with the sponsor's key, and gone once it is destroyed.
 */
final class ProfileStore {
  private final Vault vault;

  ProfileStore(Vault vault) {
    this.vault = vault;
  }

  private String open(Tx tx, Sponsor sponsor, @Nullable String sealed) {
    return sealed == null
        ? ""
        : vault.open(tx, sponsor.workspace(), sponsor.id(), sealed).orElse("");
  }

  Optional<Profile> find(Tx tx, Sponsor sponsor) {
    return tx.query(
            """
            select * from sponsor_profile where workspace_id = :workspace and sponsor_id = :sponsor
            """)
        .bind("workspace", sponsor.workspace())
        .bind("sponsor", sponsor.id())
        .map(
            (row, context) ->
                new Profile(
                    row.getString("title"),
                    open(tx, sponsor, row.getString("sealed_words")),
                    open(tx, sponsor, row.getString("sealed_reach")),
                    Rhythm.valueOf(row.getString("rhythm")),
                    DayOfWeek.of(row.getInt("weekday")),
                    LocalTime.parse(row.getString("at_time")),
                    ZoneId.of(row.getString("zone")),
                    Profile.WhenStill.valueOf(row.getString("when_still")),
                    row.getBoolean("unapproved"),
                    row.getInt("silent_days"),
                    row.getObject("away_until", LocalDate.class),
                    row.getObject("left_on", LocalDate.class),
                    row.getObject("checked_on", LocalDate.class)))
        .findOne();
  }

  void save(Tx tx, Sponsor sponsor, Profile profile) {
    tx.update(
            """
            delete from sponsor_profile where workspace_id = :workspace and sponsor_id = :sponsor
            """)
        .bind("workspace", sponsor.workspace())
        .bind("sponsor", sponsor.id())
        .execute();
    tx.update(
            """
            insert into sponsor_profile (workspace_id, sponsor_id, title, sealed_words, sealed_reach, rhythm,
              weekday, at_time, zone, when_still, unapproved, silent_days, away_until, left_on,
              checked_on)
            values (:workspace, :sponsor, :title, :words, :reach, :rhythm,
              :weekday, :at, :zone, :still, :unapproved, :silent,
              cast(:away as date), cast(:left as date),
              :checked)
            """)
        .bind("workspace", sponsor.workspace())
        .bind("sponsor", sponsor.id())
        .bind("title", profile.title())
        .bind("words", sealed(tx, sponsor, profile.words()))
        .bind("reach", sealed(tx, sponsor, profile.reach()))
        .bind("rhythm", profile.rhythm().name())
        .bind("weekday", profile.weekday().getValue())
        .bind("at", profile.at().toString())
        .bind("zone", profile.zone().getId())
        .bind("still", profile.whenStill().name())
        .bind("unapproved", profile.unapproved())
        .bind("silent", profile.silentDays())
        .bind("away", profile.awayUntil())
        .bind("left", profile.leftOn())
        .bind("checked", profile.checkedOn())
        .execute();
  }

  private @Nullable String sealed(Tx tx, Sponsor sponsor, String words) {
    return words.isEmpty() ? null : vault.seal(tx, sponsor.workspace(), sponsor.id(), words);
  }

  List<Objective> objectives(Tx tx, Sponsor sponsor) {
    return tx.query(
            """
            select * from sponsor_objective
            where workspace_id = :workspace and sponsor_id = :sponsor order by noted_at, id
            """)
        .bind("workspace", sponsor.workspace())
        .bind("sponsor", sponsor.id())
        .map(
            (row, context) -> {
              String words = open(tx, sponsor, row.getString("sealed_words"));
              return new Objective(
                  row.getObject("id", UUID.class),
                  Objective.Kind.valueOf(row.getString("kind")),
                  words.isEmpty() ? "…" : words,
                  row.getInt("of_year"),
                  Topic.split(row.getString("topics")));
            })
        .list();
  }

  void add(Tx tx, Sponsor sponsor, Objective objective, Instant now) {
    tx.update(
            """
            insert into sponsor_objective (workspace_id, id, sponsor_id, kind, sealed_words,
              of_year, topics, noted_at)
            values (:workspace, :id, :sponsor, :kind, :words, :year, :topics, :now)
            """)
        .bind("workspace", sponsor.workspace())
        .bind("id", objective.id())
        .bind("sponsor", sponsor.id())
        .bind("kind", objective.kind().name())
        .bind("words", vault.seal(tx, sponsor.workspace(), sponsor.id(), objective.words()))
        .bind("year", objective.year())
        .bind("topics", Topic.join(objective.topics()))
        .bind("now", now)
        .execute();
  }

  static boolean removeObjective(Tx tx, WorkspaceId workspace, UUID sponsor, UUID id) {
    return tx.update(
                """
                delete from sponsor_objective
                where workspace_id = :workspace and sponsor_id = :sponsor and id = :id
                """)
            .bind("workspace", workspace)
            .bind("sponsor", sponsor)
            .bind("id", id)
            .execute()
        == 1;
  }

  void add(Tx tx, Sponsor sponsor, SponsorDeed deed, @Nullable UUID input, UserId by, Instant now) {
    tx.update(
            """
            insert into sponsor_deed (workspace_id, id, sponsor_id, kind, sealed_words, on_day,
              input_id, noted_by, noted_at)
            values (:workspace, :id, :sponsor, :kind, :words, :on, cast(:input as uuid), :by,
              :now)
            """)
        .bind("workspace", sponsor.workspace())
        .bind("id", deed.id())
        .bind("sponsor", sponsor.id())
        .bind("kind", deed.kind().name())
        .bind("words", vault.seal(tx, sponsor.workspace(), sponsor.id(), deed.words()))
        .bind("on", deed.on())
        .bind("input", input)
        .bind("by", by)
        .bind("now", now)
        .execute();
  }

  /** The same, unless that request has noted one before. */
  void addOnce(
      Tx tx,
      Sponsor sponsor,
      SponsorDeed deed,
      @Nullable UUID input,
      UserId by,
      String requestKey,
      Instant now) {
    int before =
        tx.query(
                """
                select count(*) from sponsor_deed
                where workspace_id = :workspace and request_key = :key
                """)
            .bind("workspace", sponsor.workspace())
            .bind("key", requestKey)
            .mapTo(Integer.class)
            .one();
    if (before > 0) {
      return;
    }
    add(tx, sponsor, deed, input, by, now);
    tx.update(
            """
            update sponsor_deed set request_key = :key
            where workspace_id = :workspace and id = :id
            """)
        .bind("key", requestKey)
        .bind("workspace", sponsor.workspace())
        .bind("id", deed.id())
        .execute();
  }

  /** The newest first. */
  List<SponsorDeed> deeds(Tx tx, Sponsor sponsor, int most) {
    return tx.query(
            """
            select * from sponsor_deed
            where workspace_id = :workspace and sponsor_id = :sponsor
            order by on_day desc, id desc fetch first :most rows only
            """)
        .bind("workspace", sponsor.workspace())
        .bind("sponsor", sponsor.id())
        .bind("most", most)
        .map(
            (row, context) ->
                new SponsorDeed(
                    row.getObject("id", UUID.class),
                    SponsorDeed.Kind.valueOf(row.getString("kind")),
                    open(tx, sponsor, row.getString("sealed_words")),
                    row.getObject("on_day", LocalDate.class)))
        .list();
  }
}
