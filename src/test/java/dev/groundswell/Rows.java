package dev.groundswell;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;

/** Every row of every table, as text, to see what has changed. */
final class Rows {
  private static final Pattern ID =
      Pattern.compile("(\\w+)=\\S*?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})");

  private static final int OF_EACH_COLUMN = 1;

  private Rows() {}

  static Map<String, Set<String>> of(Connection connection) {
    try {
      return read(connection);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static Map<String, Set<String>> read(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                """
                select table_name from information_schema.tables
                where table_schema = 'PUBLIC' and table_name not like 'flyway%'
                """)) {
      while (found.next()) {
        tables.add(found.getString(1));
      }
    }
    Map<String, Set<String>> rows = new TreeMap<>();
    for (String table : tables) {
      Set<String> some = new LinkedHashSet<>();
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("select * from \"" + table + "\"")) {
        while (row.next()) {
          StringBuilder text = new StringBuilder();
          for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            text.append(row.getMetaData().getColumnName(i))
                .append('=')
                .append(row.getString(i))
                .append(' ');
          }
          some.add(text.toString());
        }
      }
      rows.put(table, some);
    }
    return rows;
  }

  /** The ids in them: of each column some, since one row of a table is treated like the others. */
  static Set<String> ids(Map<String, Set<String>> rows) {
    Set<String> ids = new LinkedHashSet<>();
    rows.forEach(
        (table, all) -> {
          Map<String, Set<String>> byColumn = new TreeMap<>();
          for (String row : all) {
            ID.matcher(row)
                .results()
                .forEach(
                    it -> {
                      Set<String> some =
                          byColumn.computeIfAbsent(it.group(1), column -> new LinkedHashSet<>());
                      if (some.size() < OF_EACH_COLUMN) {
                        some.add(it.group(2));
                      }
                    });
          }
          byColumn.values().forEach(ids::addAll);
        });
    return ids;
  }

  /** No row of before was changed or taken away, and none was added to what they belong to. */
  static void assertUntouched(
      SoftAssertions softly,
      Map<String, Set<String>> before,
      Map<String, Set<String>> after,
      Set<String> ofThemselves) {
    Set<String> initiatives = new LinkedHashSet<>();
    for (String row : before.getOrDefault("INITIATIVE", Set.of())) {
      initiatives.add(row.replaceAll("(?s).*?\\bID=(\\S+).*", "$1"));
    }
    assertThat(initiatives).isNotEmpty();
    after.forEach(
        (table, rows) -> {
          if (ofThemselves.contains(table)) {
            return;
          }
          Set<String> old = before.getOrDefault(table, Set.of());
          softly.assertThat(rows).as(table).containsAll(old);
          softly
              .assertThat(rows.stream().filter(row -> !old.contains(row)))
              .as("added to " + table)
              .noneMatch(row -> belongs(row, initiatives));
        });
  }

  /** Whether a row names one of them, other than as the name of something new. */
  private static boolean belongs(String row, Set<String> initiatives) {
    String bare = row.replaceAll("\\bNAME(_KEY)?=\\S+", "");
    return initiatives.stream().anyMatch(bare::contains);
  }
}
