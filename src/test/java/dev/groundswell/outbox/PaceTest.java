package dev.groundswell.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.kernel.WorkspaceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final WorkspaceId HERE = new WorkspaceId("T0HERE");
  private static final WorkspaceId ELSEWHERE = new WorkspaceId("T0ELSEWHERE");
  private static final Duration SECOND = Duration.ofSeconds(1);

  private long now = -5;
  private final Pace pace = Pace.of(SECOND, 100, () -> now);

  private void after(Duration time) {
    now += time.toNanos();
  }

  private boolean goes(WorkspaceId workspace, String recipient) {
    return pace.take(workspace, recipient).isZero();
  }

  @Test
  void a_recipient_gets_the_next_message_a_second_after_the_last_one_was_through() {
    assertThat(goes(HERE, "C1")).isTrue();
    after(Duration.ofMillis(700));
    pace.gone(HERE, "C1");

    assertThat(pace.take(HERE, "C1")).isEqualTo(SECOND);
    after(Duration.ofMillis(999));
    assertThat(pace.take(HERE, "C1")).isEqualTo(Duration.ofMillis(1));
    assertThat(goes(HERE, "C2")).isTrue();
    after(Duration.ofMillis(1));
    assertThat(goes(HERE, "C1")).isTrue();
  }

  @Test
  void the_same_id_in_another_workspace_is_another_recipient() {
    assertThat(goes(HERE, "C1")).isTrue();
    assertThat(goes(ELSEWHERE, "C1")).isTrue();
  }

  @Test
  void a_workspace_gets_its_budget_in_each_minute_and_no_more() {
    List<Long> gone = new ArrayList<>();
    for (int i = 0; i < 30_000; i++) {
      if (goes(HERE, "C" + i)) {
        gone.add(now);
      }
      after(Duration.ofMillis(10));
    }

    for (long from : gone) {
      long within = gone.stream().filter(at -> at >= from && at < from + 60_000_000_000L).count();
      assertThat(within).isLessThanOrEqualTo(100);
    }
    assertThat(gone).hasSizeGreaterThan(5 * 90);
  }

  @Test
  void a_workspace_without_budget_holds_up_no_other() {
    int some = 0;
    while (goes(HERE, "C" + some)) {
      some++;
    }

    assertThat(some).isEqualTo(5);
    assertThat(goes(ELSEWHERE, "C1")).isTrue();
  }

  @Test
  void a_channel_that_is_told_to_wait_waits_alone() {
    assertThat(goes(HERE, "C1")).isTrue();
    pace.hold(HERE, "C1", Duration.ofSeconds(30));
    pace.gone(HERE, "C1");
    after(Duration.ofSeconds(29));

    assertThat(pace.take(HERE, "C1")).isEqualTo(SECOND);
    assertThat(goes(HERE, "C2")).isTrue();
  }

  @Test
  void where_two_channels_are_told_to_wait_the_workspace_waits() {
    pace.hold(HERE, "C1", Duration.ofSeconds(30));
    after(SECOND);
    pace.hold(HERE, "C2", Duration.ofSeconds(30));

    assertThat(pace.take(HERE, "C3")).isEqualTo(Duration.ofSeconds(30));
    assertThat(goes(ELSEWHERE, "C3")).isTrue();
    after(Duration.ofSeconds(30));
    assertThat(goes(HERE, "C3")).isTrue();
  }

  @Test
  void two_that_are_told_one_after_the_other_do_not_hold_the_workspace() {
    pace.hold(HERE, "C1", SECOND);
    after(SECOND);
    pace.hold(HERE, "C2", SECOND);

    assertThat(goes(HERE, "C3")).isTrue();
  }
}
