package dev.groundswell.people;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    Optional<PeopleStore.Seen> seen =
        database.inTransaction(tx -> PeopleStore.find(tx, workspace, user));
    if (seen.isPresent() && seen.get().at().isAfter(now.minus(GOOD_FOR))) {
      return seen.get().person();
    }
    Optional<Person> fresh = directory.find(workspace, user);
    fresh.ifPresent(
        person -> database.transact(tx -> PeopleStore.save(tx, workspace, person, now)));
    return fresh.or(() -> seen.map(PeopleStore.Seen::person)).orElseGet(() -> stranger(user));
  }

  /** Whether the person looks after the workspace, asked of Slack each time. */
  public boolean isAdmin(WorkspaceId workspace, UserId user) {
    return directory.isAdmin(workspace, user);
  }

  /** Takes what Slack says of its own accord, as when somebody travels to another zone. */
  public void changed(WorkspaceId workspace, Person person) {
    Instant now = clock.instant();
    database.transact(tx -> PeopleStore.save(tx, workspace, person, now));
  }

  /** Those of these people whom Slack has told us about, as last seen; Slack is not asked. */
  public List<Person> met(Tx tx, WorkspaceId workspace, Set<UserId> users) {
    return users.isEmpty() ? List.of() : PeopleStore.met(tx, workspace, users);
  }

  /** The initiative that this person works on at the moment, if they ever chose one. */
  public Optional<UUID> currentInitiative(Tx tx, WorkspaceId workspace, UserId user) {
    return PeopleStore.currentInitiative(tx, workspace, user);
  }

  /**
   * From now on this person's commands mean that initiative, also when Slack could never be asked
   * who they are.
   */
  public void workOn(Tx tx, WorkspaceId workspace, UserId user, UUID initiative) {
    PeopleStore.workOn(tx, workspace, stranger(user), initiative);
  }

  private static Person stranger(UserId user) {
    return new Person(user, user.value(), ZoneOffset.UTC, true);
  }
}
