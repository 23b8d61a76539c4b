package dev.groundswell.practice.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundswell.knowledge.Stage;
import dev.groundswell.reminder.WorkingTime;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** When the next contact is due, whatever happened in whatever order. */
class CourseTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);
  private static final Plan TWELVE_WEEKS = new Plan(MONDAY, 12, EnumSet.allOf(ItemKind.class));

  private static Agenda agenda(Demand... demands) {
    return new Agenda(NEW_YORK, WorkingTime.USUAL, Set.of(), List.of(demands));
  }

  private static Demand demand(LocalDate from, LocalDate until) {
    return new Demand(new UUID(1, from.toEpochDay()), Demand.Kind.GO_LIVE, "New EHR", from, until);
  }

  private static LocalDate day(Optional<Instant> moment) {
    return moment.orElseThrow().atZone(NEW_YORK).toLocalDate();
  }

  private static final Instant NOW = MONDAY.atTime(10, 0).atZone(NEW_YORK).toInstant();

  private static <T> T any(Random random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  @Test
  void not_now_comes_back_after_its_weeks_at_the_first_good_moment() {
    Course held = Course.begun(Stage.PRECONTEMPLATION).notNow(TWELVE_WEEKS);

    Instant next = held.nextCheckIn(agenda(), NOW).orElseThrow();

    assertThat(next.atZone(NEW_YORK))
        .isEqualTo(LocalDate.of(2027, 1, 25).atTime(9, 0).atZone(NEW_YORK));
    assertThat(held.isHeld()).isTrue();
  }

  @Test
  void a_touch_sets_the_clock_anew_and_an_older_one_does_not_set_it_back() {
    Course held = Course.begun(Stage.PRECONTEMPLATION).notNow(TWELVE_WEEKS);

    Course touched = held.touched(MONDAY.plusWeeks(3));
    assertThat(touched.dueOn()).contains(MONDAY.plusWeeks(15));
    assertThat(touched.touched(MONDAY.plusWeeks(1)).dueOn()).contains(MONDAY.plusWeeks(15));
    assertThat(held.touched(MONDAY.minusWeeks(3)).dueOn()).contains(MONDAY.plusWeeks(12));
  }

  @Test
  void a_check_in_waits_until_a_go_live_is_over_and_moves_when_it_slips() {
    Course held = Course.begun(Stage.PRECONTEMPLATION).notNow(TWELVE_WEEKS);
    LocalDate january = LocalDate.of(2027, 1, 20);

    assertThat(day(held.nextCheckIn(agenda(demand(january, january.plusDays(20))), NOW)))
        .isEqualTo(LocalDate.of(2027, 2, 10));
    assertThat(day(held.nextCheckIn(agenda(demand(january, january.plusDays(45))), NOW)))
        .isEqualTo(LocalDate.of(2027, 3, 8));
  }

  @Test
  void demands_that_overlap_or_follow_each_other_are_all_waited_for() {
    Agenda agenda =
        agenda(
            demand(MONDAY, MONDAY.plusDays(10)),
            demand(MONDAY.plusDays(5), MONDAY.plusDays(12)),
            demand(MONDAY.plusDays(13), MONDAY.plusDays(15)));

    assertThat(agenda.firstFreeDay(MONDAY)).isEqualTo(MONDAY.plusDays(16));
  }

  @Test
  void what_has_no_end_is_taken_for_eight_weeks() {
    Demand open = new Demand(new UUID(1, 1), Demand.Kind.OTHER, "Merger", MONDAY, null);

    assertThat(agenda(open).firstFreeDay(MONDAY)).isEqualTo(MONDAY.plusWeeks(8).plusDays(1));
  }

  @Test
  void what_ends_before_it_begins_cannot_exist() {
    assertThatThrownBy(() -> demand(MONDAY, MONDAY.minusDays(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_holiday_and_a_weekend_are_passed_over() {
    LocalDate friday = LocalDate.of(2027, 1, 1);
    Agenda agenda = new Agenda(NEW_YORK, WorkingTime.USUAL, Set.of(friday), List.of());

    assertThat(agenda.firstFreeDay(friday)).isEqualTo(LocalDate.of(2027, 1, 4));
  }

  @Test
  void a_stage_takes_its_own_rhythm_along_and_a_chosen_one_stays() {
    Course held = Course.begun(Stage.PRECONTEMPLATION).notNow(TWELVE_WEEKS);
    Course chosen = Course.begun(Stage.PRECONTEMPLATION).notNow(new Plan(MONDAY, 5, Set.of()));

    assertThat(held.moved(Stage.CONTEMPLATION, Cadence.USUAL).dueOn())
        .contains(MONDAY.plusWeeks(6));
    assertThat(chosen.moved(Stage.CONTEMPLATION, Cadence.USUAL).dueOn())
        .contains(MONDAY.plusWeeks(5));
    assertThat(
            held.moved(Stage.PREPARATION, Cadence.USUAL)
                .moved(Stage.PRECONTEMPLATION, Cadence.USUAL))
        .isEqualTo(held);
  }

  /** All orders that a random hand deals: thirty deeds each, two thousand times. */
  @Test
  void no_order_of_events_loses_a_plan_or_contacts_whoever_is_to_be_left_alone() {
    for (int seed = 0; seed < 2000; seed++) {
      Random random = new Random(seed);
      Course course = Course.begun(Stage.PRECONTEMPLATION);
      boolean planned = false;
      boolean stopped = false;
      boolean alone = false;
      List<Demand> demands = new ArrayList<>();
      Set<LocalDate> holidays = new HashSet<>();
      ZonedDateTime now = NOW.atZone(NEW_YORK);
      for (int deed = 0; deed < 30; deed++) {
        now = now.plusMinutes(random.nextInt(20 * 24 * 60));
        LocalDate today = now.toLocalDate();
        switch (random.nextInt(10)) {
          case 0 -> {
            course = course.notNow(new Plan(today, 1 + random.nextInt(52), Set.of()));
            planned = true;
            stopped = false;
          }
          case 1 -> course = course.touched(today.minusDays(random.nextInt(40)));
          case 2 -> {
            course = course.moved(any(random, List.of(Stage.values())), Cadence.USUAL);
          }
          case 3 -> {
            course = course.ready();
            planned = false;
            stopped = false;
          }
          case 4 -> {
            course = course.leaveAlone();
            alone = true;
          }
          case 5 -> {
            course = course.mayContactAgain();
            alone = false;
          }
          case 6 -> {
            LocalDate from = today.plusDays(random.nextInt(60) - 30);
            demands.add(
                new Demand(
                    new UUID(seed, deed),
                    Demand.Kind.AUDIT,
                    "x",
                    from,
                    random.nextInt(4) == 0 ? null : from.plusDays(random.nextInt(50))));
          }
          case 7 -> demands.clear();
          case 8 -> {
            course = course.stopped();
            stopped = planned;
          }
          default -> holidays.add(today.plusDays(random.nextInt(30)));
        }
        Agenda agenda = new Agenda(NEW_YORK, WorkingTime.USUAL, holidays, demands);
        Optional<Instant> next = course.nextCheckIn(agenda, now.toInstant());
        assertThat(course.plan() != null).as("seed %d", seed).isEqualTo(planned);
        assertThat(next.isPresent()).as("seed %d", seed).isEqualTo(planned && !alone && !stopped);
        assertThat(course.isHeld()).isEqualTo(planned || alone);
        if (next.isPresent()) {
          ZonedDateTime moment = next.get().atZone(NEW_YORK);
          assertThat(agenda.demand(moment.toLocalDate())).as("seed %d", seed).isEmpty();
          assertThat(holidays).doesNotContain(moment.toLocalDate());
          assertThat(moment.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
          assertThat(moment.getHour()).isBetween(9, 16);
          assertThat(next.get()).isAfterOrEqualTo(now.toInstant());
          assertThat(moment.toLocalDate()).isAfterOrEqualTo(course.dueOn().orElseThrow());
          assertThat(course.whyNot(agenda, next.get())).as("seed %d", seed).isEmpty();
        }
        if (alone) {
          assertThat(course.whyNot(agenda, now.toInstant())).contains(Course.NotNow.DO_NOT_CONTACT);
        }
      }
    }
  }

  @Test
  void no_item_is_brought_twice_nor_late_nor_to_the_wrong_place_nor_without_agreement() {
    for (int seed = 0; seed < 2000; seed++) {
      Random random = new Random(seed);
      List<Item> library = new ArrayList<>();
      for (int i = 0; i < random.nextInt(15); i++) {
        library.add(
            new Item(
                new UUID(7, i),
                any(random, List.of(ItemKind.values())),
                "Item " + i,
                "",
                List.of("", "North", "South").get(random.nextInt(3)),
                "",
                random.nextBoolean() ? null : MONDAY.plusDays(random.nextInt(200)),
                random.nextInt(3) == 0 ? "Riverside" : "",
                random.nextBoolean(),
                random.nextInt(4) == 0 ? Instant.EPOCH : null));
      }
      Set<ItemKind> kinds = EnumSet.of(any(random, List.of(ItemKind.values())), ItemKind.HELLO);
      Set<UUID> had = new HashSet<>();
      List<ItemKind> hadKinds = new ArrayList<>();
      LocalDate today = MONDAY;
      for (int contact = 0; contact < 20; contact++) {
        today = today.plusDays(random.nextInt(30));
        LocalDate on = today;
        Optional<Item> next = Item.next(library, had, hadKinds, kinds, "north ", on);
        if (next.isPresent()) {
          Item item = next.get();
          assertThat(had.add(item.id())).as("seed %d", seed).isTrue();
          hadKinds.add(item.kind());
          assertThat(kinds).contains(item.kind());
          assertThat(item.region()).isIn("", "North");
          assertThat(item.expiresOn() == null || !item.expiresOn().isBefore(on)).isTrue();
          assertThat(item.neighbour().isEmpty() || item.neighbourAgreed()).isTrue();
          assertThat(item.linkDeadAt()).isNull();
        } else {
          assertThat(library)
              .noneMatch(
                  it ->
                      kinds.contains(it.kind()) && !had.contains(it.id()) && it.suits("North", on));
        }
      }
    }
  }
}
