package dev.groundswell.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is costly to find, found again only when it is older than some time. */
public final class Cached<V> implements Supplier<V> {
  private final Duration keptFor;
  private final Supplier<V> find;
  private final Clock clock;
  private @Nullable Found<V> found;

  private record Found<V>(V value, Instant at) {}

  public Cached(Duration keptFor, Supplier<V> find, Clock clock) {
    this.keptFor = keptFor;
    this.find = find;
    this.clock = clock;
  }

  /** The value; one at a time finds it, and the others wait for that one. */
  @Override
  public synchronized V get() {
    Instant now = clock.instant();
    Found<V> last = found;
    if (last == null || !last.at().plus(keptFor).isAfter(now) || last.at().isAfter(now)) {
      last = new Found<>(find.get(), now);
      found = last;
    }
    return last.value();
  }
}
