package dev.groundswell.reminder;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.reminder.Surroundings.Habits;
import dev.groundswell.reminder.Surroundings.Matter;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is known around some reminders, looked up once for all of them. */
record Around(
    Map<WorkspaceId, Map<UserId, Habits>> people, Map<WorkspaceId, Map<UUID, Matter>> initiatives) {

  /** Asks twice for each workspace: for the initiatives, and for the people with their leads. */
  static Around of(Tx tx, Surroundings surroundings, Collection<Reminder> reminders) {
    Map<WorkspaceId, List<Reminder>> byWorkspace =
        reminders.stream().collect(Collectors.groupingBy(Reminder::workspace));
    Map<WorkspaceId, Map<UserId, Habits>> people = new HashMap<>();
    Map<WorkspaceId, Map<UUID, Matter>> initiatives = new HashMap<>();
    byWorkspace.forEach(
        (workspace, some) -> {
          Set<UUID> ids = new LinkedHashSet<>();
          Set<UserId> whom = new LinkedHashSet<>();
          for (Reminder reminder : some) {
            whom.add(reminder.recipient());
            if (reminder.initiative() != null) {
              ids.add(reminder.initiative());
            }
          }
          Map<UUID, Matter> matters =
              ids.isEmpty() ? Map.of() : surroundings.matters(tx, workspace, ids);
          matters.values().forEach(it -> whom.add(it.lead()));
          initiatives.put(workspace, matters);
          people.put(workspace, surroundings.habits(tx, workspace, whom));
        });
    return new Around(people, initiatives);
  }

  @Nullable Habits habits(WorkspaceId workspace, UserId user) {
    return people.getOrDefault(workspace, Map.of()).get(user);
  }

  @Nullable Matter matter(Reminder reminder) {
    return reminder.initiative() == null
        ? null
        : initiatives.getOrDefault(reminder.workspace(), Map.of()).get(reminder.initiative());
  }

  GoodTimes goodTimes(Reminder reminder) {
    return GoodTimes.of(habits(reminder.workspace(), reminder.recipient()), matter(reminder));
  }
}
