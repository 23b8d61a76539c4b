package dev.groundswell.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Days as people write them, on Monday, 2 November 2026. */
class DayWordsTest {
  private static final LocalDate MONDAY = LocalDate.parse("2026-11-02");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "today | 2026-11-02",
        "Tomorrow | 2026-11-03",
        "the day after tomorrow | 2026-11-04",
        "fri | 2026-11-06",
        "on Friday | 2026-11-06",
        "by Thursday. | 2026-11-05",
        "monday | 2026-11-09",
        "this fri | 2026-11-06",
        "next fri | 2026-11-13",
        "next Tues | 2026-11-10",
        "friday week | 2026-11-13",
        "a week on friday | 2026-11-13",
        "in 2 weeks | 2026-11-16",
        "in a fortnight | 2026-11-16",
        "within three months | 2027-02-02",
        "2 weeks from now | 2026-11-16",
        "in two weeks' time | 2026-11-16",
        "in 5 working days | 2026-11-09",
        "a couple of weeks | 2026-11-16",
        "by 15 March | 2027-03-15",
        "15th of March | 2027-03-15",
        "March 15, 2027 | 2027-03-15",
        "Sept 1st | 2026-09-01",
        "1 June | 2027-06-01",
        "Dec 1 | 2026-12-01",
        "15.3. | 2027-03-15",
        "15.3.2028 | 2028-03-15",
        "15/3 | 2027-03-15",
        "3/15/2027 | 2027-03-15",
        "5/5/27 | 2027-05-05",
        "2026-12-24 | 2026-12-24",
        "end of the month | 2026-11-30",
        "by the end of next month | 2026-12-31",
        "end of the week | 2026-11-06",
        "next week | 2026-11-13",
        "next month | 2026-12-31",
        "end of the quarter | 2026-12-31",
        "by the end of March | 2027-03-31",
        "end of February 2028 | 2028-02-29",
        "mid-January | 2027-01-15",
        "in March | 2027-03-31",
        "before March | 2027-03-31",
        "by year end | 2026-12-31",
        "Q1 | 2027-03-31",
        "29 Feb | 2028-02-29",
        "before Christmas | 2026-12-25",
        "start of next month | 2026-12-01",
      })
  void a_day_is_read_as_it_is_written(String words, LocalDate day) {
    assertThat(DayWords.read(words, MONDAY)).contains(day);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "yesterday | 2026-11-01",
        "last friday | 2026-10-30",
        "1 November | 2026-11-01",
        "15 March 2025 | 2025-03-15",
      })
  void a_day_that_went_by_stays_in_the_past(String words, LocalDate day) {
    assertThat(DayWords.read(words, MONDAY)).contains(day);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "31 April",
        "3/4",
        "30 Feb",
        "13/13",
        "2026-13-01",
        "when I can",
        "fridays",
        "asap",
        "12",
        "a",
        "by",
        "in weeks",
        "99999999999999999999 days",
        "may be",
        "marching",
        "🙂",
        "next",
        "tuesday afternoon maybe"
      })
  void what_is_no_day_is_not_guessed(String words) {
    assertThat(DayWords.read(words, MONDAY)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "free two nurses by 15 March | free two nurses | 2027-03-15",
        "give 2 hours a week by next fri | give 2 hours a week | 2026-11-13",
        "give 2 hours a week until the end of March. | give 2 hours a week | 2027-03-31",
        "tell the elders, in 2 weeks | tell the elders | 2026-11-16",
        "come to one meeting on 1 Dec | come to one meeting | 2026-12-01",
        "put it on the agenda next month | put it on the agenda | 2026-12-31",
        "put it on the agenda tomorrow | put it on the agenda | 2026-11-03",
        "by friday | '' | 2026-11-06",
      })
  void a_sentence_ends_with_its_day(String sentence, String before, LocalDate day) {
    assertThat(DayWords.atTheEnd(sentence, MONDAY)).contains(new DayWords.Ending(before, day));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "free two nurses every Friday",
        "open the clinic on Fridays",
        "ask Dr May",
        "meet in March's old office",
        "give 2 hours a week",
        "support the project",
        ""
      })
  void a_sentence_without_a_day_has_none(String sentence) {
    assertThat(DayWords.atTheEnd(sentence, MONDAY)).isEqualTo(Optional.empty());
  }

  @Test
  void a_weekday_said_on_that_day_is_the_coming_one() {
    assertThat(DayWords.read("friday", LocalDate.parse("2026-11-06")))
        .contains(LocalDate.parse("2026-11-13"));
  }
}
