package dev.groundswell.sandbox.workspace;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Slack's limit for posting: about one message a second and channel, with a short burst. It runs on
 * the real clock, since whoever retries waits in real time.
 */
public final class PostingRate {
  private static final int BURST = 8;

  private record Bucket(double tokens, Instant at) {}

  private final Clock real;
  private final Map<String, Bucket> buckets = new HashMap<>();
  private boolean on = true;

  PostingRate(Clock real) {
    this.real = real;
  }

  /** Without it, one may post as fast as one likes. */
  public synchronized void limited(boolean limited) {
    on = limited;
    buckets.clear();
  }

  /** How long to wait before posting here, when it is too soon. */
  synchronized Optional<Duration> tooSoon(String channel) {
    if (!on) {
      return Optional.empty();
    }
    Instant now = real.instant();
    Bucket old = buckets.getOrDefault(channel, new Bucket(BURST, now));
    double seconds = Duration.between(old.at(), now).toMillis() / 1000.0;
    double tokens = Math.min(BURST, old.tokens() + seconds);
    if (tokens < 1) {
      buckets.put(channel, new Bucket(tokens, now));
      return Optional.of(Duration.ofSeconds(1));
    }
    buckets.put(channel, new Bucket(tokens - 1, now));
    return Optional.empty();
  }
}
