package dev.groundswell.initiative;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.people.People;
import dev.groundswell.reminder.OwnHours;
import dev.groundswell.reminder.Surroundings;
import dev.groundswell.reminder.WorkingTime;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What reminders need to know of people and initiatives. */
public final class InitiativeSurroundings implements Surroundings {
  private final People people;

  public InitiativeSurroundings(People people) {
    this.people = people;
  }

  @Override
  public Map<UserId, Habits> habits(Tx tx, WorkspaceId workspace, Set<UserId> whom) {
    Map<UserId, Habits> habits = new LinkedHashMap<>();
    Map<UserId, WorkingTime> chosen = OwnHours.chosen(tx, workspace, whom);
    Map<UserId, LocalDate> back = OwnHours.onLeave(tx, workspace, whom);
    people
        .met(tx, workspace, whom)
        .forEach(
            it ->
                habits.put(
                    it.id(),
                    new Habits(
                        it.zone(),
                        chosen.getOrDefault(it.id(), WorkingTime.USUAL),
                        it.reachable(),
                        chosen.containsKey(it.id()),
                        back.get(it.id()))));
    return habits;
  }

  @Override
  public Map<UUID, Matter> matters(Tx tx, WorkspaceId workspace, Set<UUID> ids) {
    Map<UUID, Matter> matters = new LinkedHashMap<>();
    InitiativeStore.find(tx, workspace, ids)
        .forEach(
            it ->
                matters.put(
                    it.id(),
                    new Matter(it.lead(), it.workingDays(), it.holidays(), it.pausedUntil())));
    return matters;
  }

  @Override
  public boolean maySteer(Tx tx, WorkspaceId workspace, UserId user, UUID initiative) {
    return InitiativeStore.find(tx, workspace, initiative)
        .filter(it -> Initiatives.standing(tx, user, it).may(Deed.STEER_REMINDERS))
        .isPresent();
  }

  @Override
  public boolean mayTakeOver(Tx tx, WorkspaceId workspace, UserId user, UUID initiative) {
    return InitiativeStore.find(tx, workspace, initiative)
        .filter(it -> Initiatives.standing(tx, user, it).may(Deed.SEE_UPCOMING))
        .isPresent();
  }
}
