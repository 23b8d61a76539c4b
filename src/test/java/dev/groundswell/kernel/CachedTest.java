package dev.groundswell.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.SettableClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CachedTest {
  private final SettableClock clock = SettableClock.at("2026-11-23T12:00:00Z");
  private final AtomicInteger found = new AtomicInteger();
  private final Cached<Integer> cached =
      new Cached<>(Duration.ofSeconds(5), found::incrementAndGet, clock);

  @Test
  void a_value_is_found_again_only_when_it_is_old() {
    assertThat(cached.get()).isEqualTo(1);
    clock.advance(Duration.ofMillis(4999));
    assertThat(cached.get()).isEqualTo(1);
    clock.advance(Duration.ofMillis(1));
    assertThat(cached.get()).isEqualTo(2);
  }

  @Test
  void a_clock_that_goes_back_does_not_keep_it_for_ever() {
    cached.get();
    clock.advance(Duration.ofHours(-1));

    assertThat(cached.get()).isEqualTo(2);
  }
}
