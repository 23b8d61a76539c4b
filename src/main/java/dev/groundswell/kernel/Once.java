package dev.groundswell.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does a thing once for each key, and gives whoever comes again the answer of the first time. Those
 * who come while it is being done wait for it. A deed that throws was not done: its key is free
 * again.
 *
 * <p>Memory is bounded twice, since an answer is a thousand times larger than its key: the keys of
 * some time are kept, and the answers to the latest of them.
 */
public final class Once<V> {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private final Duration remembered;
  private final int mostKeys;
  private final int mostAnswers;
  private final V afterwards;
  private final Clock clock;
  private final Map<String, Held<V>> held = new LinkedHashMap<>();
  private final Deque<Held<V>> answered = new ArrayDeque<>();

  /**
   * @param remembered how long a key is kept
   * @param mostKeys how many keys are kept; the oldest make room
   * @param mostAnswers how many answers are kept
   * @param afterwards the answer to a key that is known, but whose own answer is no longer kept
   */
  public Once(Duration remembered, int mostKeys, int mostAnswers, V afterwards, Clock clock) {
    this.remembered = remembered;
    this.mostKeys = mostKeys;
    this.mostAnswers = mostAnswers;
    this.afterwards = afterwards;
    this.clock = clock;
  }

  /**
   * What came of it.
   *
   * @param isFirst false for whoever came again
   */
  public record Outcome<V>(V answer, boolean isFirst) {}

  /**
   * @throws IllegalStateException when the first is still not through after ten seconds
   */
  public Outcome<V> run(String key, Supplier<V> deed) {
    Held<V> mine = new Held<>(clock.instant().plus(remembered));
    Held<V> before = hold(key, mine);
    if (before != null) {
      return new Outcome<>(before.await(), false);
    }
    V answer;
    try {
      answer = deed.get();
    } catch (RuntimeException | Error e) {
      forget(key, mine);
      mine.answer.completeExceptionally(e);
      throw e;
    }
    mine.answer.complete(answer);
    keep(mine);
    return new Outcome<>(answer, true);
  }

  private synchronized @Nullable Held<V> hold(String key, Held<V> mine) {
    Instant now = clock.instant();
    dropOldestWhile(it -> !it.until.isAfter(now));
    Held<V> before = held.get(key);
    if (before == null) {
      dropOldestWhile(it -> held.size() >= mostKeys);
      held.put(key, mine);
    }
    return before;
  }

  private void dropOldestWhile(Predicate<Held<V>> isGone) {
    Iterator<Held<V>> oldest = held.values().iterator();
    while (oldest.hasNext() && isGone.test(oldest.next())) {
      oldest.remove();
    }
  }

  private synchronized void forget(String key, Held<V> mine) {
    held.remove(key, mine);
  }

  private synchronized void keep(Held<V> mine) {
    answered.add(mine);
    while (answered.size() > mostAnswers) {
      Objects.requireNonNull(answered.poll()).answer.obtrudeValue(afterwards);
    }
  }

  /** How many keys are kept. */
  public synchronized int size() {
    return held.size();
  }

  private static final class Held<V> {
    private final Instant until;
    private final CompletableFuture<V> answer = new CompletableFuture<>();

    Held(Instant until) {
      this.until = until;
    }

    V await() {
      try {
        return answer.get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        throw new IllegalStateException("the first of two equal requests takes too long", e);
      } catch (ExecutionException e) {
        throw new IllegalStateException("the first of two equal requests failed", e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("stopped while waiting for the first of two requests", e);
      }
    }
  }
}
