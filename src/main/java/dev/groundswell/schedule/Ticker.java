package dev.groundswell.schedule;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantLock;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDataMap;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs each piece of work at every tick, each beside the others and never twice at once. The work
 * asks the database what is due; Quartz keeps nothing that could get lost.
 */
public final class Ticker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);

  private final Map<String, Work> works;
  private final Scheduler scheduler;

  /**
   * @param every the pause between two ticks
   * @param works what to do at a tick, by name, in the order in which one builds on another
   */
  public Ticker(Duration every, Map<String, Runnable> works) {
    this.works = new LinkedHashMap<>();
    works.forEach((name, run) -> this.works.put(name, new Work(name, run)));
    try {
      scheduler =
          new StdSchedulerFactory(
                  properties("groundswell-" + System.identityHashCode(this), works.size()))
              .getScheduler();
      for (Work work : this.works.values()) {
        JobDataMap data = new JobDataMap(Map.of("work", work));
        scheduler.scheduleJob(
            JobBuilder.newJob(Tick.class).withIdentity(work.name()).usingJobData(data).build(),
            TriggerBuilder.newTrigger()
                .withSchedule(
                    SimpleScheduleBuilder.simpleSchedule()
                        .withIntervalInMilliseconds(every.toMillis())
                        .repeatForever()
                        .withMisfireHandlingInstructionNextWithRemainingCount())
                .build());
      }
    } catch (SchedulerException e) {
      throw new IllegalStateException("Quartz could not be set up", e);
    }
  }

  private static Properties properties(String name, int threads) {
    Properties properties = new Properties();
    properties.setProperty("org.quartz.scheduler.instanceName", name);
    properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
    properties.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
    properties.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
    properties.setProperty("org.quartz.threadPool.threadCount", String.valueOf(threads));
    properties.setProperty("org.quartz.threadPool.threadNamePrefix", "tick");
    return properties;
  }

  public void start() {
    try {
      scheduler.start();
    } catch (SchedulerException e) {
      throw new IllegalStateException("Quartz could not be started", e);
    }
  }

  /** Runs everything now and returns when it is through, as after the sandbox's clock was moved. */
  public void tickNow() {
    works.values().forEach(Work::runAlone);
  }

  /** Stops ticking, and waits for the work that has begun. */
  @Override
  public void close() {
    try {
      scheduler.shutdown(true);
    } catch (SchedulerException e) {
      LOG.warn("Quartz did not stop cleanly: {}", e.getMessage());
    }
  }

  private record Work(String name, Runnable run, ReentrantLock lock) {
    Work(String name, Runnable run) {
      this(name, run, new ReentrantLock());
    }

    void runAlone() {
      lock.lock();
      runLocked();
    }

    void runUnlessRunning() {
      if (lock.tryLock()) {
        runLocked();
      }
    }

    private void runLocked() {
      try {
        run.run();
      } catch (RuntimeException e) {
        // The next tick tries again; a thrown exception must not end the ticking.
        LOG.error("The tick of {} failed; the next one tries again", name, e);
      } finally {
        lock.unlock();
      }
    }
  }

  /** The one job class that Quartz knows. */
  public static final class Tick implements Job {
    @Override
    public void execute(JobExecutionContext context) {
      Object work = context.getMergedJobDataMap().get("work");
      ((Work) Objects.requireNonNull(work)).runUnlessRunning();
    }
  }
}
