package dev.groundswell.practice;

import dev.groundswell.db.Database;
import dev.groundswell.initiative.Deed;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.kernel.Ids;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.practice.Refusal.Field;
import dev.groundswell.practice.Refusal.Why;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What practices achieved, and how tired they seem: the latter in totals only. */
public final class Wins {
  /** The fewest practices of which a total is told. */
  public static final int FEWEST = 5;

  private static final int LONGEST = 1000;

  private final Database database;
  private final Initiatives initiatives;
  private final Ids ids;
  private final Clock clock;

  public Wins(Database database, Initiatives initiatives, Ids ids, Clock clock) {
    this.database = database;
    this.initiatives = initiatives;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Something that was achieved.
   *
   * @param meaning what it means for patients and families
   */
  public record Win(LocalDate on, String what, String meaning) {}

  /**
   * What is told of an initiative's practices together.
   *
   * @param asked how many practices said something about tiredness this month
   */
  public record Totals(int wins, int asked, double meanTiredness) {
    /** Empty while so few were asked that one could be recognised. */
    public OptionalDouble tiredness() {
      return asked < FEWEST ? OptionalDouble.empty() : OptionalDouble.of(meanTiredness);
    }
  }

  /** Notes a win; it is not claimed before its day. */
  public Outcome<Totals> note(UserId by, WorkspaceId workspace, UUID engagement, Win win) {
    return note(by, workspace, engagement, null, win);
  }

  /** Notes a win that came of an idea, which is over then. */
  public Outcome<Totals> worked(
      UserId by, WorkspaceId workspace, UUID engagement, UUID idea, Win win) {
    return note(by, workspace, engagement, idea, win);
  }

  private Outcome<Totals> note(
      UserId by, WorkspaceId workspace, UUID engagement, @Nullable UUID idea, Win win) {
    Optional<Refusal> flaw =
        Refusal.flawOrBlank(Field.TITLE, win.what(), LONGEST)
            .or(() -> Refusal.flawOrBlank(Field.NOTE, win.meaning(), LONGEST));
    if (flaw.isPresent()) {
      return Outcome.not(flaw.get());
    }
    return deed(
        by,
        workspace,
        engagement,
        (tx, found) -> {
          if (win.on().isAfter(today(found))) {
            return Optional.of(Refusal.of(Why.IN_FUTURE, Field.DAY));
          }
          if (idea != null
              && !KickOffStore.mark(
                  tx, workspace, engagement, idea, KickOff.State.WORKED, "", by)) {
            return Optional.of(Refusal.gone());
          }
          LoadStore.addWin(tx, found, ids.next(), win, by, clock.instant());
          return Optional.empty();
        });
  }

  /**
   * Notes how tired a practice seems, from 1 to 5; nobody sees it but in totals of five or more.
   */
  public Outcome<Totals> pulse(UserId by, WorkspaceId workspace, UUID engagement, int tiredness) {
    if (tiredness < 1 || tiredness > 5) {
      return Outcome.not(Refusal.of(Why.OUT_OF_RANGE, Field.SCORE));
    }
    return deed(
        by,
        workspace,
        engagement,
        (tx, found) -> {
          LoadStore.addPulse(tx, found, ids.next(), today(found).withDayOfMonth(1), tiredness);
          return Optional.empty();
        });
  }

  private LocalDate today(Found found) {
    return clock.instant().atZone(found.initiative().zone()).toLocalDate();
  }

  private interface Noting {
    Optional<Refusal> in(dev.groundswell.db.Tx tx, Found found);
  }

  private Outcome<Totals> deed(UserId by, WorkspaceId workspace, UUID engagement, Noting noting) {
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
                    noting
                        .in(tx, found)
                        .map(Outcome::<Totals>not)
                        .orElseGet(
                            () ->
                                Outcome.done(
                                    LoadStore.totals(
                                        tx,
                                        workspace,
                                        found.initiative().id(),
                                        today(found).withDayOfMonth(1))))));
  }

  /** What is told of an initiative's practices together, to whoever may see practices. */
  public Optional<Totals> totals(WorkspaceId workspace, UserId by, UUID initiative) {
    return database.inTransaction(
        tx ->
            initiatives.standing(tx, workspace, by, initiative).may(Deed.SEE_PRACTICES)
                ? Optional.of(
                    LoadStore.totals(
                        tx,
                        workspace,
                        initiative,
                        LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC)
                            .withDayOfMonth(1)))
                : Optional.empty());
  }
}
