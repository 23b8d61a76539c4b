package dev.groundswell.reminder;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static dev.groundswell.Team.PRIYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Team;
import dev.groundswell.db.Engine;
import dev.groundswell.db.OnBothDatabases;
import dev.groundswell.kernel.UserId;
import dev.groundswell.outbox.Outgoing;
import dev.groundswell.outbox.RecordingSender;
import dev.groundswell.people.Person;
import dev.groundswell.reminder.Surroundings.Matter;
import dev.groundswell.schedule.CronRecurrence;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * When reminders come: never at night, on a holiday, during a pause; again, and to whom at last.
 */
@OnBothDatabases
class GoodMomentsTest {
  private static final String CALL = "test.call";

  private final Team team;
  private final RecordingSender slack = RecordingSender.slack();
  private final KnownSurroundings around = new KnownSurroundings(ANN, MAYA, PRIYA);
  private final Reminders reminders;
  private final UUID outreach;

  GoodMomentsTest(Engine engine) {
    team = Team.on(engine);
    outreach = team.ids.next();
    around.has(outreach, Matter.ledBy(MAYA.id()));
    reminders =
        new Reminders(
            team.database, team.outbox, around, new CronRecurrence(), team.ids, team.clock);
  }

  @AfterEach
  void close() {
    team.close();
  }

  private NewReminder to(Person person, String dueAt) {
    return NewReminder.of(HERE, CALL, team.ids.next(), person.id(), Instant.parse(dueAt))
        .about(outreach);
  }

  private UUID plan(NewReminder wanted) {
    return team.database.inTransaction(tx -> reminders.plan(tx, wanted)).id();
  }

  /** What is sent at that moment. */
  private List<Outgoing> at(String moment) {
    team.clock.set(moment);
    int before = slack.sent().size();
    reminders.fireDue();
    team.dispatcher(slack).dispatchDue();
    List<Outgoing> all = slack.sent();
    return List.copyOf(all.subList(before, all.size()));
  }

  private static List<String> recipients(List<Outgoing> sent) {
    return sent.stream().map(Outgoing::recipient).toList();
  }

  @Test
  void what_fell_due_while_nobody_looked_comes_once_in_one_message_and_not_at_night() {
    plan(to(ANN, "2026-11-03T14:00:00Z"));
    plan(to(ANN, "2026-11-04T15:00:00Z"));
    plan(to(ANN, "2026-11-05T20:00:00Z").recurring(Rule.weekly(LocalTime.of(15, 0))));

    assertThat(at("2026-11-07T08:00:00Z")).as("3 in the morning on a Saturday").isEmpty();
    assertThat(at("2026-11-08T16:00:00Z")).as("a Sunday").isEmpty();
    assertThat(at("2026-11-09T13:59:00Z")).as("just before nine").isEmpty();

    List<Outgoing> sent = at("2026-11-09T14:00:00Z");
    assertThat(sent).hasSize(1);
    assertThat(sent.get(0).items()).hasSize(3);
  }

  @Test
  void what_batches_and_hands_share_is_one_message_for_each_person_still() {
    int people = 850;
    int each = 5;
    team.database.transact(
        tx -> {
          for (int i = 0; i < people * each; i++) {
            // Some at one instant, the rest one after the other.
            Instant due = Instant.parse("2026-11-03T14:00:00Z").plusMillis(Math.max(0, i - 2000));
            reminders.plan(tx, HERE, CALL, team.ids.next(), new UserId("U" + i % people), due);
          }
        });

    List<Outgoing> sent = at("2026-11-03T15:00:00Z");

    assertThat(sent).hasSize(people);
    assertThat(sent).allSatisfy(it -> assertThat(it.items()).hasSize(each));
  }

