package dev.groundswell.practice;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.initiative.Deed;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.kernel.Ids;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.people.Person;
import dev.groundswell.practice.Refusal.Field;
import dev.groundswell.practice.imports.PracticeList.Column;
import dev.groundswell.practice.imports.PracticeList.Line;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/** Takes over lists of practices; the same list again adds nothing twice. */
public final class Imports {
  private static final int BATCH = 250;

  private final Database database;
  private final Initiatives initiatives;
  private final BeginWork beginWork;
  private final Clock clock;

  public Imports(Database database, Initiatives initiatives, Ids ids, Clock clock) {
    this.database = database;
    this.initiatives = initiatives;
    this.beginWork = new BeginWork(ids);
    this.clock = clock;
  }

  /** How many practices of a list are new, and how many are known already. */
  public record Count(Initiative initiative, int fresh, int known) {}

  /** What would happen, without doing it. */
  public Outcome<Count> preview(WorkspaceId workspace, Person by, Meant meant, List<Line> lines) {
    return database.inTransaction(
        tx ->
            meant.with(
                tx,
                initiatives,
                workspace,
                by.id(),
                Deed.ENGAGE_PRACTICES,
                Field.FILE,
                initiative -> {
                  int known = known(tx, workspace, lines);
                  return Outcome.done(new Count(initiative, lines.size() - known, known));
                }));
  }

  /** How many are known, by their name or by one that they had before. */
  private static int known(Tx tx, WorkspaceId workspace, List<Line> lines) {
    int known = 0;
    for (int from = 0; from < lines.size(); from += BATCH) {
      List<String> keys =
          lines.subList(from, Math.min(lines.size(), from + BATCH)).stream()
              .map(it -> Practice.key(it.name()))
              .toList();
      Set<String> there = PracticeStore.named(tx, workspace, Set.copyOf(keys)).keySet();
      known += (int) keys.stream().filter(there::contains).count();
    }
    return known;
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
    Set<String> keys =
        lines.stream().map(it -> Practice.key(it.name())).collect(Collectors.toSet());
    Map<String, Practice> known = PracticeStore.named(tx, workspace, keys);
    Set<UUID> engaged =
        EngagementStore.engaged(
            tx, workspace, initiative.id(), known.values().stream().map(Practice::id).toList());
    Map<String, Practice> fresh = new LinkedHashMap<>();
    for (Line line : lines) {
      String key = Practice.key(line.name());
      Practice there = known.get(key);
      if (there == null) {
        fresh.computeIfAbsent(
            key,
            it ->
                beginWork.fresh(
                    workspace, Practice.clean(line.name()), filled(Practice.Details.NONE, line)));
      } else {
        fill(tx, there, line);
        if (!engaged.contains(there.id())) {
          beginWork.with(tx, initiative, there, by.id(), now);
        }
      }
    }
    PracticeStore.add(tx, List.copyOf(fresh.values()), by.id(), now);
    EngagementStore.add(
        tx,
        fresh.values().stream().map(it -> beginWork.first(initiative, it, by.id(), now)).toList());
    return new Count(initiative, fresh.size(), lines.size() - fresh.size());
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
