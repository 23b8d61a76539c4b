package dev.groundswell.practice;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.feedback.CsvSheet;
import dev.groundswell.initiative.Deed;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.initiative.Standing;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.practice.Refusal.Field;
import dev.groundswell.practice.Refusal.Why;
import dev.groundswell.practice.readiness.Trajectory;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The practices of an initiative as a file, in the order of the list; without any person. */
public final class Exports {
  private final Database database;
  private final Initiatives initiatives;
  private final Clock clock;

  public Exports(Database database, Initiatives initiatives, Clock clock) {
    this.database = database;
    this.initiatives = initiatives;
    this.clock = clock;
  }

  /**
   * What was exported.
   *
   * @param rows the head first
   */
  public record Sheet(Initiative initiative, LocalDate today, List<List<String>> rows) {
    public Sheet {
      rows = List.copyOf(rows);
    }

    /** As a spreadsheet opens it; what it would take for a formula stays text. */
    public byte[] csv() {
      return CsvSheet.of(rows);
    }
  }

  /**
   * The whole list.
   *
   * @param head the names of the columns: what the import reads, then stage, since when, both
   *     scores, their day, the next contact, and whether it is to be left alone
   * @param yes how it is said that a practice is to be left alone
   */
  public Outcome<Sheet> csv(
      WorkspaceId workspace, UserId by, UUID initiative, List<String> head, String yes) {
    Instant now = clock.instant();
    return database.inTransaction(
        tx -> {
          Standing standing = initiatives.standing(tx, workspace, by, initiative);
          if (standing.initiative().isEmpty()
              || !standing.may(Deed.SEE_PRACTICES)
              || !standing.may(Deed.EXPORT)) {
            return Outcome.not(Refusal.notMember(standing.lead()));
          }
          Initiative found = standing.initiative().get();
          LocalDate today = now.atZone(found.zone()).toLocalDate();
          List<List<String>> rows = rows(tx, found, today, yes);
          if (rows.isEmpty()) {
            return Outcome.not(Refusal.of(Why.NOTHING_TO_EXPORT, Field.FILE));
          }
          rows.add(0, head);
          return Outcome.done(new Sheet(found, today, rows));
        });
  }

  private static List<List<String>> rows(
      Tx tx, Initiative initiative, LocalDate today, String yes) {
    Map<UUID, Practice> practices =
        PracticeStore.of(tx, initiative.workspace(), initiative.id()).stream()
            .collect(Collectors.toMap(Practice::id, Function.identity()));
    List<List<String>> rows = new ArrayList<>();
    for (Listed line :
        EngagementStore.page(
            tx,
            initiative.workspace(),
            initiative.id(),
            today.minusDays(Trajectory.REPEAT_DAYS),
            0,
            Integer.MAX_VALUE)) {
      Practice practice = practices.get(line.engagement().practice());
      if (practice != null) {
        rows.add(row(practice, line.engagement(), initiative.zone(), yes));
      }
    }
    return rows;
  }

  private static List<String> row(
      Practice practice, Engagement engagement, ZoneId zone, String yes) {
    Practice.Details known = practice.details();
    Instant next = engagement.checkInAt();
    return List.of(
        practice.name(),
        text(known.size()),
        known.region(),
        known.recordSystem(),
        known.ownership(),
        known.programmes(),
        known.rhythm(),
        known.networks(),
        engagement.course().stage().id(),
        engagement.stageSince().toString(),
        text(engagement.readiness().willingness()),
        text(engagement.readiness().stability()),
        text(engagement.ratedOn()),
        next == null || practice.isLeftAlone() ? "" : next.atZone(zone).toLocalDate().toString(),
        practice.isLeftAlone() ? yes : "");
  }

  private static String text(@Nullable Object value) {
    return Objects.toString(value, "");
  }
}
