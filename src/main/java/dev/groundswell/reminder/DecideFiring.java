package dev.groundswell.reminder;

import dev.groundswell.kernel.UserId;
import dev.groundswell.reminder.Occasion.To;
import dev.groundswell.reminder.Reminder.State;
import dev.groundswell.reminder.Reminder.When;
import dev.groundswell.reminder.Step.Listener;
import dev.groundswell.reminder.Surroundings.Habits;
import dev.groundswell.reminder.Surroundings.Matter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of a due reminder; pure. */
final class DecideFiring {
  /** Somebody's own choice of a moment counts at any hour, unless we come too late for it. */
  private static final Duration CLOSE_TO_IT = Duration.ofHours(1);

  /** So often somebody may put off what others wait for, before the lead hears of it. */
  private static final int OFTEN = 5;

  private final Recurrence recurrence;
  private final Instant now;

  DecideFiring(Recurrence recurrence, Instant now) {
    this.recurrence = recurrence;
    this.now = now;
  }

  Step decide(Reminder asKept, Around around) {
    Habits person = around.habits(asKept.workspace(), asKept.recipient());
    Matter matter = around.matter(asKept);
    Reminder due = person == null ? asKept : asKept.at(asKept.when().in(person.zone()));
    if (due.dueAt().isAfter(now)) {
      return new Step.Rest(due);
    }
    if (person != null && !person.isThere(now)) {
      return instead(due, person, matter, around);
    }
    return isLast(due) ? atLast(due, matter, around) : own(due, person, matter, around);
  }

  private static boolean isLast(Reminder due) {
    return due.repeat() instanceof Nag nag
        && !due.when().snoozed()
        && due.when().unanswered() > nag.times();
  }

  private Step own(Reminder due, @Nullable Habits person, @Nullable Matter matter, Around around) {
    GoodTimes times = GoodTimes.of(person, matter);
    boolean onTime = due.when().snoozed() && !due.dueAt().isBefore(now.minus(CLOSE_TO_IT));
    Instant good = onTime && !times.isPaused(now) ? now : times.next(now);
    if (good.isAfter(now)) {
      return putOff(due, good, times);
    }
    Reminder after = afterwards(due, person, times);
    Listener own = new Listener(due.recipient(), To.RECIPIENT);
    return oftenPutOff(due) && listens(lead(due, matter), due, matter, around)
        ? new Step.Say(
            due,
            List.of(own, new Listener(lead(due, matter), To.LEAD_ASIDE)),
            after.at(after.when().leadHeard()))
        : new Step.Say(due, List.of(own), after);
  }

  /** Whoever it is for has had enough for today. */
  Step tomorrow(Reminder due, Around around) {
    GoodTimes times = around.goodTimes(due);
    LocalDate next = LocalDate.ofInstant(now, times.zone()).plusDays(1);
    return putOff(due, times.morningOf(next), times);
  }

  /** Someone is owed something, and waits. */
  private static boolean oftenPutOff(Reminder due) {
    return due.repeat() instanceof Nag && due.when().snoozes() >= OFTEN;
  }

  private static UserId lead(Reminder due, @Nullable Matter matter) {
    return matter == null ? due.recipient() : matter.lead();
  }

  /** Whether another than the recipient is there, now, and not at a bad moment. */
  private boolean listens(UserId lead, Reminder due, @Nullable Matter matter, Around around) {
    Habits habits = around.habits(due.workspace(), lead);
    return !lead.equals(due.recipient())
        && (habits == null || habits.isThere(now))
        && !GoodTimes.of(habits, matter).next(now).isAfter(now);
  }

  private Step putOff(Reminder due, Instant until, GoodTimes times) {
    ZoneId zone = due.when().zone() == null ? null : times.zone();
    return new Step.Rest(due.at(due.when().putOffTo(until, zone, times.isPaused(now))));
  }

