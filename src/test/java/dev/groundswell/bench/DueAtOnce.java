package dev.groundswell.bench;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariDataSource;
import dev.groundswell.KnownPeople;
import dev.groundswell.db.Database;
import dev.groundswell.db.DatabaseUrl;
import dev.groundswell.initiative.InitiativeSurroundings;
import dev.groundswell.kernel.Ids;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.outbox.Outbox;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.outbox.Outgoing.Medium;
import dev.groundswell.people.People;
import dev.groundswell.reminder.Reminders;
import dev.groundswell.schedule.CronRecurrence;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;

/**
 * Reminders of as many people due at one instant, until each has its message in the outbox: ours
 * beside Quartz with a trigger each, and beside db-scheduler, each on a fresh database.
 */
final class DueAtOnce {
  private static final WorkspaceId HERE = new WorkspaceId("T0BENCH");
  private static final String KIND = "bench.due";
  private static final int PENDING = 1_000_000;
  private static final int SLICE = 10_000;

  private final Supplier<DatabaseUrl> fresh;
  private final int crowd;

  DueAtOnce(Supplier<DatabaseUrl> fresh, int crowd) {
    this.fresh = fresh;
    this.crowd = crowd;
  }

  private static final class Counted {
    final Database database;
    final Outbox outbox;
    final Ids ids;
    final CountDownLatch left;

    Counted(Database database, int crowd) {
      this.database = database;
      ids = new Ids(Clock.systemUTC(), new Random(1));
      outbox = new Outbox(database, ids);
      left = new CountDownLatch(crowd);
    }

    void put(String person) {
      UUID subject = ids.next();
      database.transact(
          tx ->
              outbox.put(
                  tx,
                  HERE,
                  Medium.SLACK,
                  person,
                  new UserId(person),
                  List.of(new Item("due/" + subject, KIND, subject)),
                  Clock.systemUTC().instant()));
      left.countDown();
    }
  }

  /** A second. */
  double ours(int rounds, boolean amongAMillion) {
    double[] rates = new double[rounds];
    try (Database database = Database.open(fresh.get())) {
      Clock clock = Clock.systemUTC();
      Ids ids = new Ids(clock, new Random(1));
      People people = new People(database, new KnownPeople(), clock);
      Reminders reminders =
          new Reminders(
              database,
              new Outbox(database, ids),
              new InitiativeSurroundings(people),
              new CronRecurrence(),
              ids,
              clock);
      if (amongAMillion) {
        waitForNextYear(database, clock.instant().plus(Duration.ofDays(365)));
      }
      for (int round = 0; round < rounds; round++) {
        plan(database, reminders, ids, crowd, clock.instant());
        long begin = System.nanoTime();
        int fired = reminders.fireDue();
        rates[round] = fired / ((System.nanoTime() - begin) / 1e9);
        if (fired != crowd) {
          throw new IllegalStateException("fired " + fired);
        }
      }
    }
    Arrays.sort(rates);
    return rates[rounds / 2];
  }

  /** As rows that were planned long ago: both databases have counted them meanwhile. */
  private static void waitForNextYear(Database database, Instant dueAt) {
    for (int from = 1; from <= PENDING; from += SLICE) {
      int first = from;
      database.transact(
          tx ->
              tx.update(
                      """
                      insert into reminder (workspace_id, id, kind, subject_id, recipient, due_at,
                        state, fired)
                      select :workspace, id, :kind, id, person, :dueAt, 'WAITING', 0
                      from (
                        select cast('00000000-0000-7000-8000-' || lpad(cast(i as varchar), 12, '0')
                            as uuid) as id,
                          'U' || cast(i as varchar) as person
                        from generate_series(cast(:first as integer), cast(:last as integer))
                          as g (i)) pending
                      """)
                  .bind("workspace", HERE)
                  .bind("kind", KIND)
                  .bind("dueAt", dueAt)
                  .bind("first", first)
                  .bind("last", first + SLICE - 1)
                  .execute());
    }
    database.transact(tx -> tx.update("analyze").execute());
    database.sync();
  }

  private static void plan(
      Database database, Reminders reminders, Ids ids, int many, Instant dueAt) {
    for (int from = 0; from < many; from += 1000) {
      int first = from;
      database.transact(
          tx -> {
            for (int i = first; i < Math.min(first + 1000, many); i++) {
              reminders.plan(tx, HERE, KIND, ids.next(), new UserId("U" + i), dueAt);
            }
          });
    }
  }

  private static volatile Counted quartzCounts;

  /** What Quartz runs for each trigger. */
  public static final class PutOne implements Job {
    @Override
    public void execute(JobExecutionContext context) {
      Objects.requireNonNull(quartzCounts).put(context.getTrigger().getKey().getName());
    }
  }

