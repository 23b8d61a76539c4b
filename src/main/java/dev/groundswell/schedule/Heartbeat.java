package dev.groundswell.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Watches pieces of work that should be done at every tick, and names those that are not. */
public final class Heartbeat {
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(10);

  /** A day's backlog may take its time; what takes longer than this hangs. */
  private static final Duration LONGEST_RUN = Duration.ofMinutes(10);

  private final Clock clock;
  private final Map<String, Beat> beats = new ConcurrentHashMap<>();

  /**
   * @param ended when it last ran, or null if never
   * @param since when it began, or null if it does not run
   */
  private record Beat(@Nullable Instant ended, @Nullable Instant since) {
    boolean isLate(Instant now) {
      return since == null
          ? ended == null || ended.plus(LONGEST_SILENCE).isBefore(now)
          : since.plus(LONGEST_RUN).isBefore(now);
    }
  }

  public Heartbeat(Clock clock) {
    this.clock = clock;
  }

  /** The same work, watched. */
  public Runnable watched(String name, Runnable work) {
    beats.put(name, new Beat(null, null));
    return () -> {
      Instant began = clock.instant();
      beats.computeIfPresent(name, (same, beat) -> new Beat(beat.ended(), began));
      try {
        work.run();
      } finally {
        beats.put(name, new Beat(clock.instant(), null));
      }
    };
  }

  /** The works that did not run within the last ten seconds, or hang; by name. */
  public List<String> late() {
    Instant now = clock.instant();
    return beats.entrySet().stream()
        .filter(it -> it.getValue().isLate(now))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }
}
