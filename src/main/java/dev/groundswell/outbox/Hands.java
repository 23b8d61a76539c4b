package dev.groundswell.outbox;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** So many threads of one medium, and not more work than they can begin at once. */
final class Hands {
  private final Semaphore free;
  private final ThreadPoolExecutor threads;

  Hands(String name, int most) {
    free = new Semaphore(most);
    AtomicInteger number = new AtomicInteger();
    threads =
        new ThreadPoolExecutor(
            most,
            most,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> {
              Thread thread = new Thread(work, name + "-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
  }

  /** Waits until one is free, and gives it the work. */
  void give(Runnable work) {
    free.acquireUninterruptibly();
    threads.execute(
        () -> {
          try {
            work.run();
          } finally {
            free.release();
          }
        });
  }
}
