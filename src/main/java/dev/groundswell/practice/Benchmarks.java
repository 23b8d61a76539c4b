package dev.groundswell.practice;

import dev.groundswell.db.Database;
import dev.groundswell.initiative.Deed;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.practice.readiness.Benchmark;
import dev.groundswell.practice.readiness.Readiness;
import dev.groundswell.reminder.Reminders;
import dev.groundswell.vault.Vault;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Where a practice stands beside the others of its workspace, to be told in words. */
public final class Benchmarks {
  /** Ratings of the last twelve months count. */
  private static final int MONTHS = 12;

  private final Database database;
  private final Initiatives initiatives;
  private final Clock clock;
  private final PlanContact planContact;

  public Benchmarks(
      Database database, Initiatives initiatives, Reminders reminders, Vault vault, Clock clock) {
    this.database = database;
    this.initiatives = initiatives;
    this.clock = clock;
    this.planContact = new PlanContact(initiatives, reminders, vault);
  }

  /** A practice beside the others. */
  public record Beside(Card card, Benchmark benchmark) {}

  public Outcome<Beside> of(WorkspaceId workspace, UserId by, UUID engagement) {
    Instant now = clock.instant();
    return database.inTransaction(
        tx ->
            Found.with(
                tx,
                initiatives,
                workspace,
                by,
                engagement,
                Deed.SEE_PRACTICES,
                found -> {
                  Card card = planContact.card(tx, found, now);
                  LocalDate since = card.today().minusMonths(MONTHS);
                  Readiness own =
                      card.trajectory()
                          .seenOn()
                          .filter(it -> !it.isBefore(since))
                          .map(it -> card.trajectory().readiness())
                          .orElse(Readiness.UNKNOWN);
                  return Outcome.done(
                      new Beside(
                          card,
                          Benchmark.of(
                              own,
                              EngagementStore.others(
                                  tx, workspace, found.practice().id(), since))));
                }));
  }
}
