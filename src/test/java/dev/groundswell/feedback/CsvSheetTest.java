package dev.groundswell.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvSheetTest {

  private static String written(String... cells) {
    return new String(CsvSheet.of(List.of(List.of(cells))), StandardCharsets.UTF_8);
  }

  @Test
  void a_spreadsheet_reads_it_as_it_is() {
    assertThat(written("Zoë", "says \"no\", twice", "one\ntwo 🙂", ""))
        .isEqualTo("\uFEFF\"Zoë\",\"says \"\"no\"\", twice\",\"one\ntwo 🙂\",\"\"\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=cmd|' /C calc'!A0",
        "+1+1",
        "-2+3",
        "@SUM(A1)",
        "\t=1+1",
        "\r=1+1",
        "\n=1+1",
        "  =1+1",
        "\u00a0=1+1",
        "\u200B=1+1",
        "＝1+1"
      })
  void a_formula_stays_text(String cell) {
    assertThat(CsvSheet.harmless(cell)).isEqualTo("'" + cell);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "Calls = too early", "a-b", "3", "'quoted", "予算がない"})
  void other_text_stays_as_it_is(String cell) {
    assertThat(CsvSheet.harmless(cell)).isEqualTo(cell);
  }
}
