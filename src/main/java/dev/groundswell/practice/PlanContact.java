package dev.groundswell.practice;

import dev.groundswell.db.Tx;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.practice.checkin.Agenda;
import dev.groundswell.practice.checkin.Demand;
import dev.groundswell.practice.checkin.Start;
import dev.groundswell.practice.readiness.Corner;
import dev.groundswell.practice.readiness.Trajectory;
import dev.groundswell.reminder.Nag;
import dev.groundswell.reminder.NewReminder;
import dev.groundswell.reminder.Reminders;
import dev.groundswell.reminder.WorkingTime;
import dev.groundswell.vault.Vault;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Sees to it that there is a reminder for the next contact exactly when there should be one. */
final class PlanContact {
  private static final int TOUCHES = 8;

  /** What nobody did anything about comes again after two weeks, then to the lead. */
  private static final int WORKING_DAYS_BETWEEN = 10;

  private static final int TIMES = 2;

  private final Initiatives initiatives;
  private final Reminders reminders;
  private final Vault vault;

  PlanContact(Initiatives initiatives, Reminders reminders, Vault vault) {
    this.initiatives = initiatives;
    this.reminders = reminders;
    this.vault = vault;
  }

  /** When a contact is possible. */
  Agenda agenda(Tx tx, Engagement engagement) {
    return agenda(
        initiative(tx, engagement),
        DemandStore.of(tx, engagement.workspace(), engagement.practice()));
  }

  private Initiative initiative(Tx tx, Engagement engagement) {
    return initiatives
        .find(tx, engagement.workspace(), engagement.initiative())
        .orElseThrow(() -> new IllegalStateException("an engagement without an initiative"));
  }

  /** On which days an initiative is in touch, beside what else has a practice's attention. */
  static Agenda agenda(Initiative initiative, List<Demand> demands) {
    return new Agenda(
        initiative.zone(),
        new WorkingTime(
            WorkingTime.USUAL.from(), WorkingTime.USUAL.until(), initiative.workingDays()),
        initiative.holidays(),
        demands);
  }

  /** Keeps what has changed, and moves the reminder where it now belongs. */
  Engagement save(Tx tx, Engagement before, Engagement after, Instant now) {
    Agenda agenda = agenda(tx, after);
    LocalDate today = now.atZone(agenda.zone()).toLocalDate();
    Instant planned = before.checkInAt();
    boolean cameAlready =
        planned != null
            && !planned.isAfter(now)
            && before.course().dueOn().isPresent()
            && after.course().dueOn().filter(it -> !it.isAfter(today)).isPresent()
            && agenda.demand(today).isEmpty();
    if (cameAlready) {
      // It waits for its owner; who did nothing yet is not told the same again.
      EngagementStore.save(tx, after.at(planned));
      return after.at(planned);
    }
    Optional<Instant> next = after.course().nextCheckIn(agenda, now);
    Engagement saved = after.at(next.orElse(null));
    EngagementStore.save(tx, saved);
    if (next.map(it -> !it.equals(planned)).orElse(planned != null)) {
      // What was not answered ends with what takes its place.
      reminders.finish(tx, saved.workspace(), CheckIns.CHECK_IN, saved.id());
      next.ifPresent(at -> plan(tx, saved, at));
    }
    return saved;
  }

  private void plan(Tx tx, Engagement engagement, Instant at) {
    reminders.plan(
        tx,
        NewReminder.of(
                engagement.workspace(), CheckIns.CHECK_IN, engagement.id(), engagement.owner(), at)
            .about(engagement.initiative())
            .nagging(Nag.every(WORKING_DAYS_BETWEEN).times(TIMES)));
    if (initiative(tx, engagement).isArchived()) {
      // Others are in touch with the practice meanwhile; it comes once this one is brought back.
      reminders.rest(tx, engagement.workspace(), engagement.initiative());
    }
  }

  /** Lets a check-in come again that nobody did anything about. */
  void comeBack(Tx tx, Engagement engagement, Instant now) {
    // Without its time it is planned as if it had not come yet.
    save(tx, engagement.at(null), engagement.at(null), now);
  }

  /** Looks anew at all that initiatives have with a practice, since something about it changed. */
  void again(Tx tx, WorkspaceId workspace, UUID practice, Instant now) {
    for (Engagement each : EngagementStore.with(tx, workspace, practice)) {
      save(tx, each, each, now);
    }
  }

  Card card(Tx tx, Found found, Instant now) {
    Practice practice = found.practice();
    WorkspaceId workspace = practice.workspace();
    LocalDate today = now.atZone(found.initiative().zone()).toLocalDate();
    Trajectory trajectory = new Trajectory(AssessmentStore.of(tx, workspace, practice.id()));
    List<Demand> demands = DemandStore.of(tx, workspace, practice.id());
    return new Card(
        practice,
        found.engagement(),
        found.initiative(),
        trajectory,
        AssessmentStore.named(tx, workspace, practice.id()),
        demands.stream().filter(it -> !it.lastDay().isBefore(today)).toList(),
        TouchStore.of(tx, workspace, practice.id(), TOUCHES),
        StageStore.of(tx, workspace, found.engagement().id()),
        ContactPersonStore.of(tx, vault, workspace, practice.id()),
        OverrideStore.lifted(tx, found).orElse(null),
        Start.propose(
                found.engagement().course(),
                seen(trajectory, today),
                agenda(found.initiative(), demands),
                today)
            .orElse(null),
        today);
  }

  private static Start.Seen seen(Trajectory trajectory, LocalDate today) {
    return Optional.of(trajectory)
        .filter(it -> !it.isStale(today))
        .flatMap(it -> it.readiness().corner())
        .map(it -> it == Corner.WILLING_AND_STABLE ? Start.Seen.READY : Start.Seen.NOT_YET)
        .orElse(Start.Seen.UNKNOWN);
  }
}
