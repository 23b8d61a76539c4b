package dev.groundswell.db;

import java.util.concurrent.atomic.AtomicInteger;

/** The databases that Groundswell runs on, alike. */
public enum Engine {
  H2 {
    @Override
    public DatabaseUrl fresh() {
      return DatabaseUrl.parse("jdbc:h2:mem:fresh" + DATABASES.incrementAndGet());
    }

    @Override
    public void drop(DatabaseUrl url) {
      // It went with its last connection.
    }
  },

  POSTGRESQL {
    @Override
    public DatabaseUrl fresh() {
      return PostgresServer.shared().fresh();
    }

    @Override
    public void drop(DatabaseUrl url) {
      PostgresServer.shared().drop(url);
    }
  };

  private static final AtomicInteger DATABASES = new AtomicInteger();

  /** A database without rows that nobody else has. */
  public abstract DatabaseUrl fresh();

  /** Ends it. */
  public abstract void drop(DatabaseUrl url);
}
