package dev.groundswell.initiative;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.outbox.Quiet;
import dev.groundswell.reminder.WorkingTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Nothing is sent about what is archived; about what is paused, not before the pause is over. */
public final class QuietInitiatives implements Quiet {
  private static final String PAUSED = "the initiative is paused";

  @Override
  public Map<UUID, Hush> about(Tx tx, WorkspaceId workspace, Set<UUID> ids, Instant now) {
    Map<UUID, Hush> quiet = new LinkedHashMap<>();
    for (Initiative initiative : InitiativeStore.find(tx, workspace, ids)) {
      LocalDate until = initiative.pausedUntil();
      if (initiative.isArchived()) {
        quiet.put(initiative.id(), new Hush.ForGood(Silence.ARCHIVED.why()));
      } else if (until != null && initiative.isPausedAt(now)) {
        // Not at midnight, when the day begins, but when people do.
        Instant morning =
            until.atTime(WorkingTime.USUAL.from()).atZone(initiative.zone()).toInstant();
        quiet.put(initiative.id(), new Hush.Until(morning, PAUSED));
      }
    }
    return quiet;
  }
}
