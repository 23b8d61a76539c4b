package dev.groundswell.reminder;

import dev.groundswell.db.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done each night, by whichever node comes first. Each piece has a row with its time, swept
 * by the same tick as the reminders, so that a clock that is moved moves it too.
 */
public final class NightlyWork {
  private static final Logger LOG = LoggerFactory.getLogger(NightlyWork.class);

  private static final LocalTime NIGHT = LocalTime.of(3, 0);

  /** Whoever takes it and then dies leaves it to others after this time. */
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private static final Duration PAUSE = Duration.ofMinutes(5);

  private final Database database;
  private final Clock clock;
  private final Map<String, Chore> chores = new LinkedHashMap<>();
  private boolean known;

  public NightlyWork(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The same with one more thing to do, of that name. */
  public NightlyWork with(String name, Chore chore) {
    if (chores.put(name, chore) != null) {
      throw new IllegalStateException("twice a night: " + name);
    }
    return this;
  }

  /**
   * Does what is due.
   *
   * @return how many pieces of work were begun
   */
  public synchronized int workDue() {
    Instant now = clock.instant();
    if (!known) {
      database.transact(
          tx -> chores.keySet().forEach(name -> NightlyStore.ensure(tx, name, nextNight(now))));
      known = true;
    }
    int begun = 0;
    for (Map.Entry<String, Chore> chore : chores.entrySet()) {
      String name = chore.getKey();
      boolean ours =
          database.inTransaction(tx -> NightlyStore.claim(tx, name, now, now.plus(LONGEST)));
      if (ours) {
        begun++;
        Instant next = work(name, chore.getValue()) ? nextNight(now) : now.plus(PAUSE);
        database.transact(tx -> NightlyStore.settle(tx, name, next));
      }
    }
    return begun;
  }

  private static boolean work(String name, Chore chore) {
    try {
      return chore.work();
    } catch (RuntimeException e) {
      LOG.error("The nightly work {} failed; it is tried again", name, e);
      return false;
    }
  }

  private static Instant nextNight(Instant now) {
    ZonedDateTime at = now.atZone(ZoneOffset.UTC);
    ZonedDateTime night = at.with(NIGHT);
    return (night.isAfter(at) ? night : night.plusDays(1)).toInstant();
  }
}
