package dev.groundswell.reminder;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.ELSEWHERE;
import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static dev.groundswell.Team.PRIYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Team;
import dev.groundswell.db.Engine;
import dev.groundswell.db.OnBothDatabases;
import dev.groundswell.people.Person;
import dev.groundswell.reminder.Coming.Place;
import dev.groundswell.reminder.Reminder.State;
import dev.groundswell.reminder.Surroundings.Matter;
import dev.groundswell.schedule.CronRecurrence;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Later, not this time, never again, somebody else. */
@OnBothDatabases
class ReminderChoicesTest {
  private static final String CALL = "test.call";
  private static final String TUESDAY = "2026-11-03T14:00:00Z";
  private static final Rule MONDAYS = Rule.weekly(LocalTime.of(9, 0), DayOfWeek.MONDAY);

  private final Team team;
  private final KnownSurroundings around = new KnownSurroundings(ANN, MAYA, PRIYA);
  private final Reminders reminders;
  private final ReminderChoices choices;
  private final UUID outreach;

  ReminderChoicesTest(Engine engine) {
    team = Team.on(engine);
    outreach = team.ids.next();
    around.has(outreach, Matter.ledBy(MAYA.id()));
    CronRecurrence recurrence = new CronRecurrence();
    reminders = new Reminders(team.database, team.outbox, around, recurrence, team.ids, team.clock);
    choices = new ReminderChoices(team.database, reminders, around, recurrence, team.clock);
  }

  @AfterEach
  void close() {
    team.close();
  }

  private Reminder plan(Repeat repeat, String dueAt) {
    NewReminder wanted =
        new NewReminder(
            HERE, CALL, team.ids.next(), outreach, ANN.id(), Instant.parse(dueAt), repeat);
    return team.database.inTransaction(tx -> reminders.plan(tx, wanted));
  }

  /** One that has come on Tuesday at nine. */
  private UUID came(Repeat repeat) {
    UUID id = plan(repeat, TUESDAY).id();
    team.clock.set(TUESDAY);
    assertThat(reminders.fireDue()).isEqualTo(1);
    return id;
  }

  private int firesAt(String moment) {
    team.clock.set(moment);
    return reminders.fireDue();
  }

  private State state(UUID id) {
    return choices.find(HERE, id).orElseThrow().state();
  }

  @Test
  void for_an_hour_is_an_hour_whatever_the_hours() {
    UUID id = came(new Once());
    team.clock.set("2026-11-03T21:30:00Z");

    assertThat(choices.snooze(HERE, id, 0, Later.AN_HOUR, ANN.id()))
        .isEqualTo(new Chosen.Snoozed(Instant.parse("2026-11-03T22:30:00Z")));

    assertThat(firesAt("2026-11-03T22:29:59Z")).isZero();
    assertThat(firesAt("2026-11-03T22:30:00Z")).as("half past five").isEqualTo(1);
  }

  @Test
  void an_hour_that_passed_while_nobody_looked_is_no_reason_to_come_at_night() {
    UUID id = came(new Once());
    choices.snooze(HERE, id, 0, Later.AN_HOUR, ANN.id());

    assertThat(firesAt("2026-11-04T08:00:00Z")).isZero();
    assertThat(firesAt("2026-11-04T14:00:00Z")).isEqualTo(1);
  }

  @Test
  void tomorrow_and_next_week_are_mornings_on_which_one_works() {
    UUID id = came(new Once());
    team.clock.set("2026-11-06T15:00:00Z");

    assertThat(choices.snooze(HERE, id, 0, Later.TOMORROW, ANN.id()))
        .as("on a Friday")
        .isEqualTo(new Chosen.Snoozed(Instant.parse("2026-11-09T14:00:00Z")));
    UUID other = plan(new Once(), "2026-11-20T15:00:00Z").id();
    assertThat(choices.snooze(HERE, other, 0, Later.NEXT_WEEK, ANN.id()))
        .as("before it came")
        .isEqualTo(new Chosen.Snoozed(Instant.parse("2026-11-09T14:00:00Z")));
  }

  @Test
  void a_picked_moment_is_by_the_clock_of_the_one_who_picks_it() {
    UUID id = came(new Once());

    assertThat(choices.snooze(HERE, id, 0, LocalDateTime.parse("2026-11-04T07:15"), ANN.id()))
        .isEqualTo(new Chosen.Snoozed(Instant.parse("2026-11-04T12:15:00Z")));
    assertThat(firesAt("2026-11-04T12:15:00Z")).isEqualTo(1);
  }

  @Test
  void yesterday_is_no_moment_to_come() {
    UUID id = came(new Once());

    assertThat(choices.snooze(HERE, id, 0, LocalDateTime.parse("2026-11-02T09:00"), ANN.id()))
        .isEqualTo(new Chosen.Past());
    assertThat(state(id)).isEqualTo(State.FIRED);
  }

