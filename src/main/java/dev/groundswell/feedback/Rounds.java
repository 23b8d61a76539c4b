package dev.groundswell.feedback;

import dev.groundswell.db.Database;
import dev.groundswell.kernel.WorkspaceId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Collects input in rounds, each with a name and an end. */
public final class Rounds {
  private final Database database;

  public Rounds(Database database) {
    this.database = database;
  }

  /** One round; empty if there is none of that id in the workspace. */
  public Optional<Round> find(WorkspaceId workspace, UUID id) {
    return database.inTransaction(tx -> RoundStore.find(tx, workspace, id));
  }

  /**
   * The rounds of an initiative, those that are open first.
   *
   * @param most how many at the most
   */
  public List<Round> of(WorkspaceId workspace, UUID initiative, int most) {
    return database.inTransaction(tx -> RoundStore.of(tx, workspace, initiative, most));
  }
}
