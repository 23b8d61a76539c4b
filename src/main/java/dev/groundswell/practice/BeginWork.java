package dev.groundswell.practice;

import dev.groundswell.db.Tx;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.kernel.Ids;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.knowledge.Stage;
import dev.groundswell.practice.checkin.Course;
import dev.groundswell.practice.readiness.Readiness;
import dev.groundswell.practice.readiness.Trajectory;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Adds practices, and begins what an initiative has with them. */
final class BeginWork {
  private final Ids ids;

  BeginWork(Ids ids) {
    this.ids = ids;
  }

  /** One that is not kept yet. */
  Practice fresh(WorkspaceId workspace, String name, Practice.Details details) {
    return new Practice(workspace, ids.next(), name, details, null, null);
  }

  Practice create(
      Tx tx, UserId by, WorkspaceId workspace, String name, Practice.Details details, Instant now) {
    Practice practice = fresh(workspace, name, details);
    PracticeStore.add(tx, practice, by, now);
    return practice;
  }

  /** What the initiative has with the practice, from now on if it had nothing. */
  Engagement with(Tx tx, Initiative initiative, Practice practice, UserId owner, Instant now) {
    WorkspaceId workspace = practice.workspace();
    return EngagementStore.between(tx, workspace, initiative.id(), practice.id())
        .orElseGet(
            () -> {
              Trajectory trajectory =
                  new Trajectory(AssessmentStore.of(tx, workspace, practice.id()));
              Engagement fresh =
                  engagement(
                      initiative,
                      practice,
                      owner,
                      now,
                      trajectory.readiness(),
                      trajectory.seenOn().orElse(null),
                      TouchStore.last(tx, workspace, practice.id()).orElse(null));
              EngagementStore.add(tx, fresh);
              return fresh;
            });
  }

  /** With one that nobody knew anything about; it is not kept yet. */
  Engagement first(Initiative initiative, Practice practice, UserId owner, Instant now) {
    return engagement(initiative, practice, owner, now, Readiness.UNKNOWN, null, null);
  }

  private Engagement engagement(
      Initiative initiative,
      Practice practice,
      UserId owner,
      Instant now,
      Readiness readiness,
      @Nullable LocalDate ratedOn,
      @Nullable LocalDate lastTouchOn) {
    LocalDate today = now.atZone(initiative.zone()).toLocalDate();
    return new Engagement(
        practice.workspace(),
        ids.next(),
        practice.id(),
        initiative.id(),
        owner,
        new Course(Stage.PRECONTEMPLATION, null, lastTouchOn, practice.isLeftAlone()),
        today,
        readiness,
        ratedOn,
        "",
        null,
        today);
  }
}
