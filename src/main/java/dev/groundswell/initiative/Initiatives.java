package dev.groundswell.initiative;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.kernel.Ids;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.people.People;
import dev.groundswell.people.Person;
import dev.groundswell.privacy.Finding;
import dev.groundswell.privacy.PatientGuard;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Starts initiatives, and knows which one a person means. */
public final class Initiatives {
  private final Database database;
  private final People people;
  private final Ids ids;
  private final Clock clock;

  public Initiatives(Database database, People people, Ids ids, Clock clock) {
    this.database = database;
    this.people = people;
    this.ids = ids;
    this.clock = clock;
  }

  /** Starts an initiative in its own transaction. */
  public Created create(WorkspaceId workspace, String name, UserId lead, Person by) {
    return database.inTransaction(tx -> create(tx, workspace, name, lead, by));
  }

  /** Starts an initiative as part of a larger deed; its zone is that of the one who starts it. */
  public Created create(Tx tx, WorkspaceId workspace, String name, UserId lead, Person by) {
    String clean = name.strip().replaceAll("\\s+", " ");
    if (clean.isEmpty()) {
      return new Created.BadName(Created.Why.BLANK);
    }
    if (clean.length() > Initiative.LONGEST_NAME) {
      return new Created.BadName(Created.Why.TOO_LONG);
    }
    Optional<Finding> finding = PatientGuard.check(clean);
    if (finding.isPresent()) {
      return new Created.PatientDetails(finding.get().kind());
    }
    Optional<Initiative> namesake =
        InitiativeStore.all(tx, workspace).stream()
            .filter(initiative -> initiative.name().equalsIgnoreCase(clean))
            .findFirst();
    if (namesake.isPresent()) {
      return new Created.Exists(namesake.get());
    }
    Instant now = clock.instant();
    Initiative initiative = new Initiative(workspace, ids.next(), clean, lead, by.zone());
    InitiativeStore.add(tx, initiative, by.id(), now);
    people.workOn(tx, workspace, by.id(), initiative.id());
    return new Created.Started(initiative);
  }

  /**
   * The initiative that this person's commands mean: the one they chose last, else the newest of
   * the workspace. Empty when there is none yet.
   */
  public Optional<Initiative> current(Tx tx, WorkspaceId workspace, UserId user) {
    List<Initiative> all = InitiativeStore.all(tx, workspace);
    return people
        .currentInitiative(tx, workspace, user)
        .flatMap(id -> all.stream().filter(initiative -> initiative.id().equals(id)).findFirst())
        .or(() -> all.stream().reduce((first, second) -> second));
  }

  /** {@link #current(Tx, WorkspaceId, UserId)} in its own transaction. */
  public Optional<Initiative> current(WorkspaceId workspace, UserId user) {
    return database.inTransaction(tx -> current(tx, workspace, user));
  }

  /** From now on this person's commands mean that initiative; empty if there is none of that id. */
  public Optional<Initiative> workOn(WorkspaceId workspace, UserId user, UUID id) {
    return database.inTransaction(
        tx -> {
          Optional<Initiative> found = InitiativeStore.find(tx, workspace, id);
          found.ifPresent(initiative -> people.workOn(tx, workspace, user, id));
          return found;
        });
  }

  /** All initiatives of the workspace, oldest first. */
  public List<Initiative> all(WorkspaceId workspace) {
    return database.inTransaction(tx -> InitiativeStore.all(tx, workspace));
  }

  /** One initiative by its id. */
  public Optional<Initiative> find(Tx tx, WorkspaceId workspace, UUID id) {
    return InitiativeStore.find(tx, workspace, id);
  }
}
