package dev.groundswell.practice.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.groundswell.privacy.PatientGuard;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A list of practices as it was read.
 *
 * @param lines those that can be taken over
 * @param problems what is wrong with the others
 * @param ignored columns that nobody knows
 */
public record PracticeList(List<Line> lines, List<Problem> problems, List<String> ignored) {
  /** The largest file, in bytes. */
  public static final int LARGEST = 10 * 1024 * 1024;

  private static final int LONGEST_NAME = 120;
  private static final int LONGEST = 120;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  public PracticeList {
    lines = List.copyOf(lines);
    problems = List.copyOf(problems);
    ignored = List.copyOf(ignored);
  }

  /** The columns that a list may have; the first has to be there. */
  public enum Column {
    NAME("practice", "practice name", "clinic"),
    SIZE("staff", "people"),
    REGION("county", "area"),
    RECORD_SYSTEM("ehr", "emr", "system"),
    OWNERSHIP("owner", "owned by"),
    PROGRAMMES("programs", "other programmes"),
    RHYTHM("contact", "prefers"),
    NETWORKS("network");

    private final String otherNames;

    Column(String... otherNames) {
      this.otherNames = "|" + String.join("|", otherNames) + "|";
    }

    static Optional<Column> of(String typed) {
      String name = typed.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", " ");
      for (Column column : values()) {
        if (name.equals(column.name().toLowerCase(Locale.ROOT).replace('_', ' '))
            || column.otherNames.contains("|" + name + "|")) {
          return Optional.of(column);
        }
      }
      return Optional.empty();
    }
  }

  /** A practice of the list; an empty text is not known. */
  public record Line(long number, String name, @Nullable Integer size, Map<Column, String> texts) {
    public String text(Column column) {
      return texts.getOrDefault(column, "");
    }
  }

  /** What became of a file. */
  public sealed interface Read {
    record Good(PracticeList list) implements Read {}

    /** Nothing of it can be used. */
    record Bad(Why why) implements Read {}

    /** Why a file can't be used. */
    enum Why {
      EMPTY,
      TOO_LARGE,
      NOT_UTF8,
      NO_NAME_COLUMN,
      NOT_CSV
    }
  }

  /**
   * Reads a file as people save it: commas, semicolons or tabs, with or without a mark in front.
   */
  public static Read read(byte[] bytes) {
    if (bytes.length > LARGEST) {
      return new Read.Bad(Read.Why.TOO_LARGE);
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new Read.Bad(Read.Why.NOT_UTF8);
    }
    if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
      text = text.substring(1);
    }
    if (text.isBlank()) {
      return new Read.Bad(Read.Why.EMPTY);
    }
    if (text.indexOf('\0') >= 0) {
      return new Read.Bad(Read.Why.NOT_UTF8);
    }
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder().fieldSeparator(separator(text)).ofCsvRecord(text)) {
      return read(reader);
    } catch (CsvParseException e) {
      return new Read.Bad(Read.Why.NOT_CSV);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static char separator(String text) {
    String header = text.lines().findFirst().orElse("");
    char best = ',';
    long most = 0;
    for (char each : new char[] {',', ';', '\t'}) {
      long count = header.chars().filter(it -> it == each).count();
      if (count > most) {
        most = count;
        best = each;
      }
    }
    return best;
  }

  private static Read read(CsvReader<CsvRecord> reader) {
    Map<Column, Integer> columns = new EnumMap<>(Column.class);
    List<String> ignored = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    Map<String, Long> seen = new HashMap<>();
    boolean header = true;
    for (CsvRecord record : reader) {
      if (header) {
        for (int i = 0; i < record.getFieldCount(); i++) {
          Optional<Column> column = Column.of(record.getField(i));
          if (column.isEmpty() || columns.putIfAbsent(column.get(), i) != null) {
            ignored.add(record.getField(i).strip());
          }
        }
        if (!columns.containsKey(Column.NAME)) {
          return new Read.Bad(Read.Why.NO_NAME_COLUMN);
        }
        header = false;
      } else if (!isBlank(record)) {
        Line line = line(record, columns);
        Optional<Problem> problem = problem(line, record, columns, seen);
        problem.ifPresentOrElse(problems::add, () -> lines.add(line));
      }
    }
    return new Read.Good(new PracticeList(lines, problems, ignored));
  }

  private static boolean isBlank(CsvRecord record) {
    return record.getFields().stream().allMatch(String::isBlank);
  }

  private static Line line(CsvRecord record, Map<Column, Integer> columns) {
    Map<Column, String> texts = new EnumMap<>(Column.class);
    for (Column column : columns.keySet()) {
      texts.put(column, harmless(field(record, columns, column)));
    }
    String name = texts.getOrDefault(Column.NAME, "");
    // As it stands there: without its sign, "-5" would pass for 5.
    String size = field(record, columns, Column.SIZE).strip();
    texts.remove(Column.NAME);
    texts.remove(Column.SIZE);
    return new Line(
        record.getStartingLineNumber(),
        name,
        size.matches("\\d{1,6}") ? Integer.valueOf(size) : null,
        texts);
  }

  private static String field(CsvRecord record, Map<Column, Integer> columns, Column column) {
    Integer index = columns.get(column);
    return index == null || index >= record.getFieldCount() ? "" : record.getField(index);
  }

  /** Without what a spreadsheet would take for the beginning of a formula. */
  static String harmless(String cell) {
    return cell.strip().replaceFirst("^[=+@\\-\\s]+", "").replaceAll("\\s+", " ");
  }

  private static Optional<Problem> problem(
      Line line, CsvRecord record, Map<Column, Integer> columns, Map<String, Long> seen) {
    if (line.name().isEmpty()) {
      return problem(line, Problem.Kind.NO_NAME);
    }
    if (line.name().length() > LONGEST_NAME
        || line.texts().values().stream().anyMatch(it -> it.length() > LONGEST)) {
      return problem(line, Problem.Kind.TOO_LONG);
    }
    String size = field(record, columns, Column.SIZE).strip();
    Integer number = line.size();
    if (!size.isEmpty() && (number == null || number < 1 || number > 100_000)) {
      return problem(line, Problem.Kind.SIZE);
    }
    if (PatientGuard.check(line.name()).isPresent()
        || line.texts().values().stream().anyMatch(it -> PatientGuard.check(it).isPresent())) {
      return problem(line, Problem.Kind.PATIENT_DETAILS);
    }
    Long first = seen.putIfAbsent(line.name().toLowerCase(Locale.ROOT), line.number());
    return first == null
        ? Optional.empty()
        : Optional.of(new Problem(line.number(), Problem.Kind.TWICE, first));
  }

  private static Optional<Problem> problem(Line line, Problem.Kind kind) {
    return Optional.of(new Problem(line.number(), kind, 0));
  }
}