  @Test
  void snoozing_one_time_leaves_the_others_alone() {
    Reminder weekly = plan(MONDAYS, "2026-11-09T14:00:00Z");
    assertThat(firesAt("2026-11-09T14:00:00Z")).isEqualTo(1);

    assertThat(
            choices.snooze(HERE, weekly.id(), 0, LocalDateTime.parse("2026-11-17T10:00"), ANN.id()))
        .isInstanceOf(Chosen.Snoozed.class);
    assertThat(choices.snooze(HERE, weekly.id(), 0, Later.TOMORROW, ANN.id()))
        .as("a second click")
        .isEqualTo(new Chosen.AlreadySnoozed(Instant.parse("2026-11-17T15:00:00Z")));

    assertThat(firesAt("2026-11-16T14:00:00Z")).as("next Monday, as ever").isEqualTo(1);
    assertThat(firesAt("2026-11-17T15:00:00Z")).as("the one that was put off").isEqualTo(1);
    assertThat(firesAt("2026-11-23T14:00:00Z")).isEqualTo(1);
  }

  @Test
  void the_coming_one_can_be_moved_before_it_comes() {
    Reminder weekly = plan(MONDAYS, "2026-11-09T14:00:00Z");

    assertThat(
            choices.snooze(HERE, weekly.id(), 0, LocalDateTime.parse("2026-11-12T10:00"), ANN.id()))
        .isInstanceOf(Chosen.Snoozed.class);

    assertThat(firesAt("2026-11-09T14:00:00Z")).isZero();
    assertThat(firesAt("2026-11-12T15:00:00Z")).isEqualTo(1);
    assertThat(firesAt("2026-11-16T14:00:00Z")).isEqualTo(1);
  }

  @Test
  void skipping_leaves_one_out() {
    Reminder weekly = plan(MONDAYS, "2026-11-09T14:00:00Z");

    assertThat(choices.skip(HERE, weekly.id(), 0, ANN.id()))
        .isEqualTo(new Chosen.Skipped(Instant.parse("2026-11-16T14:00:00Z")));
    assertThat(choices.skip(HERE, weekly.id(), 0, ANN.id()))
        .as("a second click")
        .isEqualTo(new Chosen.Skipped(Instant.parse("2026-11-16T14:00:00Z")));

    assertThat(firesAt("2026-11-09T14:00:00Z")).isZero();
    assertThat(firesAt("2026-11-16T14:00:00Z")).isEqualTo(1);
    assertThat(choices.skip(HERE, weekly.id(), 0, ANN.id()))
        .as("a button of long ago")
        .isEqualTo(new Chosen.CameAgain());
  }

  @Test
  void what_comes_once_has_no_next_one() {
    UUID id = came(new Once());

    assertThat(choices.skip(HERE, id, 0, ANN.id())).isEqualTo(new Chosen.ComesOnce());
  }

  @Test
  void stopping_ends_it_with_all_that_was_put_off() {
    Reminder weekly = plan(MONDAYS, "2026-11-09T14:00:00Z");
    firesAt("2026-11-09T14:00:00Z");
    choices.snooze(HERE, weekly.id(), 0, Later.TOMORROW, ANN.id());

    assertThat(choices.stop(HERE, weekly.id(), ANN.id())).isEqualTo(new Chosen.Stopped());
    assertThat(choices.stop(HERE, weekly.id(), MAYA.id()))
        .as("somebody else clicks too")
        .isEqualTo(new Chosen.Over(State.STOPPED));

    assertThat(firesAt("2026-12-09T14:00:00Z")).isZero();
  }

  @Test
  void a_month_later_an_old_button_changes_nothing_about_today() {
    UUID id = came(Nag.every(5).times(5));
    assertThat(firesAt("2026-11-10T14:00:00Z")).isEqualTo(1);
    assertThat(firesAt("2026-11-17T14:00:00Z")).isEqualTo(1);

    assertThat(choices.snooze(HERE, id, 0, Later.NEXT_WEEK, ANN.id()))
        .isEqualTo(new Chosen.CameAgain());

    team.database.transact(
        tx -> reminders.finish(tx, HERE, CALL, choices.find(HERE, id).orElseThrow().subject()));
    assertThat(choices.snooze(HERE, id, 2, Later.NEXT_WEEK, ANN.id()))
        .isEqualTo(new Chosen.Over(State.DONE));
    assertThat(choices.handOver(HERE, id, PRIYA.id(), ANN.id()))
        .isEqualTo(new Chosen.Over(State.DONE));
    assertThat(firesAt("2026-12-24T14:00:00Z")).isZero();
  }

