package dev.groundswell.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingTimeTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  @ParameterizedTest
  @CsvSource({
    "2026-11-02, 2026-11-02T09:00-05:00", // a Monday
    "2026-11-06, 2026-11-06T09:00-05:00", // a Friday
    "2026-11-07, 2026-11-09T09:00-05:00", // a Saturday
    "2026-11-08, 2026-11-09T09:00-05:00", // a Sunday
  })
  void the_first_moment_is_at_nine_on_the_day_or_after_the_weekend(String day, String moment) {
    assertThat(WorkingTime.USUAL.firstMoment(LocalDate.parse(day), NEW_YORK).toOffsetDateTime())
        .hasToString(moment);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-02, 2026-11-02T09:00-05:00",
    "2026-11-06, 2026-11-06T09:00-05:00",
    "2026-11-07, 2026-11-06T09:00-05:00",
    "2026-11-08, 2026-11-06T09:00-05:00",
    "2026-11-01, 2026-10-30T09:00-04:00", // before the clocks change
  })
  void what_has_to_be_done_by_a_weekend_comes_on_the_friday_before(String day, String moment) {
    assertThat(WorkingTime.USUAL.firstMomentUpTo(LocalDate.parse(day), NEW_YORK).toOffsetDateTime())
        .hasToString(moment);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-02T08:59:59, 2026-11-02T09:00-05:00",
    "2026-11-02T09:00:00, 2026-11-02T09:00-05:00",
    "2026-11-02T12:30:00, 2026-11-02T12:30-05:00",
    "2026-11-02T16:59:59, 2026-11-02T16:59:59-05:00",
    "2026-11-02T17:00:00, 2026-11-03T09:00-05:00",
    "2026-11-06T17:00:00, 2026-11-09T09:00-05:00",
    "2026-11-07T11:00:00, 2026-11-09T09:00-05:00",
    "2026-11-08T23:59:59, 2026-11-09T09:00-05:00",
  })
  void a_moment_outside_of_the_hours_moves_to_the_next_good_one(String asked, String moment) {
    ZonedDateTime at = ZonedDateTime.parse(asked + "-05:00[America/New_York]");

    assertThat(WorkingTime.USUAL.nextMoment(at).toOffsetDateTime()).hasToString(moment);
  }

  @Test
  void nine_stays_nine_when_the_clocks_change_over_the_weekend() {
    // New York falls back on Sunday 1 November 2026 and springs forward on 14 March 2027.
    assertThat(WorkingTime.USUAL.firstMoment(LocalDate.parse("2026-10-31"), NEW_YORK).toInstant())
        .hasToString("2026-11-02T14:00:00Z");
    assertThat(WorkingTime.USUAL.firstMoment(LocalDate.parse("2027-03-13"), NEW_YORK).toInstant())
        .hasToString("2027-03-15T13:00:00Z");
  }

  @Test
  void a_beginning_that_the_clocks_skip_moves_forward() {
    // In New York there is no 02:30 on Sunday 14 March 2027.
    WorkingTime nights =
        new WorkingTime(LocalTime.of(2, 30), LocalTime.of(5, 0), EnumSet.of(DayOfWeek.SUNDAY));

    assertThat(nights.firstMoment(LocalDate.parse("2027-03-14"), NEW_YORK).toOffsetDateTime())
        .hasToString("2027-03-14T03:30-04:00");
  }

  @Test
  void a_beginning_that_comes_twice_is_the_first_of_the_two() {
    // In New York 01:30 comes twice on Sunday 1 November 2026.
    WorkingTime nights =
        new WorkingTime(LocalTime.of(1, 30), LocalTime.of(5, 0), EnumSet.of(DayOfWeek.SUNDAY));
    ZonedDateTime secondTime = ZonedDateTime.parse("2026-11-01T01:45-05:00[America/New_York]");

    assertThat(nights.firstMoment(LocalDate.parse("2026-11-01"), NEW_YORK).toOffsetDateTime())
        .hasToString("2026-11-01T01:30-04:00");
    assertThat(nights.nextMoment(secondTime)).isEqualTo(secondTime);
  }

  @Test
  void a_midnight_that_does_not_exist_is_no_trouble() {
    // In Cairo the clocks go from 24 April 2026, 00:00, straight to 01:00; it is a Friday.
    ZoneId cairo = ZoneId.of("Africa/Cairo");
    WorkingTime fromMidnight =
        new WorkingTime(
            LocalTime.MIDNIGHT,
            LocalTime.of(8, 0),
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));

    assertThat(fromMidnight.firstMoment(LocalDate.parse("2026-04-24"), cairo).toLocalDateTime())
        .hasToString("2026-04-24T01:00");
  }

  @Test
  void a_time_without_a_beginning_an_end_or_a_day_is_refused() {
    LocalTime nine = LocalTime.of(9, 0);

    assertThatThrownBy(() -> new WorkingTime(nine, nine, EnumSet.of(DayOfWeek.MONDAY)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new WorkingTime(nine, nine.plusHours(1), Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** By the clock on the wall, for days on which it is not moved. */
  private static boolean isGood(WorkingTime hours, ZonedDateTime at) {
    LocalTime time = at.toLocalTime();
    boolean begun = !time.isBefore(hours.from());
    boolean over = !time.isBefore(hours.until());
    boolean overnight = hours.until().isBefore(hours.from());
    LocalDate day = overnight && !begun ? at.toLocalDate().minusDays(1) : at.toLocalDate();
    return hours.days().contains(day.getDayOfWeek())
        && (overnight ? begun || !over : begun && !over);
  }

  private static boolean isMoved(ZonedDateTime from, ZonedDateTime until) {
    var next = from.getZone().getRules().nextTransition(from.minusDays(2).toInstant());
    return next != null && next.getInstant().isBefore(until.plusDays(2).toInstant());
  }

  @Test
  void in_every_zone_nobody_is_written_to_at_a_quiet_hour_nor_later_than_need_be() {
    Random random = new Random(11);
    int checked = 0;
    for (String name : ZoneId.getAvailableZoneIds()) {
      for (int i = 0; i < 40; i++) {
        LocalTime from = LocalTime.of(random.nextInt(24), 15 * random.nextInt(4));
        WorkingTime hours =
            new WorkingTime(
                from,
                from.plusMinutes(15L * (1 + random.nextInt(95))),
                EnumSet.of(
                    DayOfWeek.of(1 + random.nextInt(7)), DayOfWeek.of(1 + random.nextInt(7))));
        ZonedDateTime asked =
            Instant.parse("2026-01-01T00:00:00Z")
                .plusSeconds(random.nextInt(10 * 365 * 86_400))
                .atZone(ZoneId.of(name));
        ZonedDateTime good = hours.nextMoment(asked);

        assertThat(good).as("%s %s %s", name, hours, asked).isBetween(asked, asked.plusDays(8));
        assertThat(hours.nextMoment(good)).isEqualTo(good);
        if (!isMoved(asked, good)) {
          checked++;
          assertThat(isGood(hours, good)).as("%s %s %s", name, hours, asked).isTrue();
          for (ZonedDateTime at = asked; at.isBefore(good); at = at.plusMinutes(15)) {
            assertThat(isGood(hours, at)).as("%s %s %s", name, hours, at).isFalse();
          }
        }
      }
    }
    assertThat(checked).isGreaterThan(15_000);
  }
}
