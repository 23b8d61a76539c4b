package dev.groundswell.practice;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.initiative.Deed;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.kernel.Ids;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.knowledge.Stage;
import dev.groundswell.people.Person;
import dev.groundswell.practice.Refusal.Field;
import dev.groundswell.practice.Refusal.Why;
import dev.groundswell.practice.checkin.Cadence;
import dev.groundswell.practice.checkin.Course;
import dev.groundswell.practice.checkin.ItemKind;
import dev.groundswell.practice.checkin.Load;
import dev.groundswell.practice.checkin.Plan;
import dev.groundswell.reminder.Reminders;
import dev.groundswell.vault.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The contact with practices that are not ready: planned, made, moved and ended. */
public final class CheckIns {
  /** The kind of the reminder to be in touch; its subject is the engagement. */
  public static final String CHECK_IN = "practice.check-in";

  private static final int LONGEST_NOTE = 1000;

  /** By then its reminder has come three times, and the lead was told. */
  private static final Duration COMES_AGAIN = Duration.ofDays(56);

  /** One that was put off has come three times later, so it is quiet for a while first. */
  private static final Duration QUIET = Duration.ofDays(14);

  private static final int BATCH = 100;

  private final Database database;
  private final Initiatives initiatives;
  private final Ids ids;
  private final Clock clock;
  private final PlanContact planContact;

  public CheckIns(
      Database database,
      Initiatives initiatives,
      Reminders reminders,
      Vault vault,
      Ids ids,
      Clock clock) {
    this.database = database;
    this.initiatives = initiatives;
    this.ids = ids;
    this.clock = clock;
    this.planContact = new PlanContact(initiatives, reminders, vault);
    reminders.whenStopped(CHECK_IN, this::stopped);
  }

  /** Whoever stops a check-in wants no more of this plan. */
  private void stopped(Tx tx, WorkspaceId workspace, UUID engagement) {
    EngagementStore.find(tx, workspace, engagement)
        .ifPresent(it -> planContact.save(tx, it, it.with(it.course().stopped()), clock.instant()));
  }

  private Outcome<Card> deed(
      WorkspaceId workspace, UserId by, UUID engagement, Function<Deeds, Outcome<Card>> then) {
    Instant now = clock.instant();
    return database.inTransaction(
        tx ->
            Found.with(
                tx,
                initiatives,
                workspace,
                by,
                engagement,
                Deed.ENGAGE_PRACTICES,
                found -> then.apply(new Deeds(tx, found, now))));
  }

  /** One transaction with what was found in it. */
  private final class Deeds {
    private final Tx tx;
    private final Found found;
    private final Instant now;

    Deeds(Tx tx, Found found, Instant now) {
      this.tx = tx;
      this.found = found;
      this.now = now;
    }

    LocalDate today() {
      return now.atZone(found.initiative().zone()).toLocalDate();
    }

    Outcome<Card> save(Engagement after) {
      Engagement saved = planContact.save(tx, found.engagement(), after, now);
      return Outcome.done(
          planContact.card(tx, new Found(found.practice(), saved, found.initiative()), now));
    }

    Outcome<Card> anew() {
      return Outcome.done(
          planContact.card(
              tx,
              new Found(
                  PracticeStore.find(tx, found.practice().workspace(), found.practice().id())
                      .orElseThrow(),
                  EngagementStore.find(tx, found.practice().workspace(), found.engagement().id())
                      .orElseThrow(),
                  found.initiative()),
              now));
    }
  }

  /**
   * The practice said "not now": from here on it gets light contact, and nothing is asked of it. If
   * there is a plan already it is changed, and its clock runs on.
   *
   * @param why what it said, or empty
   * @param weeks between two contacts, or null for what is usual at its stage
   * @param kinds what it may be contacted with; none means all
   */
  public Outcome<Card> notNow(
      Person by,
      WorkspaceId workspace,
      UUID engagement,
      String why,
      @Nullable Integer weeks,
      Set<ItemKind> kinds) {
    Optional<Refusal> flaw = Refusal.flaw(Field.NOTE, why, LONGEST_NOTE);
    if (flaw.isPresent()) {
      return Outcome.not(flaw.get());
    }
    if (weeks != null && (weeks < Cadence.SHORTEST || weeks > Cadence.LONGEST)) {
      return Outcome.not(Refusal.of(Why.OUT_OF_RANGE, Field.WEEKS));
    }
    return deed(
        workspace,
        by.id(),
        engagement,
        it -> {
          Engagement before = it.found.engagement();
          Cadence cadence = StageStore.cadence(it.tx, workspace, it.found.initiative().id());
          int usual = cadence.weeks(before.course().stage());
          Plan plan = new Plan(it.today(), weeks == null ? usual : weeks, kinds);
          return it.save(before.with(before.course().notNow(plan)).because(why.strip()));
        });
  }

