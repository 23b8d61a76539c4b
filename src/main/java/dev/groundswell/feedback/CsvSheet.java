package dev.groundswell.feedback;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A table as CSV that a spreadsheet opens as it is: UTF-8 with its mark in front, so that Excel
 * reads umlauts and emoji, lines ended by CR LF, every cell in quotes. A cell that a spreadsheet
 * would take for a formula gets an apostrophe in front, and stays text.
 */
public final class CsvSheet {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private CsvSheet() {}

  /** The table, its head in the first row. */
  public static byte[] of(List<List<String>> rows) {
    StringWriter text = new StringWriter();
    text.append(BYTE_ORDER_MARK);
    try (CsvWriter writer =
        CsvWriter.builder()
            .quoteStrategy(QuoteStrategies.ALWAYS)
            .lineDelimiter(LineDelimiter.CRLF)
            .build(text)) {
      rows.forEach(row -> writer.writeRecord(row.stream().map(CsvSheet::harmless).toList()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Blanks in front of a formula do not make it text in every spreadsheet, nor do wide signs. */
  static String harmless(String cell) {
    String bare = cell.replaceFirst("^[\\p{Z}\\u200B-\\u200F\\u2060\\uFEFF]+", "");
    boolean formula = !bare.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(bare.charAt(0)) >= 0;
    return formula ? "'" + cell : cell;
  }
}
