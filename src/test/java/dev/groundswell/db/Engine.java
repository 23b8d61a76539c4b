package dev.groundswell.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The databases that Groundswell runs on, alike. To build a schema takes longer than most tests, so
 * a database that was given back is emptied and lent again: its rows go, so that a test that
 * changes the schema changes it back.
 */
public enum Engine {
  H2("set referential_integrity false", "set referential_integrity true") {
    @Override
    DatabaseUrl create() {
      return DatabaseUrl.parse(
          "jdbc:h2:mem:fresh" + DATABASES.incrementAndGet() + ";DB_CLOSE_DELAY=-1");
    }
  },

  POSTGRESQL("set session_replication_role = replica", "set session_replication_role = origin") {
    @Override
    DatabaseUrl create() {
      return PostgresServer.shared().fresh();
    }
  };

  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private final String inAnyOrder;
  private final String inOrderAgain;
  private final Queue<DatabaseUrl> free = new ConcurrentLinkedQueue<>();

  Engine(String inAnyOrder, String inOrderAgain) {
    this.inAnyOrder = inAnyOrder;
    this.inOrderAgain = inOrderAgain;
  }

  abstract DatabaseUrl create();

  /** A database without rows that nobody else has. */
  public DatabaseUrl fresh() {
    DatabaseUrl used = free.poll();
    return used == null ? create() : used;
  }

  /** Empties it for the next one, once nobody is connected to it. */
  public void giveBack(DatabaseUrl url) {
    String user = url.isH2() ? "sa" : url.user();
    try (Connection connection = DriverManager.getConnection(url.jdbc(), user, url.password());
        Statement statement = connection.createStatement()) {
      StringBuilder all = new StringBuilder(inAnyOrder);
      try (ResultSet tables =
          statement.executeQuery(
              """
              select table_name from information_schema.tables
              where lower(table_schema) = 'public' and table_type = 'BASE TABLE'
                and lower(table_name) not like 'flyway%'
              """)) {
        while (tables.next()) {
          all.append("; delete from ").append(tables.getString(1));
        }
      }
      statement.execute(all.append("; ").append(inOrderAgain).toString());
      free.add(url);
    } catch (SQLException e) {
      LOG.info("A database could not be emptied, and is not lent again: {}", e.getMessage());
    }
  }
}
