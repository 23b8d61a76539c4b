package dev.groundswell.sandbox.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SandboxClockTest {
  private static final Instant START = Instant.parse("2026-11-22T09:14:00Z");
  private final SandboxClock clock = new SandboxClock(Clock.fixed(START, ZoneOffset.UTC));

  @Test
  void it_moves_forward_and_tells_who_waits() {
    List<Instant> told = new ArrayList<>();
    clock.onMoved(() -> told.add(clock.instant()));
    clock.advance(Duration.ofHours(1));
    clock.moveTo(START.plus(Duration.ofDays(7)));
    assertThat(told)
        .containsExactly(START.plus(Duration.ofHours(1)), START.plus(Duration.ofDays(7)));
  }

  @Test
  void it_never_goes_back() {
    clock.advance(Duration.ofDays(1));
    assertThatThrownBy(() -> clock.moveTo(START)).isInstanceOf(IllegalArgumentException.class);
    assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofDays(1)));
  }

  @Test
  void in_another_zone_it_is_the_same_clock() {
    Clock berlin = clock.withZone(ZoneId.of("Europe/Berlin"));
    clock.advance(Duration.ofMinutes(5));
    assertThat(berlin.instant()).isEqualTo(clock.instant());
    assertThat(berlin.getZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
  }

  @Test
  void somebody_who_fails_keeps_nobody_else_from_hearing() {
    List<String> told = new ArrayList<>();
    clock.onMoved(
        () -> {
          throw new IllegalStateException("on purpose");
        });
    clock.onMoved(() -> told.add("moved"));
    clock.advance(Duration.ofSeconds(1));
    assertThat(told).containsExactly("moved");
  }
}