  @Test
  void whoever_has_had_five_messages_in_a_day_gets_the_rest_in_one_the_next_morning() {
    for (int i = 0; i < 8; i++) {
      plan(to(ANN, "2026-11-03T%d:30:00Z".formatted(14 + i)));
    }
    UUID chosen = plan(to(ANN, "2026-11-03T14:30:00Z"));
    plan(to(MAYA, "2026-11-03T21:00:00Z"));

    for (int i = 0; i < 5; i++) {
      assertThat(at("2026-11-03T%d:30:00Z".formatted(14 + i))).hasSize(1);
    }
    new ReminderChoices(team.database, reminders, around, new CronRecurrence(), team.clock)
        .snooze(HERE, chosen, 0, LocalDateTime.parse("2026-11-03T15:00"), ANN.id());
    assertThat(at("2026-11-03T19:30:00Z")).as("one more is too many").isEmpty();
    assertThat(recipients(at("2026-11-03T20:00:00Z"))).as("chosen").containsExactly("U0ANN");
    assertThat(recipients(at("2026-11-03T21:30:00Z"))).as("for another").containsExactly("U0MAYA");
    List<Outgoing> next = at("2026-11-04T14:00:00Z");
    assertThat(recipients(next)).containsExactly("U0ANN");
    assertThat(next.get(0).items()).hasSize(3);
  }

  @Test
  void quiet_hours_may_begin_in_the_morning_for_those_who_work_at_night() {
    around.works(
        ANN,
        new WorkingTime(
            LocalTime.of(22, 0),
            LocalTime.of(6, 0),
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)));
    plan(to(ANN, "2026-11-03T14:00:00Z"));

    assertThat(at("2026-11-03T15:00:00Z")).isEmpty();
    assertThat(at("2026-11-04T02:59:59Z")).isEmpty();
    assertThat(at("2026-11-04T03:00:00Z")).as("ten at night").hasSize(1);

