package dev.groundswell.db;

import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The database could not be opened; the message is one sentence for the person who started it. */
public final class DatabaseUnavailable extends RuntimeException {
  private static final int H2_FILE_LOCKED = 90020;

  private DatabaseUnavailable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  static DatabaseUnavailable tooOld(int version, int oldest) {
    return new DatabaseUnavailable(
        "DATABASE_URL: the server there is PostgreSQL "
            + version
            + ", and Groundswell needs "
            + oldest
            + " or later; move the database to a newer server first.",
        null);
  }

  static DatabaseUnavailable because(DatabaseUrl url, RuntimeException failure) {
    SQLException sql = null;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException found) {
        sql = found;
      }
    }
    if (sql != null && sql.getErrorCode() == H2_FILE_LOCKED) {
      return new DatabaseUnavailable(
          "DATABASE_URL: another process has the database file open; stop that Groundswell first,"
              + " or give this one a file of its own.",
          failure);
    }
    String said = sql == null || sql.getMessage() == null ? "" : firstLine(sql.getMessage());
    if (said.toLowerCase(Locale.ROOT).contains("jdbc:")) {
      // A driver that can't read the address quotes it, with the password that may stand in it.
      said = "the address can't be read.";
    }
    return new DatabaseUnavailable(
        "DATABASE_URL: "
            + url
            + " could not be opened: "
            + said
            + " Check that it runs, and that the address, the name and the password are right.",
        failure);
  }

  private static String firstLine(String text) {
    String line = text.lines().findFirst().orElse("").strip();
    int bracket = line.indexOf(" [");
    String plain = bracket > 0 ? line.substring(0, bracket) : line;
    return plain.endsWith(".") ? plain : plain + ".";
  }
}