  @Test
  void only_the_recipient_puts_off_and_only_the_lead_stops_it_besides() {
    UUID id = came(new Once());

    for (Person other : List.of(MAYA, PRIYA)) {
      assertThat(choices.snooze(HERE, id, 0, Later.AN_HOUR, other.id()))
          .isEqualTo(new Chosen.NotYours(ANN.id()));
      assertThat(choices.skip(HERE, id, 0, other.id())).isEqualTo(new Chosen.NotYours(ANN.id()));
    }
    assertThat(choices.stop(HERE, id, PRIYA.id())).isEqualTo(new Chosen.NotYours(ANN.id()));
    assertThat(choices.handOver(HERE, id, PRIYA.id(), PRIYA.id()))
        .isEqualTo(new Chosen.NotYours(ANN.id()));
    assertThat(state(id)).isEqualTo(State.FIRED);

    assertThat(choices.stop(HERE, id, MAYA.id())).isEqualTo(new Chosen.Stopped());
  }

  @Test
  void in_another_workspace_it_is_not_there() {
    UUID id = came(new Once());

    assertThat(choices.snooze(ELSEWHERE, id, 0, Later.AN_HOUR, ANN.id()))
        .isEqualTo(new Chosen.Gone());
    assertThat(choices.skip(ELSEWHERE, id, 0, ANN.id())).isEqualTo(new Chosen.Gone());
    assertThat(choices.stop(ELSEWHERE, id, ANN.id())).isEqualTo(new Chosen.Gone());
    assertThat(choices.handOver(ELSEWHERE, id, MAYA.id(), ANN.id())).isEqualTo(new Chosen.Gone());
    assertThat(choices.find(ELSEWHERE, id)).isEmpty();
    assertThat(state(id)).isEqualTo(State.FIRED);
  }

  @Test
  void handing_over_takes_what_it_is_about_along() {
    List<UserSubject> handed = new ArrayList<>();
    reminders.whenHandedOver(
        CALL,
        (tx, workspace, subject, to) -> {
          handed.add(new UserSubject(to.value(), subject));
          return !to.equals(PRIYA.id());
        });
    UUID id = came(new Once());
    UUID subject = choices.find(HERE, id).orElseThrow().subject();

    assertThat(choices.handOver(HERE, id, PRIYA.id(), ANN.id()))
        .isEqualTo(new Chosen.NotFor(PRIYA.id()));
    assertThat(choices.find(HERE, id).orElseThrow().recipient()).isEqualTo(ANN.id());
    assertThat(choices.handOver(HERE, id, MAYA.id(), ANN.id()))
        .isEqualTo(new Chosen.HandedOver(MAYA.id()));
    assertThat(choices.handOver(HERE, id, MAYA.id(), ANN.id()))
        .as("a second click")
        .isEqualTo(new Chosen.Theirs(MAYA.id()));
    assertThat(choices.snooze(HERE, id, 0, Later.AN_HOUR, ANN.id()))
        .isEqualTo(new Chosen.NotYours(MAYA.id()));

    assertThat(handed)
        .containsExactly(new UserSubject("U0PRIYA", subject), new UserSubject("U0MAYA", subject));
  }

  private record UserSubject(String user, UUID subject) {}

  @Test
  void two_clicks_at_the_same_moment_are_one() throws Exception {
    Reminder weekly = plan(MONDAYS, "2026-11-09T14:00:00Z");
    firesAt("2026-11-09T14:00:00Z");
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      Callable<Chosen> click = () -> choices.snooze(HERE, weekly.id(), 0, Later.TOMORROW, ANN.id());
      List<Chosen> chosen = new ArrayList<>();
      for (Future<Chosen> each : two.invokeAll(List.of(click, click))) {
        chosen.add(each.get());
      }
      assertThat(chosen).hasAtLeastOneElementOfType(Chosen.Snoozed.class);
    } finally {
      two.shutdownNow();
    }
    assertThat(firesAt("2026-11-10T14:00:00Z")).isEqualTo(1);
    assertThat(team.rows("reminder")).isEqualTo(2);
  }

  @Test
  void the_list_shows_ones_own_and_what_comes_in_what_one_leads_page_by_page() {
    for (int day = 10; day < 15; day++) {
      plan(new Once(), "2026-11-" + day + "T14:00:00Z");
    }
    Instant until = Instant.parse("2027-01-01T00:00:00Z");

    assertThat(reminders.upcoming(HERE, ANN.id(), until, 10)).hasSize(5);
    assertThat(reminders.upcoming(ELSEWHERE, ANN.id(), until, 10)).isEmpty();
    assertThat(reminders.upcoming(HERE, MAYA.id(), until, 10)).isEmpty();
    List<Coming> first =
        reminders.upcoming(HERE, MAYA.id(), Set.of(outreach), Place.FIRST, until, 3);
    List<Coming> second =
        reminders.upcoming(
            HERE,
            MAYA.id(),
            Set.of(outreach),
            Place.read(first.get(2).place().written()).orElseThrow(),
            until,
            3);

    assertThat(first).hasSize(3);
    assertThat(second).hasSize(2);
    assertThat(second).doesNotContainAnyElementsOf(first);
    assertThat(second.get(1).at())
        .as("a Saturday moves to Monday")
        .isEqualTo(Instant.parse("2026-11-16T14:00:00Z"));
  }
}
