package dev.groundswell.practice;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.ELSEWHERE;
import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static dev.groundswell.Team.PRIYA;
import static dev.groundswell.practice.checkin.ItemKind.HELLO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Team;
import dev.groundswell.db.Engine;
import dev.groundswell.db.OnBothDatabases;
import dev.groundswell.kernel.UserId;
import dev.groundswell.knowledge.Stage;
import dev.groundswell.people.Person;
import dev.groundswell.practice.Offers.Offer;
import dev.groundswell.practice.Refusal.Why;
import dev.groundswell.practice.checkin.Course;
import dev.groundswell.practice.checkin.ItemKind;
import dev.groundswell.reminder.ReminderChoices;
import dev.groundswell.schedule.CronRecurrence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Not now, and coming back. */
@OnBothDatabases
class CheckInsTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);

  private static final Person BEN = new Person(new UserId("U0BEN"), "Ben", Team.NEW_YORK, true);

  private final Team team;
  private final CheckIns checkIns;
  private final UUID eastgate;

  CheckInsTest(Engine engine) {
    team = Team.on(engine);
    checkIns = team.checkIns;
    team.starts(MAYA, "Diabetes outreach");
    eastgate = team.engages(MAYA, "Eastgate").engagement().id();
  }

  @AfterEach
  void close() {
    team.close();
  }

  private static Card done(Outcome<Card> outcome) {
    return outcome.either(
        card -> card,
        refusal -> {
          throw new AssertionError(refusal);
        });
  }

  private static Refusal refused(Outcome<Card> outcome) {
    return outcome.either(
        card -> {
          throw new AssertionError(card);
        },
        refusal -> refusal);
  }

  private Card notNow() {
    return done(checkIns.notNow(MAYA, HERE, eastgate, "New record system first", null, Set.of()));
  }

  private ReminderChoices choices() {
    return new ReminderChoices(
        team.database, team.reminders, team.surroundings, new CronRecurrence(), team.clock);
  }

  private UUID reminder() {
    return team.database.inTransaction(
        tx ->
            tx.query("select id from reminder where kind = 'practice.check-in'")
                .mapTo(UUID.class)
                .one());
  }

  private int fires(String instant) {
    team.clock.set(instant);
    return team.reminders.fireDue();
  }

  private Card touched(Touch.Way way, String key) {
    return done(
        checkIns.touched(
            MAYA,
            HERE,
            eastgate,
            way,
            team.clock.instant().atZone(Team.NEW_YORK).toLocalDate(),
            null,
            "",
            key));
  }

  @Test
  void not_now_comes_back_after_twelve_weeks_and_a_touch_moves_it() {
    Card held = notNow();
    assertThat(held.engagement().course().dueOn()).contains(LocalDate.of(2027, 1, 25));
    assertThat(held.engagement().planWhy()).isEqualTo("New record system first");

    assertThat(fires("2027-01-25T13:59:00Z")).isZero();
    assertThat(fires("2027-01-25T14:00:00Z")).isEqualTo(1);
    assertThat(team.offers.of(HERE, eastgate)).isInstanceOf(Offer.Wanted.class);

    touched(Touch.Way.SPOKE, "button/1");
    assertThat(team.offers.of(HERE, eastgate))
        .isEqualTo(new Offer.NotWanted(Course.NotNow.TOUCHED));
    assertThat(fires("2027-04-18T20:00:00Z")).isZero();
    assertThat(fires("2027-04-19T13:00:00Z")).isEqualTo(1);
  }

  @Test
  void changing_what_to_bring_along_leaves_the_clock_as_it_is() {
    notNow();
    team.clock.set("2026-12-14T15:00:00Z");

    Card changed = done(checkIns.notNow(MAYA, HERE, eastgate, "Later", null, Set.of(HELLO)));

    assertThat(changed.engagement().course().dueOn()).contains(LocalDate.of(2027, 1, 25));
    assertThat(fires("2027-01-25T14:00:00Z")).isEqualTo(1);
  }

  @Test
  void changing_the_plan_does_not_let_an_overdue_contact_vanish() {
    notNow();
    assertThat(fires("2027-01-25T15:00:00Z")).isEqualTo(1);
    team.clock.set("2027-01-27T15:00:00Z");

    Card changed = done(checkIns.notNow(MAYA, HERE, eastgate, "Later", 10, Set.of(HELLO)));

    assertThat(changed.engagement().checkInAt()).isEqualTo("2027-01-25T14:00:00Z");
    assertThat(fires("2027-01-27T16:00:00Z")).as("it was said already").isZero();
    assertThat(fires("2027-02-08T15:00:00Z")).as("and comes again").isEqualTo(1);
  }

  @Test
  void a_new_rhythm_counts_from_the_last_contact_and_is_due_at_once_if_that_has_passed() {
    notNow();
    team.clock.set("2026-11-16T15:00:00Z");
    touched(Touch.Way.SPOKE, "button/1");
    team.clock.set("2027-01-09T15:00:00Z");

    Card slower = done(checkIns.notNow(MAYA, HERE, eastgate, "", 16, Set.of()));
    assertThat(slower.engagement().course().dueOn()).contains(LocalDate.of(2027, 3, 8));
    done(checkIns.notNow(MAYA, HERE, eastgate, "", 4, Set.of()));

    assertThat(fires("2027-01-11T13:59:00Z")).as("before Monday morning").isZero();
    assertThat(fires("2027-01-11T14:00:00Z")).isEqualTo(1);
  }

  @Test
  void a_button_pressed_twice_is_one_touch() {
    notNow();
    touched(Touch.Way.SPOKE, "button/1");
    Card twice = touched(Touch.Way.SPOKE, "button/1");

    assertThat(twice.touches()).hasSize(1);
  }

  @Test
  void whoever_was_in_touch_the_clocks_of_all_initiatives_begin_anew() {
    notNow();
    team.starts(PRIYA, "Asthma");
    UUID other = team.engages(PRIYA, "eastgate ").engagement().id();
    done(checkIns.notNow(PRIYA, HERE, other, "", 4, Set.of()));
    team.clock.set("2026-11-16T15:00:00Z");

    touched(Touch.Way.SENT, "button/1");

    Card theirs = done(team.practices.card(HERE, PRIYA.id(), other));
    assertThat(theirs.engagement().course().dueOn()).contains(LocalDate.of(2026, 12, 14));
    assertThat(theirs.touches()).hasSize(1);
  }

  @Test
  void do_not_contact_stops_everything_at_once_and_is_kept() {
    notNow();
    team.starts(PRIYA, "Asthma");
    UUID other = team.engages(PRIYA, "Eastgate").engagement().id();
    done(checkIns.notNow(PRIYA, HERE, other, "", 4, Set.of()));

    Card alone = done(checkIns.leaveAlone(MAYA, HERE, eastgate));

    assertThat(alone.practice().doNotContactBy()).isEqualTo(MAYA.id());
    assertThat(fires("2027-06-01T14:00:00Z")).isZero();
    assertThat(team.offers.of(HERE, other))
        .isEqualTo(new Offer.NotWanted(Course.NotNow.DO_NOT_CONTACT));
    done(checkIns.leaveAlone(ANN, HERE, eastgate));
    assertThat(done(team.practices.card(HERE, MAYA.id(), eastgate)).practice().doNotContactBy())
        .isEqualTo(MAYA.id());

    Card again = done(checkIns.mayContactAgain(MAYA, HERE, eastgate, "They called us"));
    assertThat(again.practice().isLeftAlone()).isFalse();
    assertThat(again.engagement().course().plan()).isNotNull();
    assertThat(fires("2027-06-01T14:00:00Z")).isEqualTo(2);
  }

  @Test
  void who_asked_to_be_left_alone_and_may_be_contacted_again_keeps_the_trace() {
    done(checkIns.leaveAlone(ANN, HERE, eastgate));
    team.clock.set("2026-12-07T15:00:00Z");

    assertThat(refused(checkIns.mayContactAgain(MAYA, HERE, eastgate, " ")).why())
        .isEqualTo(Why.BLANK);
    assertThat(done(team.practices.card(HERE, MAYA.id(), eastgate)).practice().isLeftAlone())
        .isTrue();

    done(checkIns.mayContactAgain(MAYA, HERE, eastgate, "They called us"));
    Card twice = done(checkIns.mayContactAgain(PRIYA, HERE, eastgate, "Once more"));
    assertThat(twice.lifted())
        .isEqualTo(
            new Lifted(
                ANN.id(),
                Instant.parse(Team.MONDAY_MORNING),
                MAYA.id(),
                Instant.parse("2026-12-07T15:00:00Z"),
                "They called us"));

    team.starts(PRIYA, "Asthma");
    Lifted elsewhere = team.engages(PRIYA, "Eastgate").lifted();
    assertThat(elsewhere).isNotNull();
    assertThat(elsewhere.why()).as("words stay in their initiative").isEmpty();
  }

  @Test
  void they_are_ready_ends_the_plan_and_moves_the_stage() {
    notNow();

    Card ready = done(checkIns.ready(MAYA, HERE, eastgate, ""));

    assertThat(ready.engagement().course().isHeld()).isFalse();
    assertThat(ready.engagement().course().stage()).isEqualTo(Stage.PREPARATION);
    assertThat(ready.moves()).extracting(StageMove::isJump).containsExactly(true);
    assertThat(fires("2027-06-01T14:00:00Z")).isZero();
  }

  @Test
  void a_stage_moves_both_ways_and_takes_the_rhythm_along() {
    notNow();
    Card on = done(checkIns.moved(MAYA, HERE, eastgate, Stage.CONTEMPLATION, "They asked"));
    assertThat(on.engagement().course().dueOn()).contains(MONDAY.plusWeeks(6));

    team.clock.set("2026-11-02T15:00:00Z");
    Card back = done(checkIns.moved(MAYA, HERE, eastgate, Stage.PRECONTEMPLATION, ""));
    assertThat(back.engagement().course().dueOn()).contains(MONDAY.plusWeeks(12));
    assertThat(back.moves()).extracting(StageMove::isBack).containsExactly(false, true);
    assertThat(team.rows("reminder where state = 'WAITING'")).isEqualTo(1);
  }

  @Test
  void what_came_already_does_not_come_again_when_something_else_is_noted() {
    notNow();
    assertThat(fires("2027-01-25T15:00:00Z")).isEqualTo(1);

    done(checkIns.moved(MAYA, HERE, eastgate, Stage.PRECONTEMPLATION, "The same"));
    done(
        team.practices.change(
            MAYA.id(), HERE, eastgate, new Practice.Details(9, "", "North", "", "", "", "")));

    assertThat(fires("2027-01-25T16:00:00Z")).isZero();
  }

  @Test
  void what_nobody_did_anything_about_comes_twice_again_and_then_to_the_lead() {
    done(team.handsOver(eastgate, ANN));
    notNow();
    assertThat(fires("2027-01-25T15:00:00Z")).isEqualTo(1);
    assertThat(fires("2027-02-05T15:00:00Z")).isZero();

    assertThat(fires("2027-02-08T15:00:00Z")).isEqualTo(1);
    assertThat(fires("2027-02-22T15:00:00Z")).isEqualTo(1);
    assertThat(team.rows("outbox where recipient = 'U0ANN'")).isEqualTo(3);
    assertThat(fires("2027-03-08T15:00:00Z")).isEqualTo(1);
    assertThat(team.rows("outbox where recipient = 'U0MAYA'")).isEqualTo(1);
    assertThat(fires("2027-03-19T15:00:00Z")).isZero();
  }

  @Test
  void what_nobody_answered_at_all_is_planned_anew_so_that_no_plan_is_lost() {
    notNow();
    assertThat(fires("2027-01-25T15:00:00Z")).isEqualTo(1);
    team.clock.set("2027-03-19T15:00:00Z");
    assertThat(checkIns.comeBack()).isZero();

    team.clock.set("2027-03-22T15:00:00Z");
    assertThat(checkIns.comeBack()).isEqualTo(1);
    assertThat(checkIns.comeBack()).isZero();
    assertThat(team.reminders.fireDue()).isEqualTo(1);

    done(checkIns.leaveAlone(MAYA, HERE, eastgate));
    team.clock.set("2027-08-09T15:00:00Z");
    assertThat(checkIns.comeBack()).isZero();
    assertThat(team.reminders.fireDue()).isZero();
  }

  private int comesBack(String instant) {
    team.clock.set(instant);
    int back = checkIns.comeBack();
    return back == 0 ? 0 : team.reminders.fireDue();
  }

  @Test
  void what_was_put_off_for_long_comes_on_its_day_and_comes_back_if_nobody_answers_then() {
    notNow();
    assertThat(fires("2027-01-25T15:00:00Z")).isEqualTo(1);
    choices().snooze(HERE, reminder(), 0, LocalDate.of(2027, 5, 3).atTime(10, 0), MAYA.id());

    assertThat(comesBack("2027-03-22T15:00:00Z")).isZero();
    assertThat(fires("2027-05-02T15:00:00Z")).isZero();
    assertThat(fires("2027-05-03T14:00:00Z")).isEqualTo(1);

    assertThat(comesBack("2027-05-04T14:00:00Z")).isZero();
    assertThat(fires("2027-05-17T14:00:00Z")).isEqualTo(1);
    assertThat(fires("2027-06-01T14:00:00Z")).isEqualTo(1);
    fires("2027-06-15T14:00:00Z");
    assertThat(comesBack("2027-06-16T14:00:00Z")).as("eight weeks, as ever").isZero();
    assertThat(comesBack("2027-06-29T14:00:00Z")).isEqualTo(1);
  }

  @Test
  void what_was_put_off_stays_so_when_the_plan_is_changed() {
    notNow();
    assertThat(fires("2027-01-25T15:00:00Z")).isEqualTo(1);
    choices().snooze(HERE, reminder(), 0, LocalDate.of(2027, 3, 1).atTime(10, 0), MAYA.id());

    done(checkIns.notNow(MAYA, HERE, eastgate, "", 10, Set.of()));

    assertThat(fires("2027-02-26T15:00:00Z")).isZero();
    assertThat(fires("2027-03-01T15:00:00Z")).isEqualTo(1);
  }

  @Test
  void what_was_stopped_stays_so_until_somebody_plans_anew() {
    notNow();
    assertThat(fires("2027-01-25T15:00:00Z")).isEqualTo(1);
    choices().stop(HERE, reminder(), MAYA.id());

    assertThat(comesBack("2027-03-29T15:00:00Z")).isZero();
    Card touched = touched(Touch.Way.SPOKE, "button/1");
    assertThat(touched.engagement().checkInAt()).isNull();
    assertThat(touched.engagement().course().isHeld()).as("it said not now all the same").isTrue();
    assertThat(fires("2027-08-02T15:00:00Z")).isZero();
    assertThat(team.offers.of(HERE, eastgate))
        .isEqualTo(new Offer.NotWanted(Course.NotNow.STOPPED));

    notNow();
    assertThat(team.reminders.fireDue()).isEqualTo(1);
  }

  @Test
  void what_others_do_while_an_initiative_rests_doubles_no_check_in_of_its_own() {
    UUID outreach = notNow().initiative().id();
    team.starts(PRIYA, "Asthma");
    UUID other = team.engages(PRIYA, "Eastgate").engagement().id();
    team.pauses.archive(HERE, MAYA.id(), outreach);
    team.clock.set("2026-12-07T15:00:00Z");
    done(
        checkIns.touched(
            PRIYA, HERE, other, Touch.Way.SPOKE, LocalDate.of(2026, 12, 7), null, "", "button/1"));

    assertThat(fires("2027-05-31T15:00:00Z")).as("while it rests").isZero();
    assertThat(comesBack("2027-05-31T15:00:00Z")).isZero();
    team.pauses.bringBack(HERE, MAYA.id(), outreach);

    assertThat(fires("2027-06-01T15:00:00Z")).isEqualTo(1);
  }

  @Test
  void nothing_comes_while_the_initiative_is_paused() {
    UUID outreach = notNow().initiative().id();
    assertThat(team.pauses.pause(HERE, MAYA.id(), outreach, LocalDate.of(2027, 2, 15))).isNotNull();

    assertThat(fires("2027-01-25T15:00:00Z")).isZero();
    assertThat(fires("2027-02-17T15:00:00Z")).isEqualTo(1);
  }

  @Test
  void whoever_takes_over_the_reminder_looks_after_the_practice() {
    notNow();
    assertThat(fires("2027-01-25T15:00:00Z")).isEqualTo(1);
    UUID reminder = reminder();
    ReminderChoices choices = choices();

    choices.handOver(HERE, reminder, BEN.id(), MAYA.id());
    assertThat(done(team.practices.card(HERE, MAYA.id(), eastgate)).engagement().owner())
        .isEqualTo(MAYA.id());
    choices.handOver(HERE, reminder, ANN.id(), MAYA.id());

    assertThat(done(team.practices.card(HERE, MAYA.id(), eastgate)).engagement().owner())
        .isEqualTo(ANN.id());
  }

  @Test
  void an_initiative_has_a_rhythm_of_its_own_for_a_reason() {
    UUID outreach = done(team.practices.card(HERE, MAYA.id(), eastgate)).initiative().id();
    assertThat(
            team.rhythms.set(
                MAYA.id(), HERE, outreach, Stage.PRECONTEMPLATION, 8, "They forget us sooner"))
        .isInstanceOf(Outcome.Done.class);
    assertThat(team.rhythms.set(MAYA.id(), HERE, outreach, Stage.PRECONTEMPLATION, 9, ""))
        .isInstanceOf(Outcome.Not.class);
    assertThat(
            team.rhythms.set(BEN.id(), HERE, outreach, Stage.PRECONTEMPLATION, 9, "I like it so"))
        .isInstanceOf(Outcome.Not.class);
    assertThat(
            team.rhythms.set(MAYA.id(), HERE, outreach, Stage.PRECONTEMPLATION, 53, "Once a year"))
        .isInstanceOf(Outcome.Not.class);

    assertThat(notNow().engagement().course().dueOn()).contains(MONDAY.plusWeeks(8));
  }

  @Test
  void bad_figures_days_and_details_of_patients_are_refused() {
    assertThat(refused(checkIns.notNow(MAYA, HERE, eastgate, "", 0, Set.of())).why())
        .isEqualTo(Why.OUT_OF_RANGE);
    assertThat(refused(checkIns.notNow(MAYA, HERE, eastgate, "", 53, Set.of())).why())
        .isEqualTo(Why.OUT_OF_RANGE);
    assertThat(
            refused(
                    checkIns.notNow(
                        MAYA, HERE, eastgate, "patient John Smith complained", 4, Set.of()))
                .why())
        .isEqualTo(Why.PATIENT_DETAILS);
    assertThat(
            refused(
                    checkIns.touched(
                        MAYA,
                        HERE,
                        eastgate,
                        Touch.Way.SPOKE,
                        MONDAY.plusDays(1),
                        null,
                        "",
                        "form/1"))
                .why())
        .isEqualTo(Why.IN_FUTURE);
    assertThat(team.rows("touch")).isZero();
  }

  @Test
  void whoever_takes_no_part_learns_and_changes_nothing() {
    assertThat(refused(checkIns.notNow(BEN, HERE, eastgate, "", 4, Set.of())).why())
        .isEqualTo(Why.NOT_MEMBER);
    assertThat(refused(checkIns.leaveAlone(BEN, HERE, eastgate)).who()).isEqualTo(MAYA.id());
    assertThat(refused(checkIns.ready(MAYA, ELSEWHERE, eastgate, "")).why()).isEqualTo(Why.GONE);
    assertThat(refused(team.practices.card(HERE, BEN.id(), eastgate)).why())
        .isEqualTo(Why.NOT_MEMBER);
    assertThat(team.offers.of(ELSEWHERE, eastgate)).isEqualTo(new Offer.Gone());
  }

  @Test
  void a_plan_can_be_limited_to_some_kinds_and_have_a_rhythm_of_its_own() {
    Card held =
        done(
            checkIns.notNow(MAYA, HERE, eastgate, "", 5, Set.of(ItemKind.HELLO, ItemKind.ARTICLE)));

    assertThat(held.engagement().course().plan()).isNotNull();
    assertThat(held.engagement().course().dueOn()).contains(MONDAY.plusWeeks(5));
    assertThat(done(team.practices.card(HERE, ANN.id(), eastgate)).engagement())
        .isEqualTo(held.engagement());
  }
}
