package dev.groundswell.reminder;

import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row that says: at this instant tell this person this, until done.
 *
 * @param kind which feature it belongs to, and which view knows its words
 * @param subject what it is about, an id of that feature's
 * @param initiative whose lead, days and pauses count, or null
 * @param fired how often it has come already
 * @param when when it comes next, or came last
 */
public record Reminder(
    WorkspaceId workspace,
    UUID id,
    String kind,
    UUID subject,
    @Nullable UUID initiative,
    UserId recipient,
    Repeat repeat,
    State state,
    int fired,
    When when) {

  /** Where a reminder stands. */
  public enum State {
    /** It will come. */
    WAITING,
    /** What it was about rests, and it may come once that is woken. */
    RESTING,
    /** The workspace has removed the app, and it may come once somebody there uses it again. */
    AWAY,
    /** It has come, and does not come again by itself. */
    FIRED,
    /** What it was about is done. */
    DONE,
    /** Somebody wanted no more of it. */
    STOPPED,
    /** What it was about was withdrawn. */
    CANCELLED
  }

  /**
   * When it comes.
   *
   * @param zone the zone whose wall time {@code dueAt} means, which it keeps when the person
   *     travels; null for a moment that is the same everywhere
   * @param unanswered how often it has come since it was first due, and was not put off
   * @param snoozed whether the recipient put it off to {@code dueAt}
   * @param snoozes how often the recipient put it off, until the lead heard of it
   * @param putOffFrom when it would have come, if its initiative were not paused
   */
  public record When(
      Instant dueAt,
      @Nullable ZoneId zone,
      int unanswered,
      boolean snoozed,
      int snoozes,
      @Nullable Instant putOffFrom) {

    /** For the first time. */
    static When first(Instant dueAt, @Nullable ZoneId zone) {
      return new When(dueAt, zone, 0, false, 0, null);
    }

    /** The same time of day in another zone, if it is a time of day that was meant. */
    When in(ZoneId there) {
      return zone == null || zone.equals(there)
          ? this
          : new When(
              ZonedDateTime.ofLocal(wallTime(there), there, null).toInstant(),
              there,
              unanswered,
              snoozed,
              snoozes,
              null);
    }

    LocalDateTime wallTime(ZoneId otherwise) {
      return LocalDateTime.ofInstant(dueAt, zone == null ? otherwise : zone);
    }

    /** The same time of day where somebody else is; the same moment if one of them is unknown. */
    When handedTo(@Nullable ZoneId there) {
      When moved = there == null ? this : in(there);
      return new When(moved.dueAt(), there, 0, snoozed, 0, null);
    }

    When again(Instant moment, @Nullable ZoneId in, int nowUnanswered) {
      return new When(moment, in, nowUnanswered, false, snoozes, null);
    }

    When snoozedTo(Instant until, @Nullable ZoneId in) {
      return new When(until, in, unanswered, true, snoozes + 1, null);
    }

    When putOffTo(Instant until, @Nullable ZoneId in, boolean byPause) {
      Instant from = byPause && putOffFrom == null ? dueAt : putOffFrom;
      return new When(until, in, unanswered, snoozed, snoozes, from);
    }

    /** The lead has heard how often it was put off. */
    When leadHeard() {
      return new When(dueAt, zone, unanswered, snoozed, 0, putOffFrom);
    }
  }

  public Instant dueAt() {
    return when.dueAt();
  }

  /** The reason for saying it this time. */
  public Occasion occasion(Occasion.To to) {
    return new Occasion(id, fired, to);
  }

  /** True while somebody may still want it. */
  public boolean isOpen() {
    return state == State.WAITING || state == State.FIRED;
  }

  public boolean recurs() {
    return repeat instanceof Rule;
  }

  Reminder at(When other) {
    return in(state, other);
  }

  Reminder in(State other) {
    return in(other, when);
  }

  Reminder in(State nowIn, When at) {
    return with(recipient, nowIn, fired, at);
  }

  /** The same, after it has come once more. */
  Reminder came(State nowIn, When next) {
    return with(recipient, nowIn, fired + 1, next);
  }

  /** The same for somebody else, who hears of it now if it had come before. */
  Reminder handedTo(UserId other, @Nullable ZoneId in, Instant now) {
    boolean alreadyCame = fired > 0 && !recurs() && !when.snoozed();
    return alreadyCame
        ? with(other, state == State.FIRED ? State.WAITING : state, fired, When.first(now, in))
        : with(other, state, fired, when.handedTo(in));
  }

  private Reminder with(UserId to, State nowIn, int times, When at) {
    return new Reminder(workspace, id, kind, subject, initiative, to, repeat, nowIn, times, at);
  }
}
