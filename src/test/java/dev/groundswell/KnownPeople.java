package dev.groundswell;

import dev.groundswell.db.Database;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.people.Directory;
import dev.groundswell.people.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A directory of those whom it was told about; it can be silent, as when Slack is down. */
public final class KnownPeople implements Directory {
  private final Map<UserId, Person> known = new ConcurrentHashMap<>();
  private final List<UserId> admins = new CopyOnWriteArrayList<>();
  private final List<UserId> asked = new CopyOnWriteArrayList<>();
  private boolean silent;
  private volatile boolean askedWithinTransaction;

  public KnownPeople(Person... people) {
    for (Person person : people) {
      known.put(person.id(), person);
    }
  }

  public void nowKnows(Person person) {
    known.put(person.id(), person);
  }

  /** From now on that person is an admin. */
  public void looksAfterTheWorkspace(UserId user) {
    admins.add(user);
  }

  @Override
  public boolean isAdmin(WorkspaceId workspace, UserId user) {
    return admins.contains(user);
  }

  public void fallsSilent() {
    silent = true;
  }

  public void answersAgain() {
    silent = false;
  }

  /** Whom it was asked about, in order. */
  public List<UserId> asked() {
    return List.copyOf(asked);
  }

  /** True if somebody made Slack wait for the database, or the database for Slack. */
  public boolean askedWithinTransaction() {
    return askedWithinTransaction;
  }

  @Override
  public Optional<Person> find(WorkspaceId workspace, UserId user) {
    asked.add(user);
    String database = Database.class.getName();
    askedWithinTransaction |=
        StackWalker.getInstance()
            .walk(frames -> frames.anyMatch(it -> it.getClassName().equals(database)));
    return silent ? Optional.empty() : Optional.ofNullable(known.get(user));
  }
}
