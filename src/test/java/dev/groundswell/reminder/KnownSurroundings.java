package dev.groundswell.reminder;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.people.Person;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** People and initiatives as a test wants them; it counts how often it is asked. */
final class KnownSurroundings implements Surroundings {
  private final Map<UserId, Habits> people = new HashMap<>();
  private final Map<UUID, Matter> initiatives = new HashMap<>();
  int asked;

  KnownSurroundings(Person... persons) {
    for (Person person : persons) {
      people.put(person.id(), new Habits(person.zone(), WorkingTime.USUAL, person.reachable()));
    }
  }

  void works(Person person, WorkingTime hours) {
    people.put(person.id(), new Habits(person.zone(), hours, true));
  }

  void isIn(Person person, String zone) {
    people.put(person.id(), new Habits(ZoneId.of(zone), WorkingTime.USUAL, true));
  }

  void isGone(Person person) {
    people.put(person.id(), new Habits(person.zone(), WorkingTime.USUAL, false));
  }

  void isOnLeave(Person person, String backOn) {
    people.put(
        person.id(),
        new Habits(person.zone(), WorkingTime.USUAL, true, false, LocalDate.parse(backOn)));
  }

  void has(UUID initiative, Matter matter) {
    initiatives.put(initiative, matter);
  }

  @Override
  public Map<UserId, Habits> habits(Tx tx, WorkspaceId workspace, Set<UserId> whom) {
    asked++;
    Map<UserId, Habits> known = new LinkedHashMap<>(people);
    known.keySet().retainAll(whom);
    return known;
  }

  @Override
  public Map<UUID, Matter> matters(Tx tx, WorkspaceId workspace, Set<UUID> ids) {
    asked++;
    Map<UUID, Matter> known = new LinkedHashMap<>(initiatives);
    known.keySet().retainAll(ids);
    return known;
  }

  @Override
  public boolean maySteer(Tx tx, WorkspaceId workspace, UserId user, UUID initiative) {
    Matter matter = initiatives.get(initiative);
    return matter != null && matter.lead().equals(user);
  }

  @Override
  public boolean mayTakeOver(Tx tx, WorkspaceId workspace, UserId user, UUID initiative) {
    return people.containsKey(user);
  }
}