    plan(to(ANN, "2026-11-07T10:00:00Z"));
    assertThat(at("2026-11-07T10:30:00Z")).as("Saturday, 5:30, of Friday's night").hasSize(1);
    plan(to(ANN, "2026-11-07T11:00:00Z"));
    assertThat(at("2026-11-07T11:00:00Z")).as("Saturday at six").isEmpty();
    assertThat(at("2026-11-09T04:00:00Z")).as("Sunday night").isEmpty();
    assertThat(at("2026-11-10T03:00:00Z")).as("Monday night").hasSize(1);
  }

  @Test
  void holidays_and_working_days_are_those_of_the_initiative() {
    around.has(
        outreach,
        new Matter(
            MAYA.id(),
            EnumSet.range(DayOfWeek.TUESDAY, DayOfWeek.FRIDAY),
            Set.of(LocalDate.parse("2026-11-26"), LocalDate.parse("2026-11-27")),
            null));
    plan(to(ANN, "2026-11-26T14:00:00Z"));

    assertThat(at("2026-11-26T15:00:00Z")).as("Thanksgiving").isEmpty();
    assertThat(at("2026-11-27T15:00:00Z")).as("the day after it").isEmpty();
    assertThat(at("2026-11-30T15:00:00Z")).as("a Monday").isEmpty();
    assertThat(at("2026-12-01T13:59:59Z")).isEmpty();
    assertThat(at("2026-12-01T14:00:00Z")).as("Tuesday at nine").hasSize(1);
  }

  @Test
  void a_pause_holds_everything_until_its_day() {
    around.has(outreach, new Matter(MAYA.id(), Set.of(), Set.of(), LocalDate.parse("2026-11-12")));
    plan(to(ANN, "2026-11-03T14:00:00Z"));

    assertThat(at("2026-11-03T14:00:00Z")).isEmpty();
    assertThat(at("2026-11-11T20:00:00Z")).isEmpty();
    assertThat(at("2026-11-12T14:00:00Z")).hasSize(1);
  }

  @Test
  void a_pause_that_ends_early_lets_go_of_what_it_held() {
    around.has(outreach, new Matter(MAYA.id(), Set.of(), Set.of(), LocalDate.parse("2026-12-24")));
    plan(to(ANN, "2026-11-03T14:00:00Z"));
    assertThat(at("2026-11-03T14:00:00Z")).isEmpty();

    around.has(outreach, Matter.ledBy(MAYA.id()));
    team.database.transact(tx -> reminders.resume(tx, HERE, outreach));

    assertThat(at("2026-11-05T15:00:00Z")).hasSize(1);
  }

  @Test
  void nine_stays_nine_for_somebody_who_travels() {
    plan(to(ANN, "2026-11-04T14:00:00Z"));
    around.isIn(ANN, "Europe/Berlin");
    team.database.transact(
        tx -> reminders.travelled(tx, HERE, ANN.id(), java.time.ZoneId.of("Europe/Berlin")));

    assertThat(at("2026-11-04T07:59:59Z")).isEmpty();
    assertThat(at("2026-11-04T08:00:00Z")).as("nine in Berlin").hasSize(1);
  }

  @Test
  void whoever_travelled_west_unnoticed_is_not_woken() {
    plan(to(PRIYA, "2026-11-04T08:00:00Z"));
    around.isIn(PRIYA, "America/New_York");

    assertThat(at("2026-11-04T08:00:00Z")).as("3 in the morning in New York").isEmpty();
    assertThat(at("2026-11-04T14:00:00Z")).as("nine in New York").hasSize(1);
  }

  @Test
  void a_nag_comes_again_so_many_times_then_to_the_lead_once_and_rests() {
    plan(to(ANN, "2026-11-05T14:00:00Z").nagging(Nag.every(2).times(2)));

    assertThat(recipients(at("2026-11-05T14:00:00Z"))).containsExactly("U0ANN");
    assertThat(at("2026-11-08T14:00:00Z")).isEmpty();
    assertThat(at("2026-11-09T13:59:59Z")).isEmpty();
    assertThat(recipients(at("2026-11-09T14:00:00Z"))).containsExactly("U0ANN");
    assertThat(recipients(at("2026-11-11T14:00:00Z"))).containsExactly("U0ANN");
    assertThat(at("2026-11-12T14:00:00Z")).isEmpty();
    List<Outgoing> last = at("2026-11-13T14:00:00Z");
    assertThat(recipients(last)).containsExactly("U0MAYA");
    assertThat(Occasion.read(last.get(0).items().get(0).occasion()).orElseThrow().to())
        .isEqualTo(Occasion.To.LEAD_AT_LAST);
    assertThat(at("2027-11-15T14:00:00Z")).isEmpty();
  }

  /** Comes on the days from one to another, always at nine, and is put off to the next morning. */
  private List<String> puttingOff(UUID id, int from, int to) {
    ReminderChoices choices =
        new ReminderChoices(team.database, reminders, around, new CronRecurrence(), team.clock);
    List<String> heard = new ArrayList<>();
    for (int day = from; day <= to; day++) {
      heard.addAll(recipients(at("2026-11-%02dT14:00:00Z".formatted(day))));
      int came = choices.find(HERE, id).orElseThrow().fired();
      assertThat(choices.snooze(HERE, id, came - 1, Later.TOMORROW, ANN.id()))
          .isInstanceOf(Chosen.Snoozed.class);
    }
    return heard;
  }

  @Test
  void what_is_put_off_time_and_again_comes_to_the_lead_too_once_in_five_times() {
    UUID id = plan(to(ANN, "2026-11-02T14:00:00Z").nagging(Nag.every(2).times(2)));
    assertThat(puttingOff(id, 2, 6)).containsOnly("U0ANN").hasSize(5);

    List<Outgoing> sixth = at("2026-11-09T14:00:00Z");

    assertThat(recipients(sixth)).containsExactlyInAnyOrder("U0ANN", "U0MAYA");
    assertThat(sixth)
        .filteredOn(it -> it.recipient().equals("U0MAYA"))
        .extracting(it -> Occasion.read(it.items().get(0).occasion()).orElseThrow().to())
        .containsExactly(Occasion.To.LEAD_ASIDE);
    ReminderChoices choices =
        new ReminderChoices(team.database, reminders, around, new CronRecurrence(), team.clock);
    choices.snooze(HERE, id, 5, Later.TOMORROW, ANN.id());
    assertThat(puttingOff(id, 10, 13)).containsOnly("U0ANN").hasSize(4);
    assertThat(recipients(at("2026-11-16T14:00:00Z"))).contains("U0MAYA");
  }

  @Test
  void the_lead_hears_of_it_at_a_good_moment_of_theirs() {
    around.isIn(MAYA, "Asia/Tokyo");
    UUID id = plan(to(ANN, "2026-11-02T14:00:00Z").nagging(Nag.every(2).times(2)));
    assertThat(puttingOff(id, 2, 6)).hasSize(5);

    assertThat(recipients(at("2026-11-09T14:00:00Z"))).as("eleven at night").containsOnly("U0ANN");

    around.isIn(MAYA, "America/New_York");
    assertThat(recipients(at("2026-11-11T14:00:00Z"))).contains("U0ANN", "U0MAYA");
  }

  @Test
  void somebody_who_puts_off_what_nobody_waits_for_is_left_alone() {
    UUID id = plan(to(ANN, "2026-11-02T14:00:00Z"));

    assertThat(puttingOff(id, 2, 6)).hasSize(5);
    assertThat(recipients(at("2026-11-09T14:00:00Z"))).containsExactly("U0ANN");
  }

  @Test
  void a_nag_ends_when_it_is_done_and_begins_anew_when_it_is_moved() {
    NewReminder wanted = to(ANN, "2026-11-03T14:00:00Z").nagging(Nag.every(1).times(1));
    plan(wanted);
    assertThat(at("2026-11-03T14:00:00Z")).hasSize(1);

    team.database.transact(
        tx ->
            reminders.move(
                tx, HERE, CALL, wanted.subject(), Instant.parse("2026-11-10T14:00:00Z")));
    assertThat(at("2026-11-09T14:00:00Z")).isEmpty();
    assertThat(recipients(at("2026-11-10T14:00:00Z"))).containsExactly("U0ANN");
    assertThat(recipients(at("2026-11-11T14:00:00Z"))).containsExactly("U0ANN");

    team.database.transact(tx -> reminders.finish(tx, HERE, CALL, wanted.subject()));
    assertThat(at("2026-11-30T14:00:00Z")).isEmpty();
  }

  @Test
  void the_lead_is_not_told_of_their_own_reminder() {
    plan(to(MAYA, "2026-11-03T14:00:00Z").nagging(Nag.every(1).times(1)));

    assertThat(at("2026-11-03T14:00:00Z")).hasSize(1);
    assertThat(at("2026-11-04T14:00:00Z")).hasSize(1);
    assertThat(at("2026-11-05T14:00:00Z")).isEmpty();
    assertThat(team.rows("reminder where state = 'FIRED'")).isEqualTo(1);
  }

  @Test
  void what_was_for_somebody_who_is_gone_goes_to_the_lead() {
    plan(to(PRIYA, "2026-11-03T08:00:00Z"));
    around.isGone(PRIYA);

    assertThat(at("2026-11-03T08:00:00Z")).as("at night, where the lead is").isEmpty();
    List<Outgoing> sent = at("2026-11-03T14:00:00Z");
    assertThat(recipients(sent)).containsExactly("U0MAYA");
    assertThat(Occasion.read(sent.get(0).items().get(0).occasion()).orElseThrow().to())
        .isEqualTo(Occasion.To.LEAD_INSTEAD);
  }

  @Test
  void while_somebody_is_on_leave_the_lead_hears_of_it_and_then_it_is_theirs_again() {
    around.isOnLeave(ANN, "2026-11-12");
    plan(to(ANN, "2026-11-03T14:00:00Z"));

    assertThat(recipients(at("2026-11-03T14:00:00Z"))).containsExactly("U0MAYA");
    assertThat(at("2026-11-12T13:59:00Z")).isEmpty();
    assertThat(recipients(at("2026-11-12T14:00:00Z"))).containsExactly("U0ANN");
    assertThat(at("2026-11-30T14:00:00Z")).isEmpty();
  }

  @Test
  void what_others_wait_for_comes_to_the_lead_again_while_its_owner_is_away() {
    around.isOnLeave(ANN, "2026-12-01");
    plan(to(ANN, "2026-11-03T14:00:00Z").nagging(Nag.every(2).times(2)));

    assertThat(recipients(at("2026-11-03T14:00:00Z"))).containsExactly("U0MAYA");
    assertThat(at("2026-11-04T14:00:00Z")).isEmpty();
    assertThat(recipients(at("2026-11-05T14:00:00Z"))).containsExactly("U0MAYA");
    assertThat(recipients(at("2026-11-09T14:00:00Z"))).containsExactly("U0MAYA");
    assertThat(at("2026-11-20T14:00:00Z")).isEmpty();
    assertThat(recipients(at("2026-12-01T14:00:00Z"))).containsExactly("U0ANN");
  }

  @Test
  void the_last_word_waits_for_a_lead_who_is_on_leave() {
    plan(to(ANN, "2026-11-03T14:00:00Z").nagging(Nag.every(1).times(1)));
    at("2026-11-03T14:00:00Z");
    at("2026-11-04T14:00:00Z");
    around.isOnLeave(MAYA, "2026-11-09");

    assertThat(at("2026-11-05T14:00:00Z")).isEmpty();
    assertThat(at("2026-11-06T14:00:00Z")).isEmpty();
    assertThat(recipients(at("2026-11-09T14:00:00Z"))).containsExactly("U0MAYA");
  }

  @Test
  void when_nobody_is_there_it_waits_until_somebody_is() {
    around.isGone(PRIYA);
    around.isGone(MAYA);
    NewReminder wanted = to(PRIYA, "2026-11-03T08:00:00Z");
    plan(wanted);
    assertThat(at("2026-11-03T14:00:00Z")).isEmpty();

    team.database.transact(tx -> reminders.handOver(tx, HERE, CALL, wanted.subject(), ANN.id()));

    assertThat(recipients(at("2026-11-06T14:00:00Z"))).containsExactly("U0ANN");
  }

  @Test
  void whoever_takes_over_what_came_before_hears_of_it_now() {
    NewReminder wanted = to(PRIYA, "2026-11-03T08:00:00Z");
    plan(wanted);
    assertThat(recipients(at("2026-11-03T15:00:00Z"))).containsExactly("U0PRIYA");

    team.database.transact(tx -> reminders.handOver(tx, HERE, CALL, wanted.subject(), ANN.id()));

    assertThat(recipients(at("2026-11-03T15:00:01Z"))).containsExactly("U0ANN");
  }

  @Test
  void a_recurring_one_keeps_its_time_of_day_when_the_clocks_change() {
    team.clock.set("2026-10-27T12:00:00Z");
    plan(
        to(ANN, "2026-10-29T13:00:00Z")
            .recurring(Rule.weekly(LocalTime.of(9, 0), DayOfWeek.THURSDAY)));

    assertThat(at("2026-10-29T13:00:00Z")).as("nine, in summer").hasSize(1);
    assertThat(at("2026-11-05T13:59:59Z")).isEmpty();
    assertThat(at("2026-11-05T14:00:00Z")).as("nine, in winter").hasSize(1);
    assertThat(at("2026-11-12T14:00:00Z")).hasSize(1);
  }

  @Test
  void the_surroundings_are_asked_once_for_many() {
    for (int i = 0; i < 150; i++) {
      plan(to(i % 2 == 0 ? ANN : MAYA, "2026-11-03T14:00:00Z"));
    }
    around.asked = 0;

    at("2026-11-03T14:00:00Z");

    assertThat(around.asked).isEqualTo(2);
  }

  @Test
  void a_rule_that_cannot_be_read_is_refused_when_it_is_planned() {
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> plan(to(ANN, "2026-11-03T14:00:00Z").recurring(new Rule("every noon")))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("every noon");
    assertThat(team.rows("reminder")).isZero();
  }
}
