package dev.groundswell.practice;

import dev.groundswell.db.Database;
import dev.groundswell.initiative.Deed;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.knowledge.Stage;
import dev.groundswell.practice.Refusal.Field;
import dev.groundswell.practice.Refusal.Why;
import dev.groundswell.practice.checkin.Cadence;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How many weeks lie between two contacts, by stage, where an initiative has a rhythm of its own.
 */
public final class Rhythms {
  private static final int LONGEST_REASON = 1000;

  private final Database database;
  private final Initiatives initiatives;
  private final Clock clock;

  public Rhythms(Database database, Initiatives initiatives, Clock clock) {
    this.database = database;
    this.initiatives = initiatives;
    this.clock = clock;
  }

  /**
   * Sets how many weeks lie between two contacts at a stage, from the next plan on.
   *
   * @param why the reason for another rhythm than the usual one
   */
  public Outcome<Cadence> set(
      UserId by, WorkspaceId workspace, UUID initiative, Stage stage, int weeks, String why) {
    Optional<Refusal> flaw = Refusal.flawOrBlank(Field.REASON, why, LONGEST_REASON);
    if (flaw.isPresent()) {
      return Outcome.not(flaw.get());
    }
    if (weeks < Cadence.SHORTEST || weeks > Cadence.LONGEST) {
      return Outcome.not(Refusal.of(Why.OUT_OF_RANGE, Field.WEEKS));
    }
    Instant now = clock.instant();
    return database.inTransaction(
        tx -> {
          var standing = initiatives.standing(tx, workspace, by, initiative);
          if (!standing.may(Deed.ENGAGE_PRACTICES)) {
            return Outcome.not(Refusal.notMember(standing.lead()));
          }
          StageStore.setCadence(tx, workspace, initiative, stage, weeks, why.strip(), by, now);
          return Outcome.done(StageStore.cadence(tx, workspace, initiative));
        });
  }

  /** The weeks between contacts in an initiative, by stage, for whoever may change them. */
  public Outcome<Cadence> of(UserId by, WorkspaceId workspace, UUID initiative) {
    return database.inTransaction(
        tx -> {
          var standing = initiatives.standing(tx, workspace, by, initiative);
          return standing.may(Deed.ENGAGE_PRACTICES)
              ? Outcome.done(StageStore.cadence(tx, workspace, initiative))
              : Outcome.not(Refusal.notMember(standing.lead()));
        });
  }
}
