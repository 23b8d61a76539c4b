package dev.groundswell.practice;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.initiative.Deed;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.practice.KickOff.State;
import dev.groundswell.practice.Refusal.Field;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** What becomes of the ideas for an early win; one that worked is noted with {@link Wins}. */
public final class Ideas {
  private static final int LONGEST = 1000;

  private final Database database;
  private final Initiatives initiatives;

  public Ideas(Database database, Initiatives initiatives) {
    this.database = database;
    this.initiatives = initiatives;
  }

  /** This one is tried now, and no other. */
  public Outcome<KickOff> pick(UserId by, WorkspaceId workspace, UUID engagement, UUID idea) {
    return deed(
        by,
        workspace,
        engagement,
        tx -> {
          KickOffStore.letGo(tx, workspace, engagement);
          return KickOffStore.mark(tx, workspace, engagement, idea, State.PICKED, "", by);
        });
  }

  /** It did not work, which is worth knowing. */
  public Outcome<KickOff> didNotWork(
      UserId by, WorkspaceId workspace, UUID engagement, UUID idea, String learned) {
    Optional<Refusal> flaw = Refusal.flawOrBlank(Field.NOTE, learned, LONGEST);
    return flaw.isPresent()
        ? Outcome.not(flaw.get())
        : deed(
            by,
            workspace,
            engagement,
            tx ->
                KickOffStore.mark(
                    tx, workspace, engagement, idea, State.DID_NOT_WORK, learned.strip(), by));
  }

  /** Takes it off the list; one that is off already stays so. */
  public Outcome<KickOff> remove(UserId by, WorkspaceId workspace, UUID engagement, UUID idea) {
    return deed(
        by,
        workspace,
        engagement,
        tx -> {
          KickOffStore.remove(tx, workspace, engagement, idea);
          return true;
        });
  }

  private Outcome<KickOff> deed(
      UserId by, WorkspaceId workspace, UUID engagement, Function<Tx, Boolean> done) {
    return database.inTransaction(
        tx ->
            Found.with(
                tx,
                initiatives,
                workspace,
                by,
                engagement,
                Deed.ENGAGE_PRACTICES,
                found ->
                    done.apply(tx)
                        ? Outcome.done(KickOffStore.find(tx, workspace, engagement))
                        : Outcome.not(Refusal.gone())));
  }
}