  private Reminder afterwards(Reminder due, @Nullable Habits person, GoodTimes times) {
    When when = due.when();
    int unanswered = when.snoozed() ? Math.max(1, when.unanswered()) : when.unanswered() + 1;
    ZoneId zone = person == null ? null : person.zone();
    if (due.repeat() instanceof Nag nag) {
      Instant next = times.later(now, nag.workingDays());
      return due.came(State.WAITING, when.again(next, zone, unanswered));
    } else if (due.repeat() instanceof Rule rule) {
      return nextOccurrence(due, rule, zone);
    } else if (due.repeat() instanceof Once) {
      return due.came(State.FIRED, when.again(due.dueAt(), when.zone(), unanswered));
    }
    throw new AssertionError(due.repeat());
  }

  private Reminder nextOccurrence(Reminder due, Rule rule, @Nullable ZoneId zone) {
    ZoneId in = zone == null ? ZoneOffset.UTC : zone;
    return recurrence
        .next(rule, due.when().wallTime(in), in, now)
        .map(next -> due.came(State.WAITING, due.when().again(next, zone, 0)))
        .orElseGet(() -> due.came(State.FIRED, due.when().again(due.dueAt(), zone, 0)));
  }

  /** Whoever it is for did nothing: the lead hears of it, once. */
  private Step atLast(Reminder due, @Nullable Matter matter, Around around) {
    Reminder resting = due.came(State.FIRED, due.when().again(due.dueAt(), due.when().zone(), 0));
    UserId lead = lead(due, matter);
    Habits habits = around.habits(due.workspace(), lead);
    if (lead.equals(due.recipient())) {
      return new Step.Rest(due.in(State.FIRED));
    }
    GoodTimes times = GoodTimes.of(habits, matter);
    boolean away = habits != null && !habits.isThere(now);
    Instant good = away ? times.later(now, 1) : times.next(now);
    return good.isAfter(now)
        ? new Step.Rest(due.at(due.when().putOffTo(good, null, times.isPaused(now))))
        : new Step.Say(due, lead, To.LEAD_AT_LAST, resting);
  }

  /** Whoever it is for is gone or on leave: the lead hears of it, and can hand it over. */
  private Step instead(Reminder due, Habits gone, @Nullable Matter matter, Around around) {
    UserId lead = lead(due, matter);
    Habits habits = around.habits(due.workspace(), lead);
    boolean nobody = lead.equals(due.recipient()) || (habits != null && !habits.isThere(now));
    if (nobody) {
      // It comes to whoever is there by then; it is not forgotten.
      Instant tomorrow = GoodTimes.of(gone, matter).later(now, 1);
      return new Step.Rest(due.at(due.when().putOffTo(tomorrow, due.when().zone(), false)));
    }
    GoodTimes times = GoodTimes.of(habits, matter);
    Instant good = times.next(now);
    if (good.isAfter(now)) {
      return new Step.Rest(due.at(due.when().putOffTo(good, null, times.isPaused(now))));
    }
    return new Step.Say(due, lead, To.LEAD_INSTEAD, afterInstead(due, gone, matter));
  }

  /**
   * The lead hears of it as often as whoever is away would have; once these are back, it is theirs
   * again.
   */
  private Reminder afterInstead(Reminder due, Habits gone, @Nullable Matter matter) {
    When when = due.when();
    GoodTimes times = GoodTimes.of(gone, matter);
    if (due.repeat() instanceof Rule rule) {
      return nextOccurrence(due, rule, gone.zone());
    } else if (due.repeat() instanceof Nag nag && when.unanswered() < nag.times()) {
      Instant next = times.later(now, nag.workingDays());
      return due.came(State.WAITING, when.again(next, gone.zone(), when.unanswered() + 1));
    } else if (gone.reachable() && gone.backOn() != null) {
      Instant back = times.morningOf(gone.backOn());
      return due.came(State.WAITING, when.again(back, gone.zone(), 0));
    }
    return due.came(State.FIRED, when.again(due.dueAt(), when.zone(), 0));
  }
}
