package dev.groundswell.practice;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
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
import java.util.function.BiFunction;
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
    return id == null
        ? change(
            by,
            workspace,
            engagement,
            (tx, found) -> keep(tx, found, by, null, ids.next(), kind, name, from, until))
        : change(by, workspace, engagement, id, new Change(kind, name, from, until, until == null));
  }

  /**
   * What is to be another way with one that was noted; what is null or empty stays as it was.
   *
   * @param openEnd nobody knows its last day any more
   */
  public record Change(
      Demand.@Nullable Kind kind,
      String name,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      boolean openEnd) {}

  /** Changes one that was noted. */
  public Outcome<Card> change(
      UserId by, WorkspaceId workspace, UUID engagement, UUID id, Change wanted) {
    return change(
        by,
        workspace,
        engagement,
        (tx, found) ->
            DemandStore.of(tx, workspace, found.practice().id()).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .map(known -> change(tx, found, by, known, wanted))
                .orElseGet(() -> Optional.of(Refusal.gone())));
  }

  private Optional<Refusal> change(Tx tx, Found found, UserId by, Demand known, Change wanted) {
    Demand.Kind kind = wanted.kind();
    LocalDate from = wanted.from() == null ? known.from() : wanted.from();
    LocalDate until = wanted.until() == null ? known.untilFrom(from) : wanted.until();
    return keep(
        tx,
        found,
        by,
        known,
        known.id(),
        kind == null ? known.kind() : kind,
        wanted.name().isBlank() ? known.name() : wanted.name(),
        from,
        wanted.openEnd() ? null : until);
  }

  private Optional<Refusal> keep(
      Tx tx,
      Found found,
      UserId by,
      @Nullable Demand known,
      UUID id,
      Demand.Kind kind,
      String name,
      LocalDate from,
      @Nullable LocalDate until) {
    Optional<Refusal> flaw = Refusal.flawOrBlank(Field.NAME, name, Demand.LONGEST_NAME);
    if (flaw.isPresent()) {
      return flaw;
    }
    if (until != null && until.isBefore(from)) {
      return Optional.of(Refusal.of(Why.ENDS_BEFORE, Field.UNTIL));
    }
    Demand demand = new Demand(id, kind, Practice.clean(name), from, until);
    LocalDate today = clock.instant().atZone(found.initiative().zone()).toLocalDate();
    if (demand.lastDay().isBefore(today)) {
      // Nothing would wait for it, and nobody would see it any more.
      return Optional.of(Refusal.of(Why.PAST, Field.UNTIL).on(demand.lastDay()));
    }
    WorkspaceId workspace = found.practice().workspace();
    if (known == null) {
      DemandStore.add(tx, workspace, found.practice().id(), demand, by);
    } else {
      DemandStore.change(tx, workspace, demand);
    }
    return Optional.empty();
  }

  /** It is over, or was a mistake. */
  public Outcome<Card> remove(UserId by, WorkspaceId workspace, UUID engagement, UUID demand) {
    return change(
        by,
        workspace,
        engagement,
        (tx, found) -> {
          DemandStore.remove(tx, workspace, found.practice().id(), demand);
          return Optional.empty();
        });
  }

  private Outcome<Card> change(
      UserId by,
      WorkspaceId workspace,
      UUID engagement,
      BiFunction<Tx, Found, Optional<Refusal>> deed) {
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
                  Optional<Refusal> refusal = deed.apply(tx, found);
                  if (refusal.isPresent()) {
                    return Outcome.not(refusal.get());
                  }
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
