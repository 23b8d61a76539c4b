package dev.groundswell.reminder;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a reminder needs to know of the people and initiatives around it. It is asked once for many
 * reminders, within their transaction, and answers from the database alone.
 */
public interface Surroundings {

  /** Those of these people whom we have met; of others nothing is known. */
  Map<UserId, Habits> habits(Tx tx, WorkspaceId workspace, Set<UserId> people);

  /** Those of these initiatives that there are. */
  Map<UUID, Matter> matters(Tx tx, WorkspaceId workspace, Set<UUID> initiatives);

  /** Whether somebody may stop and hand over the reminders of others in an initiative. */
  boolean maySteer(Tx tx, WorkspaceId workspace, UserId user, UUID initiative);

  /** Whether somebody may have the reminders of others in an initiative handed to them. */
  boolean mayTakeOver(Tx tx, WorkspaceId workspace, UserId user, UUID initiative);

  /**
   * A person, as far as it matters when to write to them.
   *
   * @param hours when they are ready to be written to; outside of them it is quiet
   * @param reachable false for accounts that were switched off
   * @param chosen whether these hours are their own choice; an initiative has a say in the usual
   *     days, but not in theirs
   * @param backOn the first day on which somebody who is on leave is there again
   */
  record Habits(
      ZoneId zone,
      WorkingTime hours,
      boolean reachable,
      boolean chosen,
      @Nullable LocalDate backOn) {
    /** Somebody with the hours that are usual. */
    public Habits(ZoneId zone, WorkingTime hours, boolean reachable) {
      this(zone, hours, reachable, false, null);
    }

    /** Whether there is somebody to write to. */
    boolean isThere(Instant now) {
      return reachable && (backOn == null || !LocalDate.ofInstant(now, zone).isBefore(backOn));
    }
  }

  /**
   * An initiative, as far as it matters when to write about it.
   *
   * @param lead who hears of it when the one who was reminded does nothing, or is gone
   * @param workingDays on which people work on it; empty when it follows each person's own
   * @param holidays on which nothing is sent
   * @param pausedUntil the day on which sending begins again, or null
   */
  record Matter(
      UserId lead,
      Set<DayOfWeek> workingDays,
      Set<LocalDate> holidays,
      @Nullable LocalDate pausedUntil) {
    public Matter {
      workingDays = Set.copyOf(workingDays);
      holidays = Set.copyOf(holidays);
    }

    /** One that is led by that person and has no wishes of its own. */
    public static Matter ledBy(UserId lead) {
      return new Matter(lead, Set.of(), Set.of(), null);
    }
  }
}
