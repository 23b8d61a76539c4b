package dev.groundswell.db;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL, started by the tests themselves, with as many databases as they like. */
public final class PostgresServer implements AutoCloseable {
  private static final String MIGRATED = "migrated";

  private final EmbeddedPostgres server;
  private final AtomicInteger databases = new AtomicInteger();

  private PostgresServer(EmbeddedPostgres server) {
    this.server = server;
    execute("create database " + MIGRATED);
    Database.open(url(MIGRATED)).close();
  }

  /** The one that all tests of a run share; it ends with the run. */
  public static PostgresServer shared() {
    return Shared.SERVER;
  }

  /** One of its own that keeps what it committed through a power cut too, as in earnest. */
  public static PostgresServer durable() {
    return start(
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on"));
  }

  private static PostgresServer start(EmbeddedPostgres.Builder builder) {
    try {
      return new PostgresServer(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Shared {
    private static final PostgresServer SERVER = start(EmbeddedPostgres.builder());
  }

  /** A new database with the schema and without rows, in the spelling of hosting services. */
  public DatabaseUrl fresh() {
    return DatabaseUrl.parse(freshAddress());
  }

  /** The address of a new database, as it stands in {@code DATABASE_URL}. */
  public String freshAddress() {
    String name = "fresh" + databases.incrementAndGet();
    execute("create database " + name + " template " + MIGRATED);
    return address(name);
  }

  /** Ends a database of this server, and whoever is connected to it. */
  public void drop(DatabaseUrl url) {
    execute("drop database " + url.jdbc().replaceFirst(".*/", "") + " with (force)");
  }

  /** The address of an empty database without the schema. */
  public String emptyAddress() {
    String name = "empty" + databases.incrementAndGet();
    execute("create database " + name);
    return address(name);
  }

  private String address(String name) {
    return "postgres://postgres@localhost:" + server.getPort() + "/" + name;
  }

  private DatabaseUrl url(String name) {
    return DatabaseUrl.parse(address(name));
  }

  private synchronized void execute(String sql) {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