  /** JobStoreTX as it is by default, on the same database. */
  double quartz() throws Exception {
    DatabaseUrl url = fresh.get();
    try (Database database = Database.open(url)) {
      execute(url, script(url.isH2() ? "tables_h2.sql" : "tables_postgres.sql"));
      quartzCounts = new Counted(database, crowd);
      Properties properties = new Properties();
      properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
      properties.setProperty("org.quartz.threadPool.threadCount", "10");
      properties.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
      String store = "org.quartz.jobStore.";
      properties.setProperty(store + "class", "org.quartz.impl.jdbcjobstore.JobStoreTX");
      properties.setProperty(
          store + "driverDelegateClass",
          "org.quartz.impl.jdbcjobstore."
              + (url.isH2() ? "StdJDBCDelegate" : "PostgreSQLDelegate"));
      properties.setProperty(store + "dataSource", "bench");
      String source = "org.quartz.dataSource.bench.";
      properties.setProperty(source + "provider", "hikaricp");
      properties.setProperty(
          source + "driver", url.isH2() ? "org.h2.Driver" : "org.postgresql.Driver");
      properties.setProperty(source + "URL", url.jdbc());
      properties.setProperty(source + "user", url.isH2() ? "sa" : String.valueOf(url.user()));
      properties.setProperty(source + "password", "");
      properties.setProperty(source + "maxConnections", "12");
      org.quartz.Scheduler scheduler = new StdSchedulerFactory(properties).getScheduler();
      var job = JobBuilder.newJob(PutOne.class).withIdentity("put").storeDurably().build();
      scheduler.addJob(job, true);
      Date due = Date.from(Clock.systemUTC().instant());
      for (int i = 0; i < crowd; i++) {
        scheduler.scheduleJob(
            TriggerBuilder.newTrigger().withIdentity("U" + i).forJob("put").startAt(due).build());
      }
      long begin = System.nanoTime();
      scheduler.start();
      quartzCounts.left.await();
      double rate = crowd / ((System.nanoTime() - begin) / 1e9);
      scheduler.shutdown(true);
      return rate;
    }
  }

  /** db-scheduler with a one-time task each, fetching as it does by default. */
  double dbScheduler() throws Exception {
    DatabaseUrl url = fresh.get();
    try (Database database = Database.open(url);
        HikariDataSource source = new HikariDataSource()) {
      execute(
          url,
          """
          create table scheduled_tasks (
            task_name varchar(100) not null, task_instance varchar(100) not null,
            task_data %s, execution_time timestamp(6) with time zone not null,
            picked boolean not null, picked_by varchar(50),
            last_success timestamp(6) with time zone, last_failure timestamp(6) with time zone,
            consecutive_failures int, last_heartbeat timestamp(6) with time zone,
            version bigint not null, priority smallint,
            primary key (task_name, task_instance));
          create index execution_time_idx on scheduled_tasks (execution_time);
          create index last_heartbeat_idx on scheduled_tasks (last_heartbeat)
          """
              .formatted(url.isH2() ? "blob" : "bytea"));
      source.setJdbcUrl(url.jdbc());
      source.setUsername(url.isH2() ? "sa" : url.user());
      source.setMaximumPoolSize(12);
      Counted counts = new Counted(database, crowd);
      OneTimeTask<Void> put =
          Tasks.oneTime("put").execute((instance, context) -> counts.put(instance.getId()));
      Scheduler scheduler =
          Scheduler.create(source, put).threads(10).pollingInterval(Duration.ofSeconds(1)).build();
      Instant due = Clock.systemUTC().instant();
      for (int i = 0; i < crowd; i++) {
        scheduler.schedule(put.instance("U" + i), due);
      }
      long begin = System.nanoTime();
      scheduler.start();
      counts.left.await();
      double rate = crowd / ((System.nanoTime() - begin) / 1e9);
      scheduler.stop();
      return rate;
    }
  }

  private static String script(String name) throws Exception {
    try (InputStream in =
        Objects.requireNonNull(
            Job.class.getResourceAsStream("/org/quartz/impl/jdbcjobstore/" + name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replaceAll("(?m)^--.*$", "")
          .replaceAll("(?i)drop table[^;]*;", "")
          .replaceAll("(?i)\\bcommit;", "");
    }
  }

  private static void execute(DatabaseUrl url, String sql) throws Exception {
    try (HikariDataSource source = new HikariDataSource()) {
      source.setJdbcUrl(url.jdbc());
      source.setUsername(url.isH2() ? "sa" : url.user());
      try (Connection connection = source.getConnection();
          Statement statement = connection.createStatement()) {
        for (String one : sql.split(";")) {
          if (!one.isBlank()) {
            statement.execute(one);
          }
        }
      }
    }
  }

  /** All of it. */
  void measure(String name) throws Exception {
    double ours = ours(3, false);
    Bench.print(new Figure(name + "-beside-quartz", ours, "per second", quartz()));
    Bench.print(new Figure(name + "-beside-db-scheduler", ours, "per second", dbScheduler()));
    Bench.print(new Figure(name + "-among-a-million", ours(3, true), "per second", ours));
  }
}