  /**
   * Somebody was in touch with the practice, or the practice with somebody. The clocks of all
   * initiatives begin anew.
   *
   * @param item what was brought along, or null
   */
  public Outcome<Card> touched(
      Person by,
      WorkspaceId workspace,
      UUID engagement,
      Touch.Way way,
      LocalDate on,
      @Nullable UUID item,
      String note,
      String requestKey) {
    Optional<Refusal> flaw = Refusal.flaw(Field.NOTE, note, LONGEST_NOTE);
    if (flaw.isPresent()) {
      return Outcome.not(flaw.get());
    }
    return deed(
        workspace,
        by.id(),
        engagement,
        it -> {
          if (on.isAfter(it.today())) {
            return Outcome.not(Refusal.of(Why.IN_FUTURE, Field.DAY));
          }
          UUID practice = it.found.practice().id();
          if (TouchStore.isKnown(it.tx, workspace, requestKey)) {
            return it.anew();
          }
          if (item != null) {
            if (TouchStore.given(it.tx, workspace, practice).containsKey(item)) {
              return Outcome.not(Refusal.of(Why.ALREADY_GIVEN, Field.NAME));
            }
            if (LibraryStore.find(it.tx, workspace, item).isEmpty()) {
              return Outcome.not(Refusal.gone());
            }
            TouchStore.give(it.tx, workspace, practice, item, on, by.id());
          }
          TouchStore.add(
              it.tx,
              new Touch(workspace, ids.next(), practice, on, way, item, note.strip(), by.id()),
              requestKey);
          for (Engagement each : EngagementStore.with(it.tx, workspace, practice)) {
            planContact.save(it.tx, each, each.with(each.course().touched(on)), it.now);
          }
          return it.anew();
        });
  }

  /**
   * They are ready: the plan has done its work. A practice that carries much already begins only
   * for a reason, which is kept with the name of who gave it.
   *
   * @param whyMore the reason, or empty
   */
  public Outcome<Card> ready(Person by, WorkspaceId workspace, UUID engagement, String whyMore) {
    Optional<Refusal> flaw = Refusal.flaw(Field.REASON, whyMore, LONGEST_NOTE);
    if (flaw.isPresent()) {
      return Outcome.not(flaw.get());
    }
    return deed(
        workspace,
        by.id(),
        engagement,
        it -> {
          Optional<Refusal> tooMuch = tooMuch(it, by.id(), whyMore);
          if (tooMuch.isPresent()) {
            return Outcome.not(tooMuch.get());
          }
          Engagement before = it.found.engagement();
          Course course = before.course().ready().touched(it.today());
          if (course.stage().compareTo(Stage.PREPARATION) >= 0) {
            return it.save(before.with(course));
          }
          move(it, before, Stage.PREPARATION, "", by.id());
          Cadence cadence = StageStore.cadence(it.tx, workspace, it.found.initiative().id());
          return it.save(
              before.with(course.moved(Stage.PREPARATION, cadence)).inStageSince(it.today()));
        });
  }

  /**
   * That the practice carries too much for a beginning without a reason; a reason is kept with the
   * name of who gave it.
   */
  private Optional<Refusal> tooMuch(Deeds it, UserId by, String whyMore) {
    if (LoadStore.of(it.tx, initiatives, it.found, by, it.today()).hasRoomForAnother()) {
      return Optional.empty();
    }
    if (!Refusal.saysSomething(whyMore)) {
      return Optional.of(Refusal.of(Why.OVERLOADED, Field.REASON));
    }
    OverrideStore.add(it.tx, it.found, ids.next(), "begin", whyMore.strip(), by, it.now);
    return Optional.empty();
  }

