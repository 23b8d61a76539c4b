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
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The messages that are marked in a database whose owner stands still. */
final class Marks {
  private final String url;
  private final @Nullable Path file;
  private final Path copy;

  /**
   * @param url as in DATABASE_URL
   * @param file H2's, without its ending, or null for PostgreSQL
   * @param folder for a copy of it, since its owner keeps it locked
   */
  Marks(String url, @Nullable Path file, Path folder) {
    this.url = url;
    this.file = file;
    this.copy = folder.resolve("standing");
  }

  Set<String> all() throws IOException {
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
        ResultSet rows = statement.executeQuery("select id from outbox where state = 'SENDING'")) {
      Set<String> marked = new HashSet<>();
      while (rows.next()) {
        marked.add(rows.getString(1));
      }
      return marked;
    } catch (SQLException e) {
      throw new IOException("the marks can't be read", e);
    }
  }
}
