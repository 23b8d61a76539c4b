package dev.groundswell.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.SQLExceptionOverride;
import dev.groundswell.kernel.ChannelId;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database, open and migrated. */
public final class Database implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);

  /** What H2 says of a connection whose file was closed, to be compacted, when it was just open. */
  private static final String CLOSED_WITH_ITS_FILE = "90121";

  /**
   * A row that was there already, a change that came between, two that wait for each other, and a
   * connection that ended before anything was done.
   */
  private static final Set<String> PASSING =
      Set.of(Tx.ALREADY_THERE, "40001", "40P01", CLOSED_WITH_ITS_FILE);

  private static final int MOST_TRIES = 3;
  private static final int OLDEST_POSTGRESQL = 15;

  /** A transaction that lasts longer than this is left alone. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

  private final DatabaseUrl url;
  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final int migrations;
  private final AtomicLong syncsAsked = new AtomicLong();
  private final Object syncing = new Object();
  private final Pulse pulse = new Pulse(this::oneComesBack);
  private long syncedUpTo;

  private Database(DatabaseUrl url, HikariDataSource pool, int migrations) {
    this.url = url;
    this.pool = pool;
    this.migrations = migrations;
    this.jdbi = jdbi(pool);
    // What people said is among the parameters, and exceptions are logged.
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
  }

  /** A connection that was closed with its file is not handed out again. */
  private static final class Gone implements SQLExceptionOverride {
    @java.lang.Override
    public SQLExceptionOverride.Override adjudicate(SQLException failure) {
      return CLOSED_WITH_ITS_FILE.equals(failure.getSQLState())
          ? Override.MUST_EVICT
          : Override.CONTINUE_EVICT;
    }
  }

  private static Jdbi jdbi(HikariDataSource pool) {
    return Jdbi.create(pool)
        .registerArrayType(UUID.class, "uuid")
        .registerArgument(new InstantArgument())
        .registerArgument(new TextArgument())
        .registerArgument(asText(WorkspaceId.class, WorkspaceId::value))
        .registerArgument(asText(UserId.class, UserId::value))
        .registerArgument(asText(ChannelId.class, ChannelId::value))
        .registerColumnMapper(
            Instant.class,
            (row, column, context) -> {
              OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
              return at == null ? null : at.toInstant();
            })
        .registerColumnMapper(
            WorkspaceId.class, (row, column, context) -> new WorkspaceId(row.getString(column)))
        .registerColumnMapper(
            UserId.class,
            (row, column, context) -> {
              String id = row.getString(column);
              return id == null ? null : new UserId(id);
            });
  }

  /**
   * Opens the database and brings its schema up to date.
   *
   * @throws DatabaseUnavailable with a sentence that says what to do
   */
  public static Database open(DatabaseUrl url) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("groundswell");
    config.setJdbcUrl(url.jdbc());
    config.setUsername(url.isH2() ? "sa" : url.user());
    config.setPassword(url.password());
    config.setMaximumPoolSize(16);
    config.setConnectionTimeout(10_000);
    config.setAllowPoolSuspension(url.isFile());
    config.setExceptionOverride(new Gone());
    if (!url.isH2()) {
      // Many rows go in by one statement, instead of one after the other.
      config.addDataSourceProperty("reWriteBatchedInserts", "true");
    }
    HikariDataSource pool;
    try {
      pool = new HikariDataSource(config);
    } catch (RuntimeException e) {
      throw DatabaseUnavailable.because(url, e);
    }
    int migrations;
    try {
      refuseOlder(url, majorVersion(pool));
      Flyway flyway = Flyway.configure().dataSource(pool).load();
      flyway.migrate();
      migrations = flyway.info().applied().length;
    } catch (DatabaseUnavailable e) {
      pool.close();
      throw e;
    } catch (RuntimeException e) {
      pool.close();
      throw DatabaseUnavailable.because(url, e);
    }
    return new Database(url, pool, migrations);
  }

  private static int majorVersion(HikariDataSource pool) {
    try (Connection connection = pool.getConnection()) {
      return connection.getMetaData().getDatabaseMajorVersion();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Statements are used that PostgreSQL has had since then.
   *
   * @throws DatabaseUnavailable with a sentence that says what to do
   */
  static void refuseOlder(DatabaseUrl url, int majorVersion) {
    if (!url.isH2() && majorVersion < OLDEST_POSTGRESQL) {
      throw DatabaseUnavailable.tooOld(majorVersion, OLDEST_POSTGRESQL);
    }
  }

  /**
   * Runs the work in one transaction: all of it is committed when this returns, or none. Work that
   * met somebody else's at the same moment, such as a row that both wanted to add, is done again
   * from its beginning, so that it sees what the other one did; it must have no effect but by its
   * transaction.
   */
  public <T> T inTransaction(Function<Tx, T> work) {
    return again(() -> jdbi.inTransaction(handle -> work.apply(new Tx(handle))));
  }

  /** Runs one query by itself; for more than one that belong together there is a transaction. */
  public <T> T query(Function<Tx, T> query) {
    return again(() -> jdbi.withHandle(handle -> query.apply(new Tx(handle))));
  }

  private static <T> T again(Supplier<T> work) {
    for (int tries = 1; ; tries++) {
      try {
        return work.get();
      } catch (RuntimeException e) {
        // After a failed statement PostgreSQL takes no other one, so only the whole can be retried.
        if (tries == MOST_TRIES || !PASSING.contains(sqlState(e))) {
          throw e;
        }
        LOG.info("Something came between (SQLState {}); again", sqlState(e));
      }
    }
  }

  /** {@link #inTransaction} for work that returns nothing. */
  public void transact(Consumer<Tx> work) {
    this.<Boolean>inTransaction(
        tx -> {
          work.accept(tx);
          return true;
        });
  }

  /** How many transactions that write are worth while at once: H2 has them take turns. */
  public int writersAtOnce() {
    return url.isH2() ? 1 : 2;
  }

  /**
   * Makes what was committed survive a power cut too. H2 makes no fsync of its own; PostgreSQL has
   * made it at the commit.
   */
  public void sync() {
    if (!url.isH2()) {
      return;
    }
    long mine = syncsAsked.incrementAndGet();
    synchronized (syncing) {
      // One that began after it was asked for has written down what the asker committed.
      if (syncedUpTo < mine) {
        long upTo = syncsAsked.get();
        query(tx -> tx.update("checkpoint sync").execute());
        syncedUpTo = upTo;
      }
    }
  }

  /**
   * Compacts a file of H2's that has grown beyond a size, since it uses no space again while it is
   * open. Whoever needs the database meanwhile waits, as for a connection; that takes about as long
   * as reading what is really in it.
   *
   * @return whether it was compacted; not while somebody holds a connection for long
   */
  public boolean keepBelow(long bytes) {
    if (!url.isFile() || fileSize().orElse(0) <= bytes) {
      return false;
    }
    HikariPoolMXBean connections = pool.getHikariPoolMXBean();
    connections.suspendPool();
    try {
      if (!allComeBack(connections)) {
        return false;
      }
      compact();
      return true;
    } finally {
      connections.resumePool();
    }
  }

  private static boolean allComeBack(HikariPoolMXBean connections) {
    long end = System.nanoTime() + LONGEST_WAIT.toNanos();
    connections.softEvictConnections();
    while (connections.getTotalConnections() > 0) {
      if (System.nanoTime() > end) {
        return false;
      }
      connections.softEvictConnections();
      LockSupport.parkNanos(1_000_000);
    }
    return true;
  }

  private void compact() {
    try (Connection last = DriverManager.getConnection(url.jdbc(), "sa", url.password());
        Statement statement = last.createStatement()) {
      statement.execute("shutdown compact");
    } catch (SQLException e) {
      LOG.warn("The database file was closed without being compacted: {}", e.getMessage());
    }
  }

  /** True if a query comes back, within two seconds. */
  public boolean answers() {
    return pulse.beats();
  }

  private boolean oneComesBack() {
    try {
      return jdbi.withHandle(handle -> handle.createQuery("select 1").mapTo(Integer.class).one())
          == 1;
    } catch (RuntimeException e) {
      LOG.warn("The database does not answer: {}", e.getMessage());
      return false;
    }
  }

  /** True if the schema is still as far as it was when it was opened, or further. */
  public boolean isMigrated() {
    if (pulse.waits()) {
      return false;
    }
    try {
      return jdbi.withHandle(
              handle ->
                  handle
                      .createQuery(
                          """
                          select count(*) from "flyway_schema_history" where "success"
                          """)
                      .mapTo(Integer.class)
                      .one())
          >= migrations;
    } catch (RuntimeException e) {
      LOG.warn("The database can't say which migrations it has: {}", e.getMessage());
      return false;
    }
  }

  /** How busy the connections are. */
  public PoolUse poolUse() {
    HikariPoolMXBean use = pool.getHikariPoolMXBean();
    return new PoolUse(
        use.getActiveConnections(),
        use.getIdleConnections(),
        use.getThreadsAwaitingConnection(),
        pool.getMaximumPoolSize());
  }

  /** The size of H2's file in bytes; empty for H2 in memory and for PostgreSQL. */
  public OptionalLong fileSize() {
    if (!url.isH2()) {
      return OptionalLong.empty();
    }
    return query(
        tx ->
            tx.query(
                    """
                    select setting_value from information_schema.settings
                    where setting_name = 'info.FILE_SIZE'
                    """)
                .mapTo(Long.class)
                .findOne()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty));
  }

  /** Closes the pool, and then compacts a file of H2's, since it grows while it is open. */
  @Override
  public void close() {
    pulse.close();
    pool.close();
    if (url.isFile()) {
      compact();
    }
  }

  /**
   * Instants go in as UTC, whatever the zone of the machine, and to the microsecond as the columns
   * have it: H2 would round up what it stores, and find it unequal to what it is compared with.
   */
  private static final class InstantArgument extends AbstractArgumentFactory<Instant> {
    InstantArgument() {
      super(Types.TIMESTAMP_WITH_TIMEZONE);
    }

    @Override
    protected Argument build(Instant value, ConfigRegistry config) {
      return (position, statement, context) ->
          statement.setObject(
              position,
              OffsetDateTime.ofInstant(value.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC));
    }
  }

  /** PostgreSQL keeps every character but NUL, which nobody types and a program may send. */
  private static final class TextArgument extends AbstractArgumentFactory<String> {
    TextArgument() {
      super(Types.VARCHAR);
    }

    @Override
    protected Argument build(String value, ConfigRegistry config) {
      return (position, statement, context) ->
          statement.setString(position, value.replace("\0", ""));
    }
  }

  /** Ids that carry a type in Java are text in the database. */
  private static <T> ArgumentFactory asText(Class<T> type, Function<T, String> text) {
    return (asked, value, config) ->
        type.isInstance(value)
            ? Optional.of(
                (position, statement, context) ->
                    statement.setString(position, text.apply(type.cast(value))))
            : Optional.empty();
  }

  static String sqlState(RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState();
      }
    }
    return "";
  }
}
