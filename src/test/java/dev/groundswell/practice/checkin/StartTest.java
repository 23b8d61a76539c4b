package dev.groundswell.practice.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.knowledge.Stage;
import dev.groundswell.practice.checkin.Start.Seen;
import dev.groundswell.reminder.WorkingTime;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When work with a practice could begin. */
class StartTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);
  private static final Course NEW = Course.begun(Stage.PRECONTEMPLATION);

  private static Demand demand(String name, LocalDate from, @Nullable LocalDate until) {
    return new Demand(new UUID(1, name.hashCode()), Demand.Kind.GO_LIVE, name, from, until);
  }

  private static Optional<Start> start(Course course, Seen seen, Demand... demands) {
    Agenda agenda =
        new Agenda(
            ZoneOffset.UTC, WorkingTime.USUAL, Set.of(LocalDate.of(2026, 12, 1)), List.of(demands));
    return Start.propose(course, seen, agenda, MONDAY);
  }

  @Test
  void a_practice_that_was_seen_ready_can_begin_in_a_week() {
    assertThat(start(NEW, Seen.READY)).contains(new Start(MONDAY.plusDays(7), null));
  }

  @Test
  void it_begins_after_the_go_live_on_a_day_when_people_work() {
    // It ends on Monday, 30 November; the Tuesday after is a holiday.
    Demand goLive = demand("Go-live", LocalDate.of(2026, 11, 20), LocalDate.of(2026, 11, 30));

    assertThat(start(NEW, Seen.UNKNOWN, goLive))
        .contains(new Start(LocalDate.of(2026, 12, 2), goLive));
    assertThat(start(NEW, Seen.READY, goLive))
        .contains(new Start(LocalDate.of(2026, 12, 2), goLive));
  }

  @Test
  void of_several_that_overlap_or_follow_each_other_the_last_one_counts() {
    Demand audit = demand("Audit", MONDAY.minusDays(3), MONDAY.plusDays(10));
    Demand holidays = demand("Holidays", MONDAY.plusDays(30), MONDAY.plusDays(37));

    assertThat(start(NEW, Seen.UNKNOWN, audit, holidays))
        .contains(new Start(MONDAY.plusDays(38), holidays));
  }

  @Test
  void what_is_over_or_far_away_is_no_reason_to_wait() {
    Demand over = demand("Over", MONDAY.minusDays(30), MONDAY.minusDays(1));
    Demand far = demand("Far", MONDAY.plusDays(60), MONDAY.plusDays(70));

    assertThat(start(NEW, Seen.READY, over, far)).contains(new Start(MONDAY.plusDays(7), null));
    assertThat(start(NEW, Seen.UNKNOWN, over, far)).isEmpty();
  }

  @Test
  void there_is_no_proposal_without_an_end_nor_to_who_said_not_now_nor_at_work() {
    Demand open = demand("Open", MONDAY, null);
    Demand closed = demand("Closed", MONDAY, MONDAY.plusDays(3));

    assertThat(start(NEW, Seen.READY, open)).isEmpty();
    assertThat(start(NEW, Seen.NOT_YET, closed)).isEmpty();
    assertThat(start(NEW.notNow(new Plan(MONDAY, 12, Set.of())), Seen.READY, closed)).isEmpty();
    assertThat(start(NEW.leaveAlone(), Seen.READY)).isEmpty();
    assertThat(start(Course.begun(Stage.ACTION), Seen.READY)).isEmpty();
    assertThat(start(Course.begun(Stage.PREPARATION), Seen.READY)).isPresent();
  }
}
