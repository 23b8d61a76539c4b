package dev.groundswell.practice;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.practice.readiness.Assessment;
import dev.groundswell.practice.readiness.Component;
import dev.groundswell.practice.readiness.NamedScores;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** The rows of {@code assessment}. */
final class AssessmentStore {
  private static final RowMapper<Assessment> ROW =
      (row, context) -> {
        OffsetDateTime told = row.getObject("told_at", OffsetDateTime.class);
        return new Assessment(
            new WorkspaceId(row.getString("workspace_id")),
            row.getObject("id", UUID.class),
            row.getObject("practice_id", UUID.class),
            row.getObject("initiative_id", UUID.class),
            row.getString("purpose"),
            ratings(row.getString("ratings")),
            row.getString("note"),
            new UserId(row.getString("rater_id")),
            row.getObject("rated_on", LocalDate.class),
            row.getString("why_again"),
            row.getString("outcome"),
            told == null ? null : told.toInstant(),
            named(row.getString("instrument"), row.getString("scores"), row.getString("citation")));
      };

  private AssessmentStore() {}

  private static @Nullable NamedScores named(String instrument, String scores, String citation) {
    return !instrument.isEmpty() && NamedScores.read(scores) instanceof NamedScores.Read.Scores read
        ? new NamedScores(instrument, read.scores(), citation)
        : null;
  }

  private static Map<Component, Integer> ratings(String text) {
    Map<Component, Integer> ratings = new EnumMap<>(Component.class);
    for (String each : text.isEmpty() ? new String[0] : text.split(",")) {
      int equals = each.indexOf('=');
      ratings.put(
          Component.valueOf(each.substring(0, equals)),
          Integer.valueOf(each.substring(equals + 1)));
    }
    return ratings;
  }

  static void add(Tx tx, Assessment assessment, String requestKey, Instant now) {
    NamedScores named = assessment.named();
    tx.update(
            """
            insert into assessment (workspace_id, id, practice_id, initiative_id, purpose, ratings,
              note, rater_id, rated_on, rated_at, why_again, outcome, instrument, scores,
              citation, request_key)
            values (:workspace, :id, :practice, :initiative, :purpose, :ratings, :note, :rater,
              :ratedOn, :now, :whyAgain, '', :instrument, :scores, :citation, :requestKey)
            """)
        .bind("workspace", assessment.workspace())
        .bind("id", assessment.id())
        .bind("practice", assessment.practice())
        .bind("initiative", assessment.initiative())
        .bind("purpose", assessment.purpose())
        .bind(
            "ratings",
            assessment.ratings().entrySet().stream()
                .map(it -> it.getKey().name() + "=" + it.getValue())
                .collect(Collectors.joining(",")))
        .bind("note", assessment.note())
        .bind("rater", assessment.rater())
        .bind("ratedOn", assessment.ratedOn())
        .bind("now", now)
        .bind("whyAgain", assessment.whyAgain())
        .bind("instrument", named == null ? "" : named.instrument())
        .bind("scores", named == null ? "" : named.lines())
        .bind("citation", named == null ? "" : named.citation())
        .bind("requestKey", requestKey)
        .execute();
  }

  static Optional<Assessment> byRequest(Tx tx, WorkspaceId workspace, String requestKey) {
    return tx.query(
            "select * from assessment where workspace_id = :workspace and request_key = :key")
        .bind("workspace", workspace)
        .bind("key", requestKey)
        .map(ROW)
        .findOne();
  }

  static Optional<Assessment> find(Tx tx, WorkspaceId workspace, UUID id) {
    return tx.query("select * from assessment where workspace_id = :workspace and id = :id")
        .bind("workspace", workspace)
        .bind("id", id)
        .map(ROW)
        .findOne();
  }

  /** Those on the two scales, the earliest first. */
  static List<Assessment> of(Tx tx, WorkspaceId workspace, UUID practice) {
    return all(tx, workspace, practice).stream().filter(it -> it.named() == null).toList();
  }

  /** Those by other instruments, the earliest first. */
  static List<Assessment> named(Tx tx, WorkspaceId workspace, UUID practice) {
    return all(tx, workspace, practice).stream().filter(it -> it.named() != null).toList();
  }

  /** All of them, the earliest first. */
  static List<Assessment> all(Tx tx, WorkspaceId workspace, UUID practice) {
    return tx.query(
            """
            select * from assessment where workspace_id = :workspace and practice_id = :practice
            order by rated_on, id
            """)
        .bind("workspace", workspace)
        .bind("practice", practice)
        .map(ROW)
        .list();
  }

  static void served(Tx tx, WorkspaceId workspace, UUID id, String outcome) {
    tx.update(
            """
            update assessment set outcome = :outcome where workspace_id = :workspace and id = :id
            """)
        .bind("outcome", outcome)
        .bind("workspace", workspace)
        .bind("id", id)
        .execute();
  }

  static void told(Tx tx, WorkspaceId workspace, UUID id, Instant now) {
    tx.update(
            """
            update assessment set told_at = :now
            where workspace_id = :workspace and id = :id and told_at is null
            """)
        .bind("now", now)
        .bind("workspace", workspace)
        .bind("id", id)
        .execute();
  }
}
