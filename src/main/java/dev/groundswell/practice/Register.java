package dev.groundswell.practice;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.initiative.Deed;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.initiative.Standing;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.people.Person;
import dev.groundswell.practice.Refusal.Field;
import dev.groundswell.practice.Refusal.Why;
import dev.groundswell.practice.checkin.Course;
import dev.groundswell.practice.checkin.Plan;
import dev.groundswell.practice.readiness.Trajectory;
import dev.groundswell.reminder.Reminders;
import dev.groundswell.reminder.Subject;
import dev.groundswell.vault.Vault;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Puts the register in order: a new name, one practice that stands there twice, a new owner. */
public final class Register {
  private final Database database;
  private final Initiatives initiatives;
  private final Reminders reminders;
  private final Clock clock;
  private final PlanContact planContact;

  public Register(
      Database database, Initiatives initiatives, Reminders reminders, Vault vault, Clock clock) {
    this.database = database;
    this.initiatives = initiatives;
    this.reminders = reminders;
    this.clock = clock;
    this.planContact = new PlanContact(initiatives, reminders, vault);
    reminders.whenHandedOver(CheckIns.CHECK_IN, this::isTakenOver);
    reminders.whoKnows(CheckIns.CHECK_IN, this::subject);
  }

  private Optional<Subject> subject(Tx tx, WorkspaceId workspace, UserId viewer, UUID engagement) {
    return EngagementStore.find(tx, workspace, engagement)
        .filter(
            it ->
                initiatives
                    .standing(tx, workspace, viewer, it.initiative())
                    .may(Deed.SEE_PRACTICES, it.owner()))
        .flatMap(it -> PracticeStore.find(tx, workspace, it.practice()))
        .map(it -> Subject.named(it.name()));
  }

  /** Who takes over the reminder of a check-in looks after the practice from then on. */
  private boolean isTakenOver(Tx tx, WorkspaceId workspace, UUID engagement, UserId to) {
    Optional<Engagement> there = EngagementStore.find(tx, workspace, engagement);
    boolean may =
        there.isPresent()
            && initiatives
                .standing(tx, workspace, to, there.get().initiative())
                .may(Deed.ENGAGE_PRACTICES);
    if (may) {
      EngagementStore.save(tx, there.get().of(to));
    }
    return may;
  }

  /** Gives a practice another name; it is still found by the old one. */
  public Outcome<Card> rename(UserId by, WorkspaceId workspace, UUID engagement, String typed) {
    String name = Practice.clean(typed);
    Optional<Refusal> flaw = Refusal.flawOrBlank(Field.NAME, name, Practice.LONGEST_NAME);
    if (flaw.isPresent()) {
      return Outcome.not(flaw.get());
    }
    Instant now = clock.instant();
    return database.inTransaction(
        tx ->
            with(
                tx,
                workspace,
                by,
                engagement,
                found -> {
                  Optional<Practice> namesake = PracticeStore.named(tx, workspace, name);
                  if (namesake.filter(it -> !it.id().equals(found.practice().id())).isPresent()) {
                    return Outcome.not(Refusal.of(Why.EXISTS, Field.NAME).about(name));
                  }
                  if (!name.equals(found.practice().name())) {
                    PracticeStore.rename(tx, found.practice(), name);
                  }
                  return Outcome.done(card(tx, found, now));
                }));
  }

  private <T> Outcome<T> with(
      Tx tx,
      WorkspaceId workspace,
      UserId by,
      UUID engagement,
      java.util.function.Function<Found, Outcome<T>> then) {
    return Found.with(tx, initiatives, workspace, by, engagement, Deed.ENGAGE_PRACTICES, then);
  }

  private Card card(Tx tx, Found found, Instant now) {
    WorkspaceId workspace = found.practice().workspace();
    Engagement engagement =
        EngagementStore.find(tx, workspace, found.engagement().id()).orElseThrow();
    return planContact.card(
        tx,
        new Found(
            PracticeStore.find(tx, workspace, engagement.practice()).orElseThrow(),
            engagement,
            found.initiative()),
        now);
  }

