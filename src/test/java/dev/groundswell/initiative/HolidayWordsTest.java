package dev.groundswell.initiative;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HolidayWordsTest {
  private static final LocalDate CHRISTMAS = LocalDate.of(2026, 12, 25);
  private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "25 Dec 2026, 1 Jan 2027",
        "1 January 2027; 25 december 2026",
        "2026-12-25\n2027-01-01",
        "Dec 25, 2026, January 1st, 2027",
        "Fri, 25 Dec 2026 and 1st Jan 2027",
        " 25 Dec. 2026,, 1 Jan 2027, 25 DEC 2026 "
      })
  void a_list_is_read_as_people_type_it(String typed) {
    HolidayWords.Read read = HolidayWords.read(typed);

    assertThat(read.unread()).isEmpty();
    assertThat(read.days()).containsExactly(CHRISTMAS, NEW_YEAR);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "31 Feb 2027",
        "Feb 29 2027",
        "25:00",
        "Christmas",
        "25 Dec",
        "12/25/2026",
        "1 Jan 20270"
      })
  void what_is_no_day_is_said_again(String typed) {
    HolidayWords.Read read = HolidayWords.read("25 Dec 2026, " + typed);

    assertThat(read.unread()).contains(typed);
    assertThat(read.days()).containsExactly(CHRISTMAS);
  }

  @Test
  void nothing_is_no_holiday() {
    assertThat(HolidayWords.read(" \n ").days()).isEmpty();
    assertThat(HolidayWords.read(" \n ").unread()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "new york,America/New_York",
    "New  York,America/New_York",
    "America/New York,America/New_York",
    "europe/berlin,Europe/Berlin",
    "Berlin,Europe/Berlin",
    "Pacific,America/Los_Angeles",
    "Eastern time,America/New_York",
    "Honolulu,Pacific/Honolulu",
    "UTC,UTC"
  })
  void a_zone_is_read_as_people_type_it(String typed, String zone) {
    assertThat(ZoneWords.read(typed)).contains(ZoneId.of(zone));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "Atlantis", "+25", "Europe", "<!channel>"})
  void what_is_no_zone_is_none(String typed) {
    assertThat(ZoneWords.read(typed)).isEmpty();
  }
}
