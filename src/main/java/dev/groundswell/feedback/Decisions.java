package dev.groundswell.feedback;

import dev.groundswell.db.Database;
import dev.groundswell.feedback.Decided.Field;
import dev.groundswell.initiative.Deed;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.kernel.Ids;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.people.Person;
import dev.groundswell.privacy.PatientGuard;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Notes what was decided with input, and by that what there is to report back. */
public final class Decisions {
  private final Database database;
  private final Initiatives initiatives;
  private final Ids ids;
  private final Clock clock;

  public Decisions(Database database, Initiatives initiatives, Ids ids, Clock clock) {
    this.database = database;
    this.initiatives = initiatives;
    this.ids = ids;
    this.clock = clock;
  }

  /** Notes what was decided; a decision that says nothing or too much is refused. */
  public Decided decide(Person by, WorkspaceId workspace, UUID id, Decision decision) {
    Optional<Decided> refused =
        patientDetails(Field.WEIGHED, decision.weighed())
            .or(() -> patientDetails(Field.REASON, decision.reason()));
    if (refused.isPresent()) {
      return refused.get();
    }
    if (!Decision.saysSomething(decision.reason())) {
      return new Decided.ReasonMissing();
    }
    if (!Decision.saysSomething(decision.weighed())) {
      return new Decided.WeighedMissing();
    }
    Instant now = clock.instant();
    return database.inTransaction(
        tx -> {
          Optional<Seen> found = Seen.by(tx, initiatives, workspace, by.id(), id);
          if (found.isEmpty()) {
            return new Decided.Gone();
          }
          Input input = found.get().input();
          if (found.get().isForbidden(Deed.DECIDE)) {
            return new Decided.NotYours(input.owner());
          }
          Ruling ruling = new Ruling(ids.next(), decision, by.id(), now);
          DecisionStore.add(tx, workspace, input.initiative(), ruling);
          DecisionStore.holds(tx, input, ruling);
          return new Decided.Done(InputStore.find(tx, workspace, id).orElseThrow());
        });
  }

  private static Optional<Decided> patientDetails(Field field, String text) {
    return PatientGuard.check(text).map(it -> new Decided.PatientDetails(field, it.kind()));
  }

  /** The decisions that an input has had, the newest first. */
  public List<Ruling> history(WorkspaceId workspace, UUID input) {
    return database.inTransaction(tx -> DecisionStore.history(tx, workspace, input));
  }
}
