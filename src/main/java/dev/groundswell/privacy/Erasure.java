package dev.groundswell.privacy;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.privacy.Holdings.Erased;
import java.util.ArrayList;
import java.util.List;

/** Erases a person from everything that is kept in a workspace, in one transaction. */
public final class Erasure {
  private final Database database;
  private final List<Holdings> holdings;

  public Erasure(Database database, List<Holdings> holdings) {
    this.database = database;
    this.holdings = List.copyOf(holdings);
  }

  /** What was done; empty if nothing is kept about them. */
  public List<Erased> erase(WorkspaceId workspace, Somebody who) {
    return database.inTransaction(tx -> erase(tx, workspace, who));
  }

  /** What would be done; nothing is. */
  public List<Erased> rehearse(WorkspaceId workspace, Somebody who) {
    try {
      database.transact(
          tx -> {
            throw new OnlyRehearsed(erase(tx, workspace, who));
          });
    } catch (OnlyRehearsed end) {
      return end.lines;
    }
    throw new AssertionError("a rehearsal is rolled back");
  }

  private List<Erased> erase(Tx tx, WorkspaceId workspace, Somebody who) {
    List<Erased> lines = new ArrayList<>();
    for (Holdings each : holdings) {
      each.erase(tx, workspace, who).stream().filter(it -> it.count() > 0).forEach(lines::add);
    }
    return lines;
  }

  /** Rolls the transaction back, and carries out what was seen in it. */
  private static final class OnlyRehearsed extends RuntimeException {
    private final transient List<Erased> lines;

    OnlyRehearsed(List<Erased> lines) {
      super("a rehearsal", null, false, false);
      this.lines = lines;
    }
  }
}
