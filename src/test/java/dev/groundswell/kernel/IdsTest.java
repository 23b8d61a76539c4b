package dev.groundswell.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {
  private final SettableClock clock = SettableClock.at("2026-11-02T09:00:00.123Z");
  private final Ids ids = new Ids(clock, new Random(7));

  @Test
  void an_id_is_a_uuid_of_version_7() {
    for (int i = 0; i < 1000; i++) {
      UUID id = ids.next();
      assertThat(id.version()).isEqualTo(7);
      assertThat(id.variant()).isEqualTo(2);
      assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(clock.millis());
    }
  }

  @Test
  void the_order_of_ids_is_the_order_of_time() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      made.add(ids.next().toString());
      clock.advance(Duration.ofMillis(1));
    }

    assertThat(made).isSortedAccordingTo(Comparator.naturalOrder());
  }

  @Test
  void ids_of_the_same_moment_differ() {
    List<UUID> made = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      made.add(ids.next());
    }

    assertThat(made).doesNotHaveDuplicates();
  }

  @Test
  void all_random_bits_are_used() {
    long high = 0;
    long low = 0;
    for (int i = 0; i < 200; i++) {
      UUID id = ids.next();
      high |= id.getMostSignificantBits();
      low |= id.getLeastSignificantBits();
    }

    assertThat(high & 0x0FFF).isEqualTo(0x0FFF);
    assertThat(low & 0x3FFF_FFFF_FFFF_FFFFL).isEqualTo(0x3FFF_FFFF_FFFF_FFFFL);
  }
}
