package dev.groundswell.feedback;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.feedback.ReportBack.How;
import dev.groundswell.initiative.Deed;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.people.Person;
import dev.groundswell.reminder.Reminders;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Sees to it that each contributor hears what became of their input. */
public final class ReportBacks {
  /** The kind of the reminder to report back; its subject is the input. */
  public static final String REPORT_BACK = "feedback.report-back";

  private final Database database;
  private final Initiatives initiatives;
  private final Reminders reminders;
  private final Clock clock;

  public ReportBacks(Database database, Initiatives initiatives, Reminders reminders, Clock clock) {
    this.database = database;
    this.initiatives = initiatives;
    this.reminders = reminders;
    this.clock = clock;
  }

  /** Records that the contributor has heard back, and ends the reminder. */
  public Told told(Person by, WorkspaceId workspace, UUID id) {
    Instant now = clock.instant();
    return database.inTransaction(
        tx -> {
          Optional<Seen> found = Seen.by(tx, initiatives, workspace, by.id(), id);
          if (found.isEmpty()) {
            return new Told.Gone();
          }
          Input input = found.get().input();
          if (found.get().isForbidden(Deed.REPORT_BACK)) {
            return new Told.NotYours(input.owner());
          }
          if (input.isTold()) {
            return new Told.Already(input);
          }
          if (!input.isDecided()) {
            return new Told.NotDecided(input);
          }
          ReportBackStore.told(tx, input, How.IN_PERSON, by.id(), now);
          reminders.finish(tx, workspace, REPORT_BACK, id);
          return new Told.Done(InputStore.find(tx, workspace, id).orElseThrow());
        });
  }

  /**
   * What still waits for a report-back, the one due first at the top.
   *
   * @param most how many at the most
   */
  public List<Input> open(WorkspaceId workspace, UUID initiative, int most) {
    return database.inTransaction(tx -> ReportBackStore.open(tx, workspace, initiative, most));
  }

  /**
   * What one person still has to report back, in all initiatives, the one due first at the top.
   *
   * @param most how many at the most
   */
  public List<Input> openFor(WorkspaceId workspace, UserId owner, int most) {
    return database.inTransaction(tx -> ReportBackStore.openFor(tx, workspace, owner, most));
  }

  /** {@link #since(Tx, WorkspaceId, UUID, Instant, Instant)} in its own transaction. */
  public Movement since(WorkspaceId workspace, UUID initiative, Instant from, Instant to) {
    return database.inTransaction(tx -> since(tx, workspace, initiative, from, to));
  }

  /** What happened between two instants, in totals: for the digest. */
  public Movement since(Tx tx, WorkspaceId workspace, UUID initiative, Instant from, Instant to) {
    return ReportBackStore.movement(tx, workspace, initiative, from, to);
  }
}
