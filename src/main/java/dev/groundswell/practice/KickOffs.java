package dev.groundswell.practice;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.initiative.Deed;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.initiative.Standing;
import dev.groundswell.kernel.Ids;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.practice.Refusal.Field;
import dev.groundswell.practice.Refusal.Why;
import dev.groundswell.practice.checkin.Week;
import dev.groundswell.practice.readiness.Trajectory;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** From "they are ready" to work, and what a facilitator's week holds. */
public final class KickOffs {
  private static final int LONGEST_IDEA = 200;
  private static final double FEW_RESOURCES = 2.75;

  private final Database database;
  private final Initiatives initiatives;
  private final Ids ids;
  private final Clock clock;

  public KickOffs(Database database, Initiatives initiatives, Ids ids, Clock clock) {
    this.database = database;
    this.initiatives = initiatives;
    this.ids = ids;
    this.clock = clock;
  }

  /** Where the kick-off of a practice stands. */
  public Outcome<KickOff> find(UserId by, WorkspaceId workspace, UUID engagement) {
    return database.inTransaction(
        tx ->
            Found.with(
                tx,
                initiatives,
                workspace,
                by,
                engagement,
                Deed.SEE_PRACTICES,
                found -> Outcome.done(KickOffStore.find(tx, workspace, engagement))));
  }

  /**
   * Keeps where it stands.
   *
   * @param idea one more for an early win, or null
   */
  public Outcome<KickOff> save(
      UserId by,
      WorkspaceId workspace,
      UUID engagement,
      KickOff kickOff,
      KickOff.@Nullable Idea idea) {
    Optional<Refusal> flaw =
        Refusal.flaw(Field.VISION, kickOff.vision(), KickOff.LONGEST)
            .or(() -> Refusal.flaw(Field.GOAL, kickOff.goal(), KickOff.LONGEST))
            .or(() -> Refusal.flaw(Field.MEASURE, kickOff.measure(), KickOff.LONGEST))
            .or(() -> idea == null ? Optional.empty() : flaw(idea));
    if (flaw.isPresent()) {
      return Outcome.not(flaw.get());
    }
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
                  LocalDate today = clock.instant().atZone(found.initiative().zone()).toLocalDate();
                  KickOffStore.save(tx, workspace, engagement, kickOff, by, today);
                  if (idea != null) {
                    KickOffStore.addIdea(tx, workspace, engagement, ids.next(), idea, by);
                  }
                  return Outcome.done(KickOffStore.find(tx, workspace, engagement));
                }));
  }

  private static Optional<Refusal> flaw(KickOff.Idea idea) {
    return idea.weeks() < 1 || idea.weeks() > 52
        ? Optional.of(Refusal.of(Why.OUT_OF_RANGE, Field.WEEKS))
        : Refusal.flawOrBlank(Field.IDEA, idea.text(), LONGEST_IDEA);
  }

  /**
   * A facilitator's week, for somebody who may see it.
   *
   * @param maySeeOthers whoever reads it may see those of the others too
   */
  public record Shown(Week week, UUID initiative, UserId facilitator, boolean maySeeOthers) {}

  /** Whom this person should contact on which day of the coming week. */
  public Outcome<Shown> week(WorkspaceId workspace, UserId by, Meant meant) {
    return week(workspace, by, meant, by);
  }

  /** Whom somebody of the initiative should contact; that of others is for its lead alone. */
  public Outcome<Shown> week(WorkspaceId workspace, UserId by, Meant meant, UserId facilitator) {
    return database.inTransaction(
        tx ->
            meant.with(
                tx,
                initiatives,
                workspace,
                by,
                Deed.SEE_PRACTICES,
                Field.NAME,
                initiative -> {
                  Standing standing = initiatives.standing(tx, workspace, by, initiative.id());
                  boolean maySeeOthers = standing.may(Deed.SEE_WEEKS);
                  if (!facilitator.equals(by)) {
                    if (!maySeeOthers) {
                      return Outcome.not(Refusal.onlyLead(initiative.lead()));
                    }
                    if (!initiatives
                        .standing(tx, workspace, facilitator, initiative.id())
                        .isMember()) {
                      return Outcome.not(Refusal.noPart(facilitator));
                    }
                  }
                  return Outcome.done(
                      new Shown(
                          week(tx, initiative, facilitator),
                          initiative.id(),
                          facilitator,
                          maySeeOthers));
                }));
  }

  private Week week(Tx tx, Initiative initiative, UserId by) {
    WorkspaceId workspace = initiative.workspace();
    LocalDate today = clock.instant().atZone(initiative.zone()).toLocalDate();
    var cadence = StageStore.cadence(tx, workspace, initiative.id());
    List<Week.Stop> stops =
        EngagementStore.of(tx, workspace, initiative.id(), by).stream()
            .map(
                it -> {
                  var course = it.course();
                  var at = it.checkInAt();
                  Double stability = it.readiness().stability();
                  boolean atWork =
                      course.plan() == null
                          && !course.doNotContact()
                          && (course.stage().name().equals("ACTION")
                              || course.stage().name().equals("PREPARATION"));
                  LocalDate ratedOn = it.ratedOn();
                  LocalDate touchedOn = course.lastTouchOn();
                  return new Week.Stop(
                      PracticeStore.find(tx, workspace, it.practice()).orElseThrow().name(),
                      at == null ? null : at.atZone(initiative.zone()).toLocalDate(),
                      atWork,
                      touchedOn == null ? it.beganOn() : touchedOn,
                      ratedOn != null && Trajectory.isStale(ratedOn, today),
                      cadence.weeks(course.stage()),
                      stability != null && stability < FEW_RESOURCES);
                })
            .toList();
    return Week.of(stops, PlanContact.agenda(initiative, List.of()), today);
  }
}
