package dev.groundswell.practice;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.initiative.Deed;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.people.Person;
import dev.groundswell.practice.Refusal.Field;
import dev.groundswell.practice.Refusal.Why;
import dev.groundswell.practice.imports.PracticeList.Column;
import dev.groundswell.practice.imports.PracticeList.Line;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;

/** Takes over lists of practices; the same list again adds nothing twice. */
public final class Imports {
  private static final int BATCH = 250;

  private final Database database;
  private final Initiatives initiatives;
  private final Practices practices;
  private final Clock clock;

  public Imports(Database database, Initiatives initiatives, Practices practices, Clock clock) {
    this.database = database;
    this.initiatives = initiatives;
    this.practices = practices;
    this.clock = clock;
  }

  /** How many practices of a list are new, and how many are known already. */
  public record Count(Initiative initiative, int fresh, int known) {}

  /** What would happen, without doing it. */
  public Outcome<Count> preview(WorkspaceId workspace, Person by, List<Line> lines) {
    return database.inTransaction(
        tx -> {
          Optional<Initiative> current = initiatives.current(tx, workspace, by.id());
          if (current.isEmpty()) {
            return Outcome.not(Refusal.of(Why.NO_INITIATIVE, Field.FILE));
          }
          return allowed(tx, workspace, by, current.get().id())
              .either(
                  initiative -> {
                    Set<String> names = new HashSet<>();
                    PracticeStore.names(tx, workspace).forEach(it -> names.add(Practice.key(it)));
                    int known =
                        (int)
                            lines.stream()
                                .filter(it -> names.contains(Practice.key(it.name())))
                                .count();
                    return Outcome.done(new Count(initiative, lines.size() - known, known));
                  },
                  Outcome::not);
        });
  }

  private Outcome<Initiative> allowed(Tx tx, WorkspaceId workspace, Person by, UUID initiative) {
    var standing = initiatives.standing(tx, workspace, by.id(), initiative);
    return standing.may(Deed.ENGAGE_PRACTICES)
        ? Outcome.done(standing.initiative().orElseThrow())
        : Outcome.not(Refusal.notMember(standing.lead()));
  }

  /**
   * Takes the lines over, some hundreds in each transaction.
   *
   * @param progress hears after each how many are done
   */
  public Outcome<Count> apply(
      WorkspaceId workspace, Person by, UUID initiative, List<Line> lines, IntConsumer progress) {
    int fresh = 0;
    Optional<Initiative> into = Optional.empty();
    for (int from = 0; from < lines.size() || into.isEmpty(); from += BATCH) {
      List<Line> batch = lines.subList(from, Math.min(lines.size(), from + BATCH));
      Instant now = clock.instant();
      Outcome<Count> done =
          database.inTransaction(
              tx ->
                  allowed(tx, workspace, by, initiative)
                      .either(it -> Outcome.done(apply(tx, by, it, batch, now)), Outcome::not));
      if (!(done instanceof Outcome.Done<Count> part)) {
        return done;
      }
      fresh += part.result().fresh();
      into = Optional.of(part.result().initiative());
      progress.accept(Math.min(lines.size(), from + BATCH));
    }
    return Outcome.done(new Count(into.orElseThrow(), fresh, lines.size() - fresh));
  }

  private Count apply(Tx tx, Person by, Initiative initiative, List<Line> lines, Instant now) {
    WorkspaceId workspace = initiative.workspace();
    int fresh = 0;
    for (Line line : lines) {
      Optional<Practice> known = PracticeStore.named(tx, workspace, line.name());
      if (known.isEmpty()) {
        fresh++;
      } else {
        fill(tx, known.get(), line);
      }
      Practice practice =
          known.orElseGet(
              () ->
                  practices.create(
                      tx,
                      by,
                      workspace,
                      Practice.clean(line.name()),
                      filled(Practice.Details.NONE, line),
                      now));
      practices.engaged(tx, initiative, practice, by.id(), now);
    }
    return new Count(initiative, fresh, lines.size() - fresh);
  }

  private static void fill(Tx tx, Practice practice, Line line) {
    Practice.Details filled = filled(practice.details(), line);
    if (!filled.equals(practice.details())) {
      PracticeStore.change(tx, practice.workspace(), practice.id(), filled);
    }
  }

  /** What is known stays; what is not is taken from the list. */
  private static Practice.Details filled(Practice.Details known, Line line) {
    return new Practice.Details(
        known.size() == null ? line.size() : known.size(),
        filled(known.recordSystem(), line, Column.RECORD_SYSTEM),
        filled(known.region(), line, Column.REGION),
        filled(known.ownership(), line, Column.OWNERSHIP),
        filled(known.programmes(), line, Column.PROGRAMMES),
        filled(known.rhythm(), line, Column.RHYTHM),
        filled(known.networks(), line, Column.NETWORKS));
  }

  private static String filled(String known, Line line, Column column) {
    return known.isEmpty() ? line.text(column) : known;
  }
}
