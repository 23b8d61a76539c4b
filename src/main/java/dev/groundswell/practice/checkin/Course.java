package dev.groundswell.practice.checkin;

import dev.groundswell.knowledge.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the contact between a practice and an initiative stands. Each deed gives the next course;
 * none of them loses a plan but "they are ready" and a new plan, and none lets a practice be
 * contacted that asked not to be.
 *
 * @param plan what "not now" set, or null
 * @param lastTouchOn when anybody was last in touch, or null
 * @param doNotContact the practice asked to be left alone
 */
public record Course(
    Stage stage, @Nullable Plan plan, @Nullable LocalDate lastTouchOn, boolean doNotContact) {

  public static Course begun(Stage stage) {
    return new Course(stage, null, null, false);
  }

  /** True while proposals and assessments are held back. */
  public boolean isHeld() {
    return plan != null || doNotContact;
  }

  /** Whether "they are ready" would begin something: not while at work, nor when left alone. */
  public boolean mayBegin() {
    return !doNotContact && (plan != null || stage.compareTo(Stage.ACTION) < 0);
  }

  /**
   * Whether work begins, or gets more, with a move to that stage. While there is a plan nothing
   * begins: that waits for "they are ready".
   */
  public boolean beginsAt(Stage to) {
    return plan == null
        && (to == Stage.ACTION || to == Stage.PREPARATION && stage.compareTo(to) < 0)
        && stage != to;
  }

  /** A plan that takes the place of another one keeps its clock; else what is due would vanish. */
  public Course notNow(Plan next) {
    return new Course(
        stage, plan == null ? next : next.from(plan.since()), lastTouchOn, doNotContact);
  }

  /** Somebody was in touch; an older touch that is noted later sets no clock back. */
  public Course touched(LocalDate on) {
    return lastTouchOn != null && lastTouchOn.isAfter(on)
        ? this
        : new Course(stage, plan, on, doNotContact);
  }

  /** Moved to another stage, forward or back; the plan keeps, at the new stage's rhythm. */
  public Course moved(Stage to, Cadence cadence) {
    boolean usual = plan != null && plan.weeks() == cadence.weeks(stage);
    Plan kept = plan;
    return new Course(
        to,
        kept == null ? null : usual ? kept.every(cadence.weeks(to)) : kept,
        lastTouchOn,
        doNotContact);
  }

  /** Nobody is reminded any more until it is planned anew; the practice is held all the same. */
  public Course stopped() {
    return plan == null ? this : new Course(stage, plan.stop(), lastTouchOn, doNotContact);
  }

  /** They are ready: the plan has done its work. */
  public Course ready() {
    return new Course(stage, null, lastTouchOn, doNotContact);
  }

  /** The practice asked to be left alone; the plan is kept, and rests. */
  public Course leaveAlone() {
    return new Course(stage, plan, lastTouchOn, true);
  }

  /** The practice asked to hear from us again. */
  public Course mayContactAgain() {
    return new Course(stage, plan, lastTouchOn, false);
  }

  /** The day of the next contact by the plan; empty without one, or when none is wanted. */
  public Optional<LocalDate> dueOn() {
    if (plan == null || plan.stopped() || doNotContact) {
      return Optional.empty();
    }
    LocalDate from =
        lastTouchOn != null && lastTouchOn.isAfter(plan.since()) ? lastTouchOn : plan.since();
    return Optional.of(from.plusWeeks(plan.weeks()));
  }

  /** The moment at which the facilitator hears of the next contact. */
  public Optional<Instant> nextCheckIn(Agenda agenda, Instant now) {
    return dueOn().map(day -> agenda.moment(day, now));
  }

  /** Whether a check-in that comes up now is still wanted, and if not, why. */
  public Optional<NotNow> whyNot(Agenda agenda, Instant now) {
    LocalDate today = now.atZone(agenda.zone()).toLocalDate();
    if (doNotContact) {
      return Optional.of(NotNow.DO_NOT_CONTACT);
    }
    if (plan == null) {
      return Optional.of(NotNow.NO_PLAN);
    }
    if (plan.stopped()) {
      return Optional.of(NotNow.STOPPED);
    }
    if (agenda.demand(today).isPresent()) {
      return Optional.of(NotNow.OTHER_DEMANDS);
    }
    return dueOn().filter(day -> day.isAfter(today)).map(day -> NotNow.TOUCHED);
  }

  /** Why a check-in is not wanted. */
  public enum NotNow {
    DO_NOT_CONTACT,
    NO_PLAN,
    STOPPED,
    OTHER_DEMANDS,
    TOUCHED
  }
}
