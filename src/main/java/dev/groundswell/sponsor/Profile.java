package dev.groundswell.sponsor;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a sponsor beyond name and address.
 *
 * @param words the words they use, as a reminder to whoever writes to them; may be empty
 * @param reach how they like to be reached when something can't wait for the digest; may be empty
 * @param at when the digest comes, their local time
 * @param whenStill what they get when nothing has changed
 * @param unapproved whether a digest may go out that nobody approved
 * @param silentDays after how many days without an action their owner is told
 * @param awayUntil until when nothing is expected of them, or null
 * @param leftOn since when they are no sponsor any more, or null
 * @param checkedOn when somebody last looked whether the links to their objectives still hold
 */
public record Profile(
    String title,
    String words,
    String reach,
    Rhythm rhythm,
    DayOfWeek weekday,
    LocalTime at,
    ZoneId zone,
    WhenStill whenStill,
    boolean unapproved,
    int silentDays,
    @Nullable LocalDate awayUntil,
    @Nullable LocalDate leftOn,
    LocalDate checkedOn) {
  public static final int LONGEST_TITLE = 120;
  public static final int LONGEST_WORDS = 500;
  public static final int LONGEST_REACH = 100;
  public static final int USUAL_SILENCE = 60;

  /** What comes when nothing has changed. */
  public enum WhenStill {
    SHORT,
    SKIP
  }

  public Profile {
    if (title.length() > LONGEST_TITLE
        || words.length() > LONGEST_WORDS
        || reach.length() > LONGEST_REACH
        || silentDays < 1) {
      throw new IllegalArgumentException("not a profile");
    }
  }

  /** One of whom nothing is known yet: monthly, on Mondays at eight. */
  static Profile fresh(ZoneId zone, LocalDate today) {
    return new Profile(
        "",
        "",
        "",
        Rhythm.MONTHLY,
        DayOfWeek.MONDAY,
        LocalTime.of(8, 0),
        zone,
        WhenStill.SHORT,
        false,
        USUAL_SILENCE,
        null,
        null,
        today);
  }

  public boolean hasLeft() {
    return leftOn != null;
  }

  /** The same, once somebody has looked over the objectives on that day. */
  Profile checked(LocalDate day) {
    return with(awayUntil, leftOn, day);
  }

  Profile with(@Nullable LocalDate away, @Nullable LocalDate left, LocalDate checked) {
    return new Profile(
        title,
        words,
        reach,
        rhythm,
        weekday,
        at,
        zone,
        whenStill,
        unapproved,
        silentDays,
        away,
        left,
        checked);
  }

  /** When the next digest is due, after the given moment. */
  public ZonedDateTime nextDigest(Instant after) {
    return rhythm.next(after, weekday, at, zone);
  }

  /** When the last digest was due, up to the given moment. */
  ZonedDateTime lastDigest(Instant upTo) {
    return rhythm.last(upTo, weekday, at, zone);
  }

  /** The period that a moment lies in. */
  String slot(Instant moment) {
    return rhythm.slot(LocalDate.ofInstant(moment, zone));
  }
}
