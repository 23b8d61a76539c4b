package dev.groundswell.initiative;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.initiative.Flaw.Field;
import dev.groundswell.initiative.Flaw.Why;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.outbox.Outbox;
import dev.groundswell.reminder.Reminders;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Lets an initiative be quiet for a while, or rest for good, and brings it back. */
public final class Pauses {
  private static final int LONGEST_YEARS = 2;

  private final Database database;
  private final Reminders reminders;
  private final Outbox outbox;
  private final Clock clock;

  public Pauses(Database database, Reminders reminders, Outbox outbox, Clock clock) {
    this.database = database;
    this.reminders = reminders;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Nothing is sent before that day; what is due till then comes afterwards.
   *
   * @param until the day on which sending begins again, in the zone of the initiative
   */
  public Changed pause(WorkspaceId workspace, UserId by, UUID id, LocalDate until) {
    Instant now = clock.instant();
    return changed(
        workspace,
        by,
        id,
        Deed.PAUSE,
        tx ->
            before -> {
              LocalDate today = LocalDate.ofInstant(now, before.zone());
              Optional<Why> flaw =
                  !until.isAfter(today)
                      ? Optional.of(Why.PAST)
                      : until.isAfter(today.plusYears(LONGEST_YEARS))
                          ? Optional.of(Why.TOO_FAR)
                          : Optional.empty();
              if (flaw.isPresent()) {
                return new Changed.Unfit(List.of(new Flaw(Field.UNTIL, flaw.get(), "")));
              }
              // What an earlier pause put off is put off anew, to the new day.
              Changed paused = saved(tx, before.pausedUntil(until));
              reminders.resume(tx, workspace, id);
              outbox.goOn(tx, workspace, id, now);
              return paused;
            });
  }

  /** Goes on at once. */
  public Changed resume(WorkspaceId workspace, UserId by, UUID id) {
    Instant now = clock.instant();
    return changed(
        workspace,
        by,
        id,
        Deed.PAUSE,
        tx ->
            before -> {
              reminders.resume(tx, workspace, id);
              outbox.goOn(tx, workspace, id, now);
              return saved(tx, before.pausedUntil(null));
            });
  }

  /** Puts it to rest: nothing about it is sent, and nothing in it is changed any more. */
  public Changed archive(WorkspaceId workspace, UserId by, UUID id) {
    Instant now = clock.instant();
    return changed(
        workspace,
        by,
        id,
        Deed.ARCHIVE,
        tx ->
            before -> {
              if (before.isArchived()) {
                return new Changed.Done(before);
              }
              reminders.rest(tx, workspace, id);
              return saved(tx, before.archived(now));
            });
  }

  /** Brings it back, with what waited in it. */
  public Changed bringBack(WorkspaceId workspace, UserId by, UUID id) {
    return changed(
        workspace,
        by,
        id,
        Deed.ARCHIVE,
        tx ->
            before -> {
              reminders.wake(tx, workspace, id);
              return saved(tx, before.archived(null));
            });
  }

  private static Changed saved(Tx tx, Initiative after) {
    InitiativeStore.save(tx, after);
    return new Changed.Done(after);
  }

  private Changed changed(
      WorkspaceId workspace,
      UserId by,
      UUID id,
      Deed deed,
      Function<Tx, Function<Initiative, Changed>> change) {
    return database.inTransaction(tx -> Members.changed(tx, workspace, by, id, deed, change));
  }
}
