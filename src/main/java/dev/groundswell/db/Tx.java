package dev.groundswell.db;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/**
 * One open transaction. Stores take it as their first parameter, so that rows of several features
 * commit together or not at all. Never talk to Slack, mail or a model while holding one.
 */
public final class Tx {
  /** The SQLState of a unique key that is taken. */
  static final String ALREADY_THERE = "23505";

  private static final String BEFORE = "before";

  private final Handle handle;

  Tx(Handle handle) {
    this.handle = handle;
  }

  /** A statement with {@code :named} parameters that changes rows. */
  public Update update(String sql) {
    return handle.createUpdate(sql);
  }

  /** A query with {@code :named} parameters. */
  public Query query(String sql) {
    return handle.createQuery(sql);
  }

  /**
   * Runs statements that all stay, or none.
   *
   * @return false if a row that one of them would add is there already
   */
  public boolean adds(Runnable statements) {
    handle.savepoint(BEFORE);
    try {
      statements.run();
    } catch (RuntimeException e) {
      if (!ALREADY_THERE.equals(Database.sqlState(e))) {
        throw e;
      }
      handle.rollbackToSavepoint(BEFORE);
      return false;
    }
    handle.releaseSavepoint(BEFORE);
    return true;
  }

  /** One statement for many rows, each added with {@code bind…} and {@code add()}. */
  public org.jdbi.v3.core.statement.PreparedBatch batch(String sql) {
    return handle.prepareBatch(sql);
  }
}
