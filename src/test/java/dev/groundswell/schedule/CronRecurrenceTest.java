package dev.groundswell.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundswell.reminder.Recurrence;
import dev.groundswell.reminder.Rule;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules in every zone of the JDK, over ten years. */
@Tag("jdk")
class CronRecurrenceTest {
  private static final Instant FROM = Instant.parse("2021-01-01T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2031-01-01T00:00:00Z");

  private final Recurrence recurrence = new CronRecurrence();

  private static List<ZoneId> zones() {
    return new TreeSet<>(ZoneId.getAvailableZoneIds()).stream().map(ZoneId::of).toList();
  }

  private static List<ZoneOffsetTransition> transitions(ZoneId zone) {
    List<ZoneOffsetTransition> all = new ArrayList<>();
    ZoneOffsetTransition next = zone.getRules().nextTransition(FROM);
    while (next != null && next.getInstant().isBefore(UNTIL)) {
      all.add(next);
      next = zone.getRules().nextTransition(next.getInstant());
    }
    return all;
  }

  /**
   * Each day once: at its wall time where that exists, moved forward out of a gap, and the first of
   * two.
   */
  @Test
  void daily_comes_on_each_day_exactly_once_around_every_change_of_the_clocks() {
    int changes = 0;
    for (ZoneId zone : zones()) {
      for (ZoneOffsetTransition change : transitions(zone)) {
        changes++;
        LocalTime within =
            (change.isGap() ? change.getDateTimeBefore() : change.getDateTimeAfter())
                .toLocalTime()
                .plusMinutes(10);
        for (LocalTime at : List.of(within, within.minusMinutes(10), within.plusMinutes(30))) {
          daysAround(zone, change, at.truncatedTo(ChronoUnit.MINUTES));
        }
      }
    }
    assertThat(changes).as("the sweep found changes").isGreaterThan(1000);
  }

  private void daysAround(ZoneId zone, ZoneOffsetTransition change, LocalTime at) {
    LocalDate first = change.getDateTimeBefore().toLocalDate().minusDays(2);
    Rule daily = Rule.weekly(at);
    Instant last = first.atTime(at).atZone(zone).toInstant();
    LocalDateTime wall = first.atTime(at);
    for (int day = 1; day <= 4; day++) {
      Instant next = recurrence.next(daily, wall, zone, last).orElseThrow();
      ZonedDateTime there = next.atZone(zone);
      LocalDateTime meant = first.plusDays(day).atTime(at);
      List<ZoneOffset> valid = zone.getRules().getValidOffsets(meant);
      Instant expected =
          valid.isEmpty()
              ? meant.toInstant(zone.getRules().getTransition(meant).getOffsetBefore())
              : meant.toInstant(valid.get(0));
      if (!next.equals(expected)) {
        assertThat(next).as("%s daily at %s, day %s", zone, at, day).isEqualTo(expected);
      }
      last = next;
      wall = there.toLocalDateTime();
    }
  }

  @Test
  void weekly_comes_in_each_week_for_ten_years_wherever_one_is() {
    Rule rule = Rule.weekly(LocalTime.of(2, 30), DayOfWeek.SUNDAY);
    long weeks = ChronoUnit.DAYS.between(FROM, UNTIL) / 7 - 1;
    for (ZoneId zone : zones()) {
      LocalDate sunday =
          LocalDate.ofInstant(FROM, zone).with(TemporalAdjusters.next(DayOfWeek.SUNDAY));
      Instant last = sunday.atTime(2, 30).atZone(zone).toInstant();
      for (int week = 1; week <= weeks; week++) {
        LocalDateTime wall = LocalDateTime.ofInstant(last, zone);
        last = recurrence.next(rule, wall, zone, last).orElseThrow();
        LocalDate day = LocalDate.ofInstant(last, zone);
        if (!day.equals(sunday.plusWeeks(week))) {
          assertThat(day).as("%s, week %s", zone, week).isEqualTo(sunday.plusWeeks(week));
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    // In spring there is no such time: it moves forward.
    "America/New_York, 02:30, 2027-03-13T02:30, 2027-03-14T03:30",
    "America/New_York, 02:30, 2027-03-14T03:30, 2027-03-15T02:30",
    "Africa/Cairo, 00:10, 2026-04-23T00:10, 2026-04-24T01:10",
    "Africa/Cairo, 00:10, 2026-04-24T01:10, 2026-04-25T00:10",
    "America/Santiago, 00:10, 2026-09-05T00:10, 2026-09-06T01:10",
    "Asia/Beirut, 00:10, 2026-03-28T00:10, 2026-03-29T01:10",
    // Half an hour only.
    "Australia/Lord_Howe, 02:10, 2026-10-03T02:10, 2026-10-04T02:40",
  })
  void what_falls_into_a_gap_moves_forward_and_the_day_after_is_as_ever(
      ZoneId zone, LocalTime at, LocalDateTime last, LocalDateTime next) {
    Optional<Instant> moment =
        recurrence.next(Rule.weekly(at), last, zone, last.atZone(zone).toInstant());

    assertThat(LocalDateTime.ofInstant(moment.orElseThrow(), zone)).isEqualTo(next);
  }

  @Test
  void what_comes_twice_in_autumn_is_said_the_first_time_only() {
    ZoneId newYork = ZoneId.of("America/New_York");
    Rule rule = Rule.weekly(LocalTime.of(1, 30));
    LocalDateTime before = LocalDateTime.parse("2026-10-31T01:30");

    Instant first =
        recurrence.next(rule, before, newYork, before.atZone(newYork).toInstant()).orElseThrow();
    Instant second =
        recurrence
            .next(rule, LocalDateTime.ofInstant(first, newYork), newYork, first)
            .orElseThrow();

    assertThat(first).hasToString("2026-11-01T05:30:00Z");
    assertThat(second).hasToString("2026-11-02T06:30:00Z");
  }

  @Test
  void what_was_missed_is_not_made_up_for() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");

    assertThat(
            recurrence.next(
                Rule.monthly(LocalTime.of(9, 0), 28),
                LocalDateTime.parse("2026-01-28T09:00"),
                berlin,
                Instant.parse("2026-11-22T12:00:00Z")))
        .contains(Instant.parse("2026-11-28T08:00:00Z"));
  }

  @Test
  void a_rule_can_come_to_its_end() {
    assertThat(
            recurrence.next(new Rule("0 0 9 1 1 ? 2020"), LocalDateTime.parse("2026-01-01T00:00")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0 0 25 * * ?", "0 60 9 * * ?", "0 0 9 32 * ?", "noon", "0 0 9 ? * XYZ"})
  void twenty_five_oclock_is_no_rule(String cron) {
    assertThatThrownBy(() -> recurrence.next(new Rule(cron), LocalDateTime.MIN.withYear(2026)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(cron);
  }

  @Test
  void a_day_that_not_every_month_has_is_refused() {
    assertThatThrownBy(() -> Rule.monthly(LocalTime.NOON, 31))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Rule(" ")).isInstanceOf(IllegalArgumentException.class);
  }
}
