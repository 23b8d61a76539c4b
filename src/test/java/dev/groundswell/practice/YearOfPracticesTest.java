package dev.groundswell.practice;

import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Team;
import dev.groundswell.outbox.Dispatcher;
import dev.groundswell.outbox.Outgoing;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.outbox.RecordingSender;
import dev.groundswell.practice.Offers.Offer;
import dev.groundswell.practice.checkin.Demand;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * A year with 500 practices that said "not now", through the real reminders, the real outbox and a
 * real database, while the clock moves from working hour to working hour.
 */
class YearOfPracticesTest {
  private static final int PRACTICES = 500;

  /** What the test knows by itself of one practice, from what was done and nothing else. */
  private static final class Known {
    private final UUID engagement;
    private final int weeks;
    private final List<Demand> demands = new ArrayList<>();
    private LocalDate clock;
    private LocalDate cameOn = LocalDate.MAX.minusDays(99);
    private LocalDate cameLast = LocalDate.MIN;
    private boolean alone;
    private boolean answered = true;

    Known(UUID engagement, int weeks, LocalDate since) {
      this.engagement = engagement;
      this.weeks = weeks;
      this.clock = since;
    }

    LocalDate due() {
      return clock.plusWeeks(weeks);
    }

    boolean busy(LocalDate day) {
      return demands.stream().anyMatch(it -> it.covers(day));
    }

    /** The first working day that is due and free. */
    LocalDate expected() {
      LocalDate day = due();
      while (day.getDayOfWeek().getValue() > 5 || busy(day)) {
        day = day.plusDays(1);
      }
      return day;
    }
  }

  @Test
  void every_due_check_in_comes_once_none_while_held_and_within_a_day_of_the_plan() {
    Random random = new Random(2026);
    try (Team team = Team.assembles()) {
      team.starts(MAYA, "Diabetes outreach");
      Map<UUID, Known> practices = new HashMap<>();
      LocalDate start = LocalDate.of(2026, 11, 2);
      for (int i = 0; i < PRACTICES; i++) {
        Card card = team.engages(MAYA, "Practice " + i);
        UUID id = card.engagement().id();
        int weeks = List.of(2, 3, 6, 12, 12, 12).get(random.nextInt(6));
        team.checkIns.notNow(MAYA, HERE, id, "", weeks, Set.of());
        practices.put(id, new Known(id, weeks, start));
      }
      RecordingSender slack = RecordingSender.slack();
      Dispatcher dispatcher = team.dispatcher(slack);
      List<Known> all = new ArrayList<>(practices.values());
      Set<String> occasions = new HashSet<>();
      int seen = 0;
      int checkIns = 0;
      int late = 0;
      int doubled = 0;
      int moved = 0;
      int touches = 0;
      for (LocalDate day = start; day.isBefore(start.plusYears(1)); day = day.plusDays(1)) {
        LocalDate today = day;
        ZonedDateTime morning = day.atTime(9, 0).atZone(Team.NEW_YORK);
        team.clock.set(morning.toInstant().toString());
        team.reminders.fireDue();
        dispatcher.dispatchDue();
        List<Outgoing> sent = slack.sent();
        for (Outgoing message : sent.subList(seen, sent.size())) {
          for (Item item : message.items()) {
            Known practice = Objects.requireNonNull(practices.get(item.subject()));
            if (!occasions.add(item.occasion()) || !today.isAfter(practice.cameLast)) {
              doubled++;
            }
            practice.cameLast = today;
            assertThat(practice.answered || !today.isBefore(practice.cameOn.plusDays(14)))
                .as("one at a time, and again after two weeks without an answer")
                .isTrue();
            assertThat(practice.alone).as("left alone").isFalse();
            assertThat(practice.busy(today)).as("held").isFalse();
            assertThat(today.getDayOfWeek().getValue()).isLessThan(6);
            assertThat(team.offers.of(HERE, practice.engagement)).isInstanceOf(Offer.Wanted.class);
            if (practice.expected().isBefore(today.minusDays(1))) {
              late++;
            }
            assertThat(practice.expected()).isBeforeOrEqualTo(today);
            practice.answered = false;
            practice.cameOn = today;
            checkIns++;
          }
        }
        seen = sent.size();
        Instant noon = morning.plusHours(3).toInstant();
        team.clock.set(noon.toString());
        for (Known practice : all) {
          boolean answers = !practice.answered && random.nextInt(2) == 0;
          boolean byChance = random.nextInt(400) == 0;
          if (answers || byChance) {
            team.checkIns.touched(
                MAYA,
                HERE,
                practice.engagement,
                Touch.Way.SPOKE,
                today,
                null,
                "",
                practice.engagement + "/" + today);
            practice.clock = today;
            practice.answered = true;
            touches++;
          } else if (random.nextInt(600) == 0 && practice.answered) {
            LocalDate from = today.plusDays(random.nextInt(40));
            Demand demand =
                new Demand(
                    new UUID(1, 1),
                    Demand.Kind.GO_LIVE,
                    "Go-live",
                    from,
                    from.plusDays(5 + random.nextInt(40)));
            team.demands.note(
                MAYA.id(),
                HERE,
                practice.engagement,
                null,
                demand.kind(),
                demand.name(),
                demand.from(),
                demand.until());
            practice.demands.add(demand);
            moved++;
          } else if (random.nextInt(4000) == 0) {
            team.checkIns.leaveAlone(MAYA, HERE, practice.engagement);
            practice.alone = true;
            practice.answered = true;
          }
        }
      }
      LocalDate end = start.plusYears(1).minusDays(1);
      long missed =
          all.stream()
              .filter(it -> !it.alone && it.answered)
              .filter(it -> it.expected().isBefore(end))
              .count();
      long alone = all.stream().filter(it -> it.alone).count();
      System.out.printf(
          "a year of %d practices: %d check-ins, %d touches, %d demands, %d left alone; missed %d,"
              + " late by more than a day %d, doubled %d%n",
          PRACTICES, checkIns, touches, moved, alone, missed, late, doubled);
      assertThat(doubled).isZero();
      assertThat(missed).isZero();
      assertThat(late).isZero();
      assertThat(checkIns).isGreaterThan(PRACTICES);
    }
  }
}
