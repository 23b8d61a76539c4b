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
import java.util.concurrent.CopyOnWriteArrayList;

/** The people that the bot has met, remembered for a day and then asked about again. */
public final class People {
  private static final Duration GOOD_FOR = Duration.ofDays(1);

  /** Whoever was asked about in the course of the day need not be asked about in the night. */
  private static final Duration NOT_YET_OLD = Duration.ofHours(12);

  /** After so many without an answer it is Slack that is away. */
  private static final int MOST_UNANSWERED = 3;

  private final Database database;
  private final Directory directory;
  private final Clock clock;
  private final List<Travel> travels = new CopyOnWriteArrayList<>();
  private final List<Departure> departures = new CopyOnWriteArrayList<>();

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
    fresh.ifPresent(person -> database.transact(tx -> save(tx, workspace, person, now)));
    return fresh.or(() -> seen.map(PeopleStore.Seen::person)).orElseGet(() -> stranger(user));
  }

  /** Whether the person looks after the workspace, asked of Slack each time. */
  public boolean isAdmin(WorkspaceId workspace, UserId user) {
    return directory.isAdmin(workspace, user);
  }

  /** Takes what Slack says of its own accord, as when somebody travels to another zone. */
  public void changed(WorkspaceId workspace, Person person) {
    Instant now = clock.instant();
    database.transact(tx -> save(tx, workspace, person, now));
  }

  /** Says who wants to know when somebody turns out to be in another zone than before. */
  public void onTravel(Travel travel) {
    travels.add(travel);
  }

  /** Says who wants to know when a workspace removes the app, and when it is back. */
  public void onDeparture(Departure departure) {
    departures.add(departure);
  }

  /** A workspace has removed the app. */
  public void left(WorkspaceId workspace) {
    Instant now = clock.instant();
    database.transact(
        tx -> {
          if (DepartedStore.add(tx, workspace, now)) {
            departures.forEach(it -> it.left(tx, workspace, now));
          }
        });
  }

  /** Somebody of a workspace does something, so the app is there, again or still. */
  public void isHere(WorkspaceId workspace) {
    if (!database.query(tx -> DepartedStore.has(tx, workspace))) {
      return;
    }
    Instant now = clock.instant();
    database.transact(
        tx -> {
          if (DepartedStore.remove(tx, workspace)) {
            departures.forEach(it -> it.back(tx, workspace, now));
          }
        });
  }

  private void save(Tx tx, WorkspaceId workspace, Person person, Instant now) {
    Optional<PeopleStore.Seen> before = PeopleStore.find(tx, workspace, person.id());
    PeopleStore.save(tx, workspace, person, now);
    if (before.isPresent() && !before.get().person().zone().equals(person.zone())) {
      travels.forEach(it -> it.travelled(tx, workspace, person.id(), person.zone()));
    }
  }

  /**
   * Asks Slack again about people who were not asked about for the longest time, so that their zone
   * is right when something comes to them; in all workspaces.
   *
   * @param most how many at the most
   * @return false when there may be more to ask about, and Slack answers
   */
  public boolean refresh(int most) {
    Instant now = clock.instant();
    List<PeopleStore.Known> old =
        database.inTransaction(tx -> PeopleStore.notSeenSince(tx, now.minus(NOT_YET_OLD), most));
    int unanswered = 0;
    for (PeopleStore.Known known : old) {
      Optional<Person> fresh = directory.find(known.workspace(), known.user());
      if (fresh.isPresent()) {
        database.transact(tx -> save(tx, known.workspace(), fresh.get(), now));
      } else if (++unanswered == MOST_UNANSWERED) {
        return true;
      } else {
        database.transact(tx -> PeopleStore.asked(tx, known.workspace(), known.user(), now));
      }
    }
    return old.size() < most;
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
