package dev.groundswell.outbox;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Commits what several threads do at the same moment in one transaction, so that a commit costs
 * each of them its part. Whoever comes while one is under way goes with the next. Each returns when
 * their own deed is committed.
 */
final class Together {
  private final Database database;
  private final Runnable afterwards;
  private final Queue<Deed<?>> waiting = new ConcurrentLinkedQueue<>();
  private final ReentrantLock turn = new ReentrantLock(true);

  /**
   * @param afterwards what is done once after each commit, before anybody returns
   */
  Together(Database database, Runnable afterwards) {
    this.database = database;
    this.afterwards = afterwards;
  }

  private static final class Deed<T> {
    private final Function<Tx, T> work;
    private @Nullable T result;
    private @Nullable RuntimeException failure;
    private boolean over;

    Deed(Function<Tx, T> work) {
      this.work = work;
    }

    void run(Tx tx) {
      result = work.apply(tx);
    }
  }

  <T> T inTransaction(Function<Tx, T> work) {
    Deed<T> mine = new Deed<>(work);
    waiting.add(mine);
    turn.lock();
    try {
      if (!mine.over) {
        commitAllThatWait();
      }
    } finally {
      turn.unlock();
    }
    if (mine.failure != null) {
      throw new IllegalStateException("the transaction that it was part of failed", mine.failure);
    }
    return Objects.requireNonNull(mine.result);
  }

  private void commitAllThatWait() {
    List<Deed<?>> deeds = new ArrayList<>();
    for (Deed<?> next = waiting.poll(); next != null; next = waiting.poll()) {
      deeds.add(next);
    }
    RuntimeException failure = null;
    try {
      database.transact(tx -> deeds.forEach(deed -> deed.run(tx)));
      afterwards.run();
    } catch (RuntimeException e) {
      failure = e;
    }
    for (Deed<?> deed : deeds) {
      deed.failure = failure;
      deed.over = true;
    }
  }
}
