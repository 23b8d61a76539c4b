package dev.groundswell.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "250,000 GBP | 250,000 GBP",
        "£250k | 250,000 GBP",
        "250.000,00 EUR | 250,000 EUR",
        "eur 1 250 000 | 1,250,000 EUR",
        "1.5 million dollars | 1,500,000 USD",
        "250000 | 250,000"
      })
  void a_sum_is_read_as_people_write_it(String typed, String sum) {
    assertThat(Money.parse(typed)).map(Money::toString).contains(sum);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a lot", "-5 GBP", "12 bananas", "£5 EUR", "250,00,0 GBP", "1e9 GBP"})
  void anything_else_is_none(String typed) {
    assertThat(Money.parse(typed)).isEmpty();
  }
}
