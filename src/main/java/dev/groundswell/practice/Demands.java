package dev.groundswell.practice;

import dev.groundswell.db.Database;
import dev.groundswell.initiative.Deed;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.kernel.Ids;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.practice.Refusal.Field;
import dev.groundswell.practice.Refusal.Why;
import dev.groundswell.practice.checkin.Demand;
import dev.groundswell.reminder.Reminders;
import dev.groundswell.vault.Vault;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The calendar of what takes a practice's attention; contacts move past it, and with it. */
public final class Demands {
  private final Database database;
  private final Initiatives initiatives;
  private final Ids ids;
  private final Clock clock;
  private final PlanContact planContact;

  public Demands(
      Database database,
      Initiatives initiatives,
      Reminders reminders,
      Vault vault,
      Ids ids,
      Clock clock) {
    this.database = database;
    this.initiatives = initiatives;
    this.ids = ids;
    this.clock = clock;
    this.planContact = new PlanContact(initiatives, reminders, vault);
  }

  /**
   * Notes one, or changes one that was noted.
   *
   * @param id of the one to change, or null for a new one
   * @param until its last day, or null while nobody knows it
   */
  public Outcome<Card> note(
      UserId by,
      WorkspaceId workspace,
      UUID engagement,
      @Nullable UUID id,
      Demand.Kind kind,
      String name,
      LocalDate from,
      @Nullable LocalDate until) {
    Optional<Refusal> flaw = Refusal.flawOrBlank(Field.NAME, name, Demand.LONGEST_NAME);
    if (flaw.isPresent()) {
      return Outcome.not(flaw.get());
    }
    if (until != null && until.isBefore(from)) {
      return Outcome.not(Refusal.of(Why.ENDS_BEFORE, Field.UNTIL));
    }
    Demand demand =
        new Demand(id == null ? ids.next() : id, kind, Practice.clean(name), from, until);
    return change(
        by,
        workspace,
        engagement,
        (tx, found) -> {
          UUID practice = found.practice().id();
          boolean known =
              DemandStore.of(tx, workspace, practice).stream()
                  .anyMatch(it -> it.id().equals(demand.id()));
          if (known) {
            DemandStore.change(tx, workspace, demand);
          } else if (id == null) {
            DemandStore.add(tx, workspace, practice, demand, by);
          }
        });
  }

  /** It is over, or was a mistake. */
  public Outcome<Card> remove(UserId by, WorkspaceId workspace, UUID engagement, UUID demand) {
    return change(
        by,
        workspace,
        engagement,
        (tx, found) -> DemandStore.remove(tx, workspace, found.practice().id(), demand));
  }

  private Outcome<Card> change(
      UserId by,
      WorkspaceId workspace,
      UUID engagement,
      java.util.function.BiConsumer<dev.groundswell.db.Tx, Found> deed) {
    Instant now = clock.instant();
    return database.inTransaction(
        tx ->
            Found.with(
                tx,
                initiatives,
                workspace,
                by,
                engagement,
                Deed.ENGAGE_PRACTICES,
                found -> {
                  deed.accept(tx, found);
                  planContact.again(tx, workspace, found.practice().id(), now);
                  return Outcome.done(
                      planContact.card(
                          tx,
                          new Found(
                              found.practice(),
                              EngagementStore.find(tx, workspace, engagement).orElseThrow(),
                              found.initiative()),
                          now));
                }));
  }
}
