package dev.groundswell.practice;

import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.practice.checkin.Course;
import dev.groundswell.practice.readiness.Readiness;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one initiative has with one practice.
 *
 * @param owner the facilitator who looks after it, and is reminded
 * @param stageSince since when it is in its stage
 * @param readiness each scale as it was last seen
 * @param ratedOn the day of that, the earlier one where the scales were seen on two; or null
 * @param planWhy what the practice said when it said "not now", or empty
 * @param checkInAt when the owner hears of the next contact, or null
 */
public record Engagement(
    WorkspaceId workspace,
    UUID id,
    UUID practice,
    UUID initiative,
    UserId owner,
    Course course,
    LocalDate stageSince,
    Readiness readiness,
    @Nullable LocalDate ratedOn,
    String planWhy,
    @Nullable Instant checkInAt,
    LocalDate beganOn) {

  Engagement with(Course next) {
    return new Engagement(
        workspace,
        id,
        practice,
        initiative,
        owner,
        next,
        stageSince,
        readiness,
        ratedOn,
        planWhy,
        checkInAt,
        beganOn);
  }

  Engagement at(@Nullable Instant next) {
    return new Engagement(
        workspace,
        id,
        practice,
        initiative,
        owner,
        course,
        stageSince,
        readiness,
        ratedOn,
        planWhy,
        next,
        beganOn);
  }

  Engagement because(String why) {
    return new Engagement(
        workspace,
        id,
        practice,
        initiative,
        owner,
        course,
        stageSince,
        readiness,
        ratedOn,
        why,
        checkInAt,
        beganOn);
  }

  Engagement inStageSince(LocalDate day) {
    return new Engagement(
        workspace,
        id,
        practice,
        initiative,
        owner,
        course,
        day,
        readiness,
        ratedOn,
        planWhy,
        checkInAt,
        beganOn);
  }

  Engagement of(UserId newOwner) {
    return new Engagement(
        workspace,
        id,
        practice,
        initiative,
        newOwner,
        course,
        stageSince,
        readiness,
        ratedOn,
        planWhy,
        checkInAt,
        beganOn);
  }

  Engagement rated(Readiness latest, @Nullable LocalDate on) {
    return new Engagement(
        workspace,
        id,
        practice,
        initiative,
        owner,
        course,
        stageSince,
        latest,
        on,
        planWhy,
        checkInAt,
        beganOn);
  }
}
