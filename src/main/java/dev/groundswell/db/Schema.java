package dev.groundswell.db;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;

/**
 * How far the schema of a database is; looking changes nothing.
 *
 * @param at the last migration that was done, or empty where there is none yet
 * @param wanted the last one that this version knows
 */
public record Schema(String at, String wanted) {
  /** H2: there is no such database, and none shall be made. */
  private static final int NOT_THERE = 90146;

  /**
   * Looks.
   *
   * @throws DatabaseUnavailable with a sentence that says what to do
   */
  public static Schema of(DatabaseUrl url) {
    String jdbc = url.isFile() ? url.jdbc() + ";IFEXISTS=TRUE" : url.jdbc();
    String user = url.isH2() ? "sa" : url.user();
    try {
      // Flyway alone would not say that the file is not there.
      DriverManager.getConnection(jdbc, user, url.password()).close();
      var info = Flyway.configure().dataSource(jdbc, user, url.password()).load().info();
      MigrationInfo current = info.current();
      return new Schema(current == null ? "" : text(current.getVersion()), last(info.all()));
    } catch (SQLException e) {
      if (e.getErrorCode() == NOT_THERE) {
        return new Schema("", last(Flyway.configure().dataSource("jdbc:h2:mem:", "", "").load()));
      }
      throw DatabaseUnavailable.because(url, new IllegalStateException(e));
    } catch (RuntimeException e) {
      throw DatabaseUnavailable.because(url, e);
    }
  }

  private static String last(Flyway flyway) {
    return last(flyway.info().all());
  }

  private static String last(MigrationInfo[] all) {
    return all.length == 0 ? "" : text(all[all.length - 1].getVersion());
  }

  private static String text(@Nullable MigrationVersion version) {
    return version == null ? "" : "V" + version;
  }

  public boolean isUpToDate() {
    return at.equals(wanted);
  }
}