  /** What the practice carries besides, as that person may know it. */
  public Outcome<Load> load(WorkspaceId workspace, UserId by, UUID engagement) {
    Instant now = clock.instant();
    return database.inTransaction(
        tx ->
            Found.with(
                tx,
                initiatives,
                workspace,
                by,
                engagement,
                Deed.SEE_PRACTICES,
                found ->
                    Outcome.done(
                        LoadStore.of(
                            tx, initiatives, found, by, new Deeds(tx, found, now).today()))));
  }

  private void move(Deeds it, Engagement engagement, Stage to, String note, UserId by) {
    StageStore.add(
        it.tx,
        engagement,
        ids.next(),
        new StageMove(engagement.course().stage(), to, it.today(), note.strip(), by));
  }

  /** {@link #moved(Person, WorkspaceId, UUID, Stage, String, String)} without a reason. */
  public Outcome<Card> moved(
      Person by, WorkspaceId workspace, UUID engagement, Stage to, String note) {
    return moved(by, workspace, engagement, to, note, "");
  }

  /**
   * Notes in which stage of change the practice is now; it may go forward or back. Where work
   * begins by that, it is as with {@link #ready}.
   *
   * @param whyMore the reason to begin although it carries much already, or empty
   */
  public Outcome<Card> moved(
      Person by, WorkspaceId workspace, UUID engagement, Stage to, String note, String whyMore) {
    Optional<Refusal> flaw =
        Refusal.flaw(Field.NOTE, note, LONGEST_NOTE)
            .or(() -> Refusal.flaw(Field.REASON, whyMore, LONGEST_NOTE));
    if (flaw.isPresent()) {
      return Outcome.not(flaw.get());
    }
    return deed(
        workspace,
        by.id(),
        engagement,
        it -> {
          Engagement before = it.found.engagement();
          if (before.course().stage() == to) {
            return it.anew();
          }
          if (before.course().beginsAt(to)) {
            Optional<Refusal> tooMuch = tooMuch(it, by.id(), whyMore);
            if (tooMuch.isPresent()) {
              return Outcome.not(tooMuch.get());
            }
          }
          move(it, before, to, note, by.id());
          Cadence cadence = StageStore.cadence(it.tx, workspace, it.found.initiative().id());
          return it.save(before.with(before.course().moved(to, cadence)).inStageSince(it.today()));
        });
  }

  /** The practice asked to be left alone: everything stops at once, in all initiatives. */
  public Outcome<Card> leaveAlone(Person by, WorkspaceId workspace, UUID engagement) {
    return deed(
        workspace,
        by.id(),
        engagement,
        it -> {
          UUID practice = it.found.practice().id();
          PracticeStore.leaveAlone(it.tx, workspace, practice, by.id(), it.now);
          planContact.again(it.tx, workspace, practice, it.now);
          return it.anew();
        });
  }

  /**
   * The practice asked to hear from us again.
   *
   * @param why what has changed; it is kept beside the wish, with the name of who said so
   */
  public Outcome<Card> mayContactAgain(
      Person by, WorkspaceId workspace, UUID engagement, String why) {
    Optional<Refusal> flaw = Refusal.flawOrBlank(Field.REASON, why, LONGEST_NOTE);
    if (flaw.isPresent()) {
      return Outcome.not(flaw.get());
    }
    return deed(
        workspace,
        by.id(),
        engagement,
        it -> {
          UUID practice = it.found.practice().id();
          UserId askedBy = it.found.practice().doNotContactBy();
          Instant askedAt = it.found.practice().doNotContactAt();
          if (askedBy == null || askedAt == null) {
            return it.anew();
          }
          OverrideStore.addLifted(
              it.tx,
              it.found,
              ids.next(),
              ids.next(),
              new Lifted(askedBy, askedAt, by.id(), it.now, why.strip()));
          PracticeStore.mayContactAgain(it.tx, workspace, practice);
          planContact.again(it.tx, workspace, practice, it.now);
          return it.anew();
        });
  }

  /**
   * Plans check-ins anew that nobody did anything about although they came again and to the lead,
   * or that were in the way of something else; so no plan is lost. What was put off comes on its
   * own day, and what was stopped stays so.
   *
   * @return how many
   */
  public int comeBack() {
    Instant now = clock.instant();
    return database.inTransaction(
        tx -> {
          List<Engagement> waiting =
              EngagementStore.takeWaiting(tx, now.minus(COMES_AGAIN), now.minus(QUIET), BATCH);
          waiting.forEach(it -> planContact.comeBack(tx, it, now));
          return waiting.size();
        });
  }
}
