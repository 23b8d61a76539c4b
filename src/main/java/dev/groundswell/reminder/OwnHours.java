package dev.groundswell.reminder;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** When each person wants to be written to: their own choice, and the usual hours without one. */
public final class OwnHours {
  private final Database database;

  public OwnHours(Database database) {
    this.database = database;
  }

  /** What became of a choice. */
  public sealed interface Choice {
    record Kept(WorkingTime hours) implements Choice {}

    /** A day that ends as it begins. */
    record NoTime() implements Choice {}

    record NoDay() implements Choice {}
  }

  /** The hours of a person as they are now. */
  public WorkingTime of(WorkspaceId workspace, UserId user) {
    return Optional.ofNullable(
            database.query(tx -> HoursStore.of(tx, workspace, Set.of(user))).get(user))
        .orElse(WorkingTime.USUAL);
  }

  /** Those of these people who have made a choice. */
  public static Map<UserId, WorkingTime> chosen(Tx tx, WorkspaceId workspace, Set<UserId> people) {
    return HoursStore.of(tx, workspace, people);
  }

  /** The first day on which somebody is back; empty if they are not on leave. */
  public Optional<LocalDate> backOn(WorkspaceId workspace, UserId user, LocalDate today) {
    return Optional.ofNullable(
            database.query(tx -> HoursStore.backOn(tx, workspace, Set.of(user))).get(user))
        .filter(today::isBefore);
  }

  /** When those of these people are back who said that they are on leave, or were. */
  public static Map<UserId, LocalDate> onLeave(Tx tx, WorkspaceId workspace, Set<UserId> people) {
    return HoursStore.backOn(tx, workspace, people);
  }

  /**
   * They are written to within these hours from now on, also about what is planned already.
   *
   * @param until earlier than the beginning for those who work past midnight
   * @param backOn their first day after a leave, in which the leads hear what falls due; null
   *     without one
   */
  public Choice choose(
      WorkspaceId workspace,
      UserId user,
      LocalTime from,
      LocalTime until,
      Set<DayOfWeek> days,
      @Nullable LocalDate backOn) {
    if (days.isEmpty()) {
      return new Choice.NoDay();
    }
    LocalTime first = from.truncatedTo(ChronoUnit.MINUTES);
    LocalTime last = until.truncatedTo(ChronoUnit.MINUTES);
    if (first.equals(last)) {
      return new Choice.NoTime();
    }
    WorkingTime hours = new WorkingTime(first, last, days);
    database.transact(tx -> HoursStore.save(tx, workspace, user, hours, backOn));
    return new Choice.Kept(hours);
  }
}