  /**
   * This practice is the same as another one: everything that is known of it is known of the other
   * from now on. No plan is lost, and a wish to be left alone counts for both.
   *
   * @param other the name of the one that stays
   */
  public Outcome<Card> merge(Person by, WorkspaceId workspace, UUID engagement, String other) {
    Instant now = clock.instant();
    return database.inTransaction(
        tx ->
            with(
                tx,
                workspace,
                by.id(),
                engagement,
                found -> {
                  Optional<Practice> named = PracticeStore.named(tx, workspace, other);
                  if (named.isEmpty()) {
                    return Outcome.not(
                        Refusal.of(Why.UNKNOWN_PRACTICE, Field.IDEA).about(other.strip()));
                  }
                  Practice into = named.get();
                  if (into.id().equals(found.practice().id())) {
                    return Outcome.not(Refusal.of(Why.SAME_PRACTICE, Field.IDEA));
                  }
                  if (found.practice().isLeftAlone()) {
                    PracticeStore.leaveAlone(tx, workspace, into.id(), by.id(), now);
                  }
                  for (Engagement each :
                      EngagementStore.with(tx, workspace, found.practice().id())) {
                    merge(tx, each, into, now);
                  }
                  PracticeStore.merge(tx, found.practice(), into);
                  rateAnew(tx, workspace, into.id());
                  planContact.again(tx, workspace, into.id(), now);
                  Engagement stays =
                      EngagementStore.between(tx, workspace, found.initiative().id(), into.id())
                          .orElseThrow();
                  return Outcome.done(card(tx, new Found(into, stays, found.initiative()), now));
                }));
  }

  private void merge(Tx tx, Engagement gone, Practice into, Instant now) {
    WorkspaceId workspace = gone.workspace();
    Optional<Engagement> there =
        EngagementStore.between(tx, workspace, gone.initiative(), into.id());
    if (there.isEmpty()) {
      EngagementStore.moveTo(tx, workspace, gone.id(), into.id());
      return;
    }
    Engagement stays = there.get();
    Course course = stays.course();
    Plan plan = gone.course().plan();
    if (course.plan() == null && plan != null) {
      course = course.notNow(plan);
    }
    if (gone.course().lastTouchOn() != null) {
      course = course.touched(gone.course().lastTouchOn());
    }
    reminders.finish(tx, workspace, CheckIns.CHECK_IN, gone.id());
    StageStore.moveTo(tx, workspace, gone.id(), stays.id());
    EngagementStore.remove(tx, workspace, gone.id());
    planContact.save(tx, stays, stays.with(course), now);
  }

  private static void rateAnew(Tx tx, WorkspaceId workspace, UUID practice) {
    Trajectory trajectory = new Trajectory(AssessmentStore.of(tx, workspace, practice));
    for (Engagement each : EngagementStore.with(tx, workspace, practice)) {
      EngagementStore.save(
          tx, each.rated(trajectory.readiness(), trajectory.seenOn().orElse(null)));
    }
  }

  /** Somebody else looks after the practice from now on, and is reminded. */
  public Outcome<Card> handOver(UserId by, WorkspaceId workspace, UUID engagement, UserId to) {
    Instant now = clock.instant();
    return database.inTransaction(
        tx ->
            with(
                tx,
                workspace,
                by,
                engagement,
                found -> {
                  Standing standing =
                      initiatives.standing(tx, workspace, to, found.initiative().id());
                  if (!standing.may(Deed.ENGAGE_PRACTICES)) {
                    return Outcome.not(Refusal.of(Why.CANNOT_TAKE_PART, Field.PERSON));
                  }
                  Engagement before = found.engagement();
                  reminders.finish(tx, workspace, CheckIns.CHECK_IN, before.id());
                  // Without a time the new owner's reminder is planned as if it were the first.
                  planContact.save(tx, before.at(null), before.at(null).of(to), now);
                  return Outcome.done(card(tx, found, now));
                }));
  }
}
