package dev.groundswell.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is typed behind {@code /buyin pledge}, taken apart. */
class PledgeWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "\"Dr Lee will free two nurses by 15 March\" | Dr Lee | free two nurses | by 15 March",
        "“The front desk will try it in 2 weeks” | The front desk | try it | in 2 weeks",
        "<@U1> promised to come on Friday. | <@U1> | come | on Friday.",
        "I'll call three peers, next fri | I | call three peers | next fri",
        "free two nurses by 15 March | '' | free two nurses | by 15 March",
        "Dr Lee will free two nurses | Dr Lee | free two nurses | ''",
        "Dr Lee will free two nurses every Friday | Dr Lee | free two nurses every Friday | ''",
        "Will Smith will call by friday | Will Smith | call | by friday",
        "\" | '' | '' | ''",
      })
  void who_will_do_what_by_when(String typed, String who, String deed, String when) {
    assertThat(PledgeWords.read(typed, LocalDate.parse("2026-11-02")))
        .isEqualTo(new PledgeWords(who, deed, when));
  }
}
