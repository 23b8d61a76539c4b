package dev.groundswell.db;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/**
 * One open transaction. Stores take it as their first parameter, so that rows of several features
 * commit together or not at all. Never talk to Slack, mail or a model while holding one.
 */
public final class Tx {
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

  /** One statement for many rows, each added with {@code bind…} and {@code add()}. */
  public org.jdbi.v3.core.statement.PreparedBatch batch(String sql) {
    return handle.prepareBatch(sql);
  }
}
