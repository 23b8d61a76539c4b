package dev.groundswell.people;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** The people that the bot has met, remembered for a day and then asked about again. */
public final class People {
  private static final Duration GOOD_FOR = Duration.ofDays(1);

  private final Database database;
  private final Directory directory;
  private final Clock clock;

  public People(Database database, Directory directory, Clock clock) {
    this.database = database;
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * The person as last seen. Somebody whom Slack can't tell us about now is called by their id, is
   * taken to be reachable, and lives in UTC until Slack answers.
   */
  public Person get(WorkspaceId workspace, UserId user) {
    Instant now = clock.instant();
    Optional<Seen> seen = database.inTransaction(tx -> find(tx, workspace, user));
    if (seen.isPresent() && seen.get().at().isAfter(now.minus(GOOD_FOR))) {
      return seen.get().person();
    }
    Optional<Person> fresh = directory.find(workspace, user);
    fresh.ifPresent(person -> database.transact(tx -> save(tx, workspace, person, now)));
    return fresh
        .or(() -> seen.map(Seen::person))
        .orElseGet(() -> new Person(user, user.value(), ZoneOffset.UTC, true));
  }

  /** Takes what Slack says of its own accord, as when somebody travels to another zone. */
  public void changed(WorkspaceId workspace, Person person) {
    Instant now = clock.instant();
    database.transact(tx -> save(tx, workspace, person, now));
  }

  /** The initiative that this person works on at the moment, if they ever chose one. */
  public Optional<UUID> currentInitiative(Tx tx, WorkspaceId workspace, UserId user) {
    return tx.query(
            """
            select current_initiative from person
            where workspace_id = :workspace and user_id = :user and current_initiative is not null
            """)
        .bind("workspace", workspace)
        .bind("user", user)
        .mapTo(UUID.class)
        .findOne();
  }

  /** From now on this person's commands mean that initiative. */
  public void workOn(Tx tx, WorkspaceId workspace, UserId user, UUID initiative) {
    tx.update(
            """
            update person set current_initiative = :initiative
            where workspace_id = :workspace and user_id = :user
            """)
        .bind("workspace", workspace)
        .bind("user", user)
        .bind("initiative", initiative)
        .execute();
  }

  private record Seen(Person person, Instant at) {}

  private static Optional<Seen> find(Tx tx, WorkspaceId workspace, UserId user) {
    return tx.query(
            """
            select name, zone, reachable, seen_at from person
            where workspace_id = :workspace and user_id = :user
            """)
        .bind("workspace", workspace)
        .bind("user", user)
        .map(
            (row, context) ->
                new Seen(
                    new Person(
                        user,
                        row.getString("name"),
                        ZoneId.of(row.getString("zone")),
                        row.getBoolean("reachable")),
                    context
                        .findColumnMapperFor(Instant.class)
                        .orElseThrow()
                        .map(row, "seen_at", context)))
        .findOne();
  }

  private static void save(Tx tx, WorkspaceId workspace, Person person, Instant now) {
    tx.update(
            """
            merge into person p
            using (select cast(:workspace as varchar(32)) w, cast(:user as varchar(32)) u) n
            on p.workspace_id = n.w and p.user_id = n.u
            when matched then update set
              name = :name, zone = :zone, reachable = :reachable, seen_at = :now
            when not matched then insert (workspace_id, user_id, name, zone, reachable, seen_at)
              values (n.w, n.u, :name, :zone, :reachable, :now)
            """)
        .bind("workspace", workspace)
        .bind("user", person.id())
        .bind("name", person.name())
        .bind("zone", person.zone().getId())
        .bind("reachable", person.reachable())
        .bind("now", now)
        .execute();
  }
}
