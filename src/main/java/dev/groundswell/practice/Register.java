package dev.groundswell.practice;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.initiative.Deed;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.initiative.Standing;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.people.Person;
import dev.groundswell.practice.Refusal.Field;
import dev.groundswell.practice.Refusal.Why;
import dev.groundswell.practice.checkin.Plan;
import dev.groundswell.practice.readiness.Trajectory;
import dev.groundswell.reminder.Reminders;
import dev.groundswell.reminder.Subject;
import dev.groundswell.vault.Vault;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

  /**
   * All that puts one practice in order, or nothing of it where any part is refused.
   *
   * @param typed its name from now on
   * @param owner who looks after it from now on, or null for whoever does
   * @param same the name of the one that it is the same as, or empty
   */
  public Outcome<Card> settle(
      Person by,
      WorkspaceId workspace,
      UUID engagement,
      String typed,
      @Nullable UserId owner,
      String same) {
    Instant now = clock.instant();
    return database.inTransaction(
        tx ->
            with(
                tx,
                workspace,
                by.id(),
                engagement,
                found -> {
                  UserId to = owner == null ? found.engagement().owner() : owner;
                  boolean handsOver = !to.equals(found.engagement().owner());
                  // Everything is asked before anything is done: a refusal leaves all as it was.
                  Optional<Refusal> refusal =
                      notRenamed(tx, found, typed)
                          .or(() -> handsOver ? notHandedOver(tx, found, to) : Optional.empty())
                          .or(
                              () ->
                                  same.isBlank()
                                      ? Optional.empty()
                                      : notMerged(tx, found, by.id(), same));
                  if (refusal.isPresent()) {
                    return Outcome.not(refusal.get());
                  }
                  Found after = rename(tx, found, typed);
                  if (!same.isBlank()) {
                    after = merge(tx, after, by.id(), same, now);
                  }
                  if (handsOver) {
                    handOver(tx, after, to, now);
                  }
                  return Outcome.done(card(tx, after, now));
                }));
  }

  private static Optional<Refusal> notRenamed(Tx tx, Found found, String typed) {
    String name = Practice.clean(typed);
    return Refusal.flawOrBlank(Field.NAME, name, Practice.LONGEST_NAME)
        .or(
            () ->
                PracticeStore.named(tx, found.practice().workspace(), name)
                    .filter(it -> !it.id().equals(found.practice().id()))
                    .map(it -> Refusal.of(Why.EXISTS, Field.NAME).about(name)));
  }

  /** It is still found by the old name. */
  private static Found rename(Tx tx, Found found, String typed) {
    String name = Practice.clean(typed);
    Practice practice = found.practice();
    if (name.equals(practice.name())) {
      return found;
    }
    PracticeStore.rename(tx, practice, name);
    return new Found(
        PracticeStore.find(tx, practice.workspace(), practice.id()).orElseThrow(),
        found.engagement(),
        found.initiative());
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

  private Optional<Refusal> notMerged(Tx tx, Found found, UserId by, String other) {
    WorkspaceId workspace = found.practice().workspace();
    Optional<Practice> into = PracticeStore.named(tx, workspace, other);
    if (into.isEmpty()) {
      List<String> names = new ArrayList<>(PracticeStore.names(tx, workspace));
      names.remove(found.practice().name());
      return Optional.of(
          Refusal.of(Why.UNKNOWN_PRACTICE, Field.IDEA)
              .about(String.join(" / ", NearestNames.to(other, names))));
    }
    if (into.get().id().equals(found.practice().id())) {
      return Optional.of(Refusal.of(Why.SAME_PRACTICE, Field.IDEA));
    }
    return Stream.of(found.practice(), into.get())
        .flatMap(it -> EngagementStore.with(tx, workspace, it.id()).stream())
        .flatMap(it -> whomToAsk(tx, it, by).stream())
        .findFirst()
        .map(Refusal::concernsOthers);
  }

  /**
   * Who leads the initiative, if this person may not change what it has with a practice. Nobody may
   * in one that rests, so there it is enough that they could before.
   */
  private Optional<UserId> whomToAsk(Tx tx, Engagement engagement, UserId by) {
    Standing standing =
        initiatives.standing(tx, engagement.workspace(), by, engagement.initiative());
    Deed deed =
        standing.initiative().map(Initiative::isArchived).orElse(false)
            ? Deed.SEE_PRACTICES
            : Deed.ENGAGE_PRACTICES;
    return standing.may(deed, engagement.owner()) ? Optional.empty() : standing.lead();
  }

  /**
   * Everything that is known of this practice is known of the other from now on. No plan is lost,
   * and a wish to be left alone counts for both.
   */
  private Found merge(Tx tx, Found found, UserId by, String other, Instant now) {
    WorkspaceId workspace = found.practice().workspace();
    Practice into = PracticeStore.named(tx, workspace, other).orElseThrow();
    if (found.practice().isLeftAlone()) {
      PracticeStore.leaveAlone(tx, workspace, into.id(), by, now);
    }
    for (Engagement each : EngagementStore.with(tx, workspace, found.practice().id())) {
      merge(tx, each, into);
    }
    PracticeStore.merge(tx, found.practice(), into);
    rateAnew(tx, workspace, into.id());
    planAnew(tx, workspace, into.id(), now);
    return new Found(
        into,
        EngagementStore.between(tx, workspace, found.initiative().id(), into.id()).orElseThrow(),
        found.initiative());
  }

  private void merge(Tx tx, Engagement gone, Practice into) {
    WorkspaceId workspace = gone.workspace();
    Optional<Engagement> there =
        EngagementStore.between(tx, workspace, gone.initiative(), into.id());
    if (there.isEmpty()) {
      EngagementStore.moveTo(tx, workspace, gone.id(), into.id());
      return;
    }
    Engagement stays = there.get();
    Plan plan = gone.course().plan();
    if (stays.course().plan() == null && plan != null) {
      stays = stays.with(stays.course().notNow(plan)).because(gone.planWhy());
      EngagementStore.save(tx, stays);
    }
    reminders.finish(tx, workspace, CheckIns.CHECK_IN, gone.id());
    StageStore.moveTo(tx, workspace, gone.id(), stays.id());
    KickOffStore.moveTo(tx, workspace, gone.id(), stays.id());
    EngagementStore.remove(tx, workspace, gone.id());
  }

  /** Whoever was in touch with either was in touch with the one that stays, for everybody. */
  private void planAnew(Tx tx, WorkspaceId workspace, UUID practice, Instant now) {
    Optional<LocalDate> last = TouchStore.last(tx, workspace, practice);
    for (Engagement each : EngagementStore.with(tx, workspace, practice)) {
      planContact.save(
          tx, each, last.map(day -> each.with(each.course().touched(day))).orElse(each), now);
    }
  }

  private static void rateAnew(Tx tx, WorkspaceId workspace, UUID practice) {
    Trajectory trajectory = new Trajectory(AssessmentStore.of(tx, workspace, practice));
    for (Engagement each : EngagementStore.with(tx, workspace, practice)) {
      EngagementStore.save(
          tx, each.rated(trajectory.readiness(), trajectory.seenOn().orElse(null)));
    }
  }

  private Optional<Refusal> notHandedOver(Tx tx, Found found, UserId to) {
    return initiatives
            .standing(tx, found.practice().workspace(), to, found.initiative().id())
            .may(Deed.ENGAGE_PRACTICES)
        ? Optional.empty()
        : Optional.of(Refusal.of(Why.CANNOT_TAKE_PART, Field.PERSON));
  }

  /** Somebody else looks after the practice from now on, and is reminded. */
  private void handOver(Tx tx, Found found, UserId to, Instant now) {
    Engagement before = found.engagement();
    reminders.finish(tx, before.workspace(), CheckIns.CHECK_IN, before.id());
    // Without a time the new owner's reminder is planned as if it were the first.
    planContact.save(tx, before.at(null), before.at(null).of(to), now);
  }
}
