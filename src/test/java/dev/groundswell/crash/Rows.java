package dev.groundswell.crash;

import dev.groundswell.db.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a database holds whose owner is gone. */
final class Rows {
  private final String url;
  private final @Nullable Path file;
  private final Path copy;

  /**
   * @param url as in DATABASE_URL
   * @param file H2's, without its ending, or null for PostgreSQL
   * @param folder for a copy of it, since its owner keeps it locked
   */
  Rows(String url, @Nullable Path file, Path folder) {
    this.url = url;
    this.file = file;
    this.copy = folder.resolve("standing");
  }

  /** Each mail with a digest: the id of its message, where that stands, and the digest. */
  List<List<String>> digests() throws IOException {
    return read(
        """
        select o.id, o.state, m.subject_id from outbox o
        join occasion m on m.workspace_id = o.workspace_id and m.outbox_id = o.id
        where m.kind = 'sponsor.digest'
        """);
  }

  private List<List<String>> read(String sql) throws IOException {
    String from = url;
    if (file != null) {
      Files.copy(
          Path.of(file + ".mv.db"), Path.of(copy + ".mv.db"), StandardCopyOption.REPLACE_EXISTING);
      from = "jdbc:h2:file:" + copy;
    }
    DatabaseUrl it = DatabaseUrl.parse(from);
    try (Connection connection =
            DriverManager.getConnection(
                it.jdbc(), it.isH2() ? "sa" : it.user(), it.isH2() ? "" : it.password());
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      List<List<String>> rows = new ArrayList<>();
      while (found.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          row.add(found.getString(i));
        }
        rows.add(row);
      }
      return rows;
    } catch (SQLException e) {
      throw new IOException("the rows can't be read", e);
    }
  }
}
