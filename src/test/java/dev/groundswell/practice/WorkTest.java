package dev.groundswell.practice;

import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static dev.groundswell.Team.PRIYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Team;
import dev.groundswell.db.Engine;
import dev.groundswell.db.OnBothDatabases;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.kernel.UserId;
import dev.groundswell.knowledge.Stage;
import dev.groundswell.people.Person;
import dev.groundswell.practice.Assessments.Sheet;
import dev.groundswell.practice.KickOff.Chooser;
import dev.groundswell.practice.KickOff.Idea;
import dev.groundswell.practice.KickOff.State;
import dev.groundswell.practice.KickOff.Step;
import dev.groundswell.practice.Refusal.Why;
import dev.groundswell.practice.Wins.Totals;
import dev.groundswell.practice.Wins.Win;
import dev.groundswell.practice.checkin.Agenda;
import dev.groundswell.practice.checkin.Demand;
import dev.groundswell.practice.checkin.Week;
import dev.groundswell.practice.checkin.Week.Stop;
import dev.groundswell.practice.readiness.Component;
import dev.groundswell.reminder.WorkingTime;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Practices at work: how much they carry, what they win, how they begin, and the week. */
@OnBothDatabases
class WorkTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);
  private static final Agenda USUAL =
      new Agenda(Team.NEW_YORK, WorkingTime.USUAL, Set.of(), List.of());
  private static final Person BEN = new Person(new UserId("U0BEN"), "Ben", Team.NEW_YORK, true);

  private final Team team;
  private final Initiative outreach;
  private final UUID eastgate;
  private final Wins wins;
  private final KickOffs kickOffs;

  WorkTest(Engine engine) {
    team = Team.on(engine);
    outreach = team.starts(MAYA, "Diabetes outreach");
    eastgate = team.engages(MAYA, "Eastgate").engagement().id();
    wins = new Wins(team.database, team.initiatives, team.ids, team.clock);
    kickOffs = new KickOffs(team.database, team.initiatives, team.ids, team.clock);
  }

  @AfterEach
  void close() {
    team.close();
  }

  private static <T> T done(Outcome<T> outcome) {
    return outcome.either(
        it -> it,
        refusal -> {
          throw new AssertionError(refusal);
        });
  }

  private static <T> Refusal refused(Outcome<T> outcome) {
    return outcome.either(
        it -> {
          throw new AssertionError(it);
        },
        it -> it);
  }

  @Test
  void a_practice_that_carries_two_begins_a_third_only_for_a_reason_with_a_name() {
    team.starts(PRIYA, "Asthma");
    UUID asthma = team.engages(PRIYA, "Eastgate").engagement().id();
    done(team.checkIns.ready(PRIYA, HERE, asthma, ""));
    done(
        team.demands.note(
            MAYA.id(),
            HERE,
            eastgate,
            null,
            Demand.Kind.INITIATIVE,
            "Payer programme",
            MONDAY,
            null));

    Refusal refusal = refused(team.checkIns.ready(MAYA, HERE, eastgate, ""));
    assertThat(refusal.why()).isEqualTo(Why.OVERLOADED);
    assertThat(done(team.checkIns.load(HERE, MAYA.id(), eastgate)).names())
        .containsExactly("Asthma", "Payer programme");

    done(team.checkIns.ready(MAYA, HERE, eastgate, "The payer asks for it"));
    assertThat(team.rows("practice_override where what = 'begin' and by_id = 'U0MAYA'"))
        .isEqualTo(1);
  }

  @Test
  void tiredness_is_told_only_of_five_practices_or_more() {
    List<UUID> all = new ArrayList<>(List.of(eastgate));
    for (int i = 0; i < 4; i++) {
      all.add(team.engages(MAYA, "Practice " + i).engagement().id());
    }
    for (int i = 0; i < 4; i++) {
      Totals totals = done(wins.pulse(MAYA.id(), HERE, all.get(i), 4));
      assertThat(totals.tiredness()).isEmpty();
    }
    assertThat(done(wins.pulse(MAYA.id(), HERE, all.get(0), 1)).asked()).isEqualTo(4);

    Totals five = done(wins.pulse(MAYA.id(), HERE, all.get(4), 2));

    assertThat(five.tiredness()).hasValue(3.0);
    assertThat(refused(wins.pulse(MAYA.id(), HERE, eastgate, 6)).why()).isEqualTo(Why.OUT_OF_RANGE);
    assertThat(wins.totals(HERE, BEN.id(), outreach.id())).isEmpty();
  }

  @Test
  void a_win_has_a_meaning_and_is_not_claimed_before_its_day() {
    Win win = new Win(MONDAY, "Calls after four", "Twice as many families are reached");
    assertThat(done(wins.note(MAYA.id(), HERE, eastgate, win)).wins()).isEqualTo(1);

    assertThat(
            refused(
                    wins.note(
                        MAYA.id(), HERE, eastgate, new Win(MONDAY.plusDays(1), "Calls", "All")))
                .why())
        .isEqualTo(Why.IN_FUTURE);
    assertThat(refused(wins.note(MAYA.id(), HERE, eastgate, new Win(MONDAY, "Calls", ""))).why())
        .isEqualTo(Why.BLANK);
    assertThat(
            refused(
                    wins.note(
                        MAYA.id(),
                        HERE,
                        eastgate,
                        new Win(MONDAY, "Calls", "patient John Smith is better")))
                .why())
        .isEqualTo(Why.PATIENT_DETAILS);
  }

  @Test
  void a_kick_off_says_what_it_lacks_and_puts_what_they_wish_first() {
    KickOff first =
        done(
            kickOffs.save(
                MAYA.id(),
                HERE,
                eastgate,
                new KickOff(
                    Set.of(Step.STAFF_AGREE),
                    "Nobody waits",
                    "Calls",
                    "",
                    Chooser.FACILITATOR,
                    List.of()),
                new Idea("Calls after four", 3, 2, false)));
    assertThat(first.lacksLeader()).isTrue();
    assertThat(first.lacksMeasure()).isTrue();
    assertThat(first.wasChosenAlone()).isTrue();

    KickOff second =
        done(
            kickOffs.save(
                MAYA.id(),
                HERE,
                eastgate,
                new KickOff(
                    Set.of(Step.STAFF_AGREE, Step.LEADER_COMMITTED),
                    "Nobody waits",
                    "Calls",
                    "Calls that reach somebody",
                    Chooser.TEAM,
                    List.of()),
                new Idea("A second phone line", 1, 8, true)));

    assertThat(second.lacksLeader()).isFalse();
    assertThat(second.lacksMeasure()).isFalse();
    assertThat(second.ideas())
        .extracting(Idea::text)
        .containsExactly("A second phone line", "Calls after four");
    assertThat(done(kickOffs.find(MAYA.id(), HERE, eastgate))).isEqualTo(second);
    assertThat(
            refused(
                    kickOffs.save(
                        MAYA.id(), HERE, eastgate, second, new Idea("Too long", 1, 53, true)))
                .why())
        .isEqualTo(Why.OUT_OF_RANGE);
    assertThat(refused(kickOffs.find(BEN.id(), HERE, eastgate)).why()).isEqualTo(Why.NOT_MEMBER);
  }

  @Test
  void a_week_is_spread_over_its_days_and_says_when_it_is_full() {
    List<Stop> many = new ArrayList<>();
    for (int i = 0; i < 21; i++) {
      many.add(new Stop("P" + i, MONDAY.minusDays(i), false, MONDAY, false, 12, false));
    }
    Week week = Week.of(many, USUAL, MONDAY);

    assertThat(week.days()).hasSize(5);
    assertThat(week.days().values()).allSatisfy(it -> assertThat(it).hasSize(Week.MOST_A_DAY));
    assertThat(week.days().get(MONDAY)).containsExactly("P20", "P19", "P18", "P17");
    assertThat(week.waiting()).containsExactly("P0");
    assertThat(Week.of(many.subList(0, 20), USUAL, MONDAY).isFull()).isFalse();
  }

  @Test
  void a_week_names_who_has_gone_quiet_and_who_is_left_behind() {
    List<Stop> stops =
        List.of(
            new Stop("Busy", null, true, MONDAY.minusWeeks(7), false, 3, false),
            new Stop("Fresh", null, true, MONDAY.minusWeeks(6), false, 3, false),
            new Stop("Poor 1", MONDAY.minusWeeks(3), false, MONDAY, false, 12, true),
            new Stop("Poor 2", MONDAY.minusWeeks(4), false, MONDAY, false, 12, true),
            new Stop("Poor 3", MONDAY.minusWeeks(5), false, MONDAY, false, 12, true),
            new Stop("Rich", MONDAY, false, MONDAY, false, 12, false));

    Week week = Week.of(stops, USUAL, MONDAY);

    assertThat(week.stale()).isEmpty();
    assertThat(week.quiet()).containsExactly("Busy");
    assertThat(week.leftBehind()).isTrue();
    assertThat(Week.of(stops.subList(0, 4), USUAL, MONDAY).leftBehind()).isFalse();
  }

  @Test
  void the_week_of_a_facilitator_holds_what_is_theirs() {
    done(team.checkIns.notNow(MAYA, HERE, eastgate, "", 1, Set.of()));
    team.clock.set("2026-11-09T15:00:00Z");

    assertThat(
            done(kickOffs.week(HERE, MAYA.id(), Meant.in(null)))
                .week()
                .days()
                .get(LocalDate.of(2026, 11, 9)))
        .containsExactly("Eastgate");
    assertThat(done(kickOffs.week(HERE, PRIYA.id(), Meant.in(null))).week().days().values())
        .allSatisfy(it -> assertThat(it).isEmpty());
  }

  @Test
  void a_week_keeps_to_the_days_on_which_the_initiative_works() {
    Agenda sundays =
        new Agenda(
            Team.NEW_YORK,
            WorkingTime.USUAL.on(Set.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY, DayOfWeek.TUESDAY)),
            Set.of(MONDAY.plusDays(1)),
            List.of());
    List<Stop> stops =
        List.of(new Stop("Eastgate", MONDAY.plusDays(6), false, MONDAY, false, 12, false));

    Week week = Week.of(stops, sundays, MONDAY);

    assertThat(week.days().keySet()).containsExactly(MONDAY, MONDAY.plusDays(6));
    assertThat(week.days().get(MONDAY.plusDays(6))).containsExactly("Eastgate");
    Agenda closed =
        new Agenda(
            Team.NEW_YORK,
            WorkingTime.USUAL,
            MONDAY.datesUntil(MONDAY.plusDays(9)).collect(Collectors.toSet()),
            List.of());
    assertThat(Week.of(stops, closed, MONDAY).days().keySet())
        .startsWith(MONDAY.plusDays(9))
        .hasSize(5);
  }

  @Test
  void a_practice_at_work_is_quiet_only_once_it_was_engaged_for_long() {
    done(team.checkIns.moved(MAYA, HERE, eastgate, Stage.ACTION, ""));

    assertThat(done(kickOffs.week(HERE, MAYA.id(), Meant.in(null))).week().quiet()).isEmpty();

    team.clock.set("2026-12-21T15:00:00Z");
    assertThat(done(kickOffs.week(HERE, MAYA.id(), Meant.in(null))).week().quiet())
        .containsExactly("Eastgate");
  }

  private UUID hasIdea(String text, int ease) {
    KickOff kickOff = new KickOff(Set.of(), "", "", "", Chooser.TEAM, List.of());
    return done(kickOffs.save(MAYA.id(), HERE, eastgate, kickOff, new Idea(text, ease, 2, false)))
        .ideas()
        .stream()
        .filter(it -> it.text().equals(text))
        .map(Idea::id)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void one_idea_is_tried_at_a_time_and_makes_room_for_the_next() {
    Ideas ideas = new Ideas(team.database, team.initiatives);
    UUID easy = hasIdea("Calls after four", 3);
    UUID hard = hasIdea("A second phone line", 1);

    done(ideas.pick(MAYA.id(), HERE, eastgate, easy));
    KickOff picked = done(ideas.pick(MAYA.id(), HERE, eastgate, hard));
    assertThat(picked.ideas()).extracting(Idea::state).containsExactly(State.PICKED, State.OPEN);
    assertThat(picked.next().orElseThrow().id()).isEqualTo(hard);

    Win win = new Win(MONDAY, "A second phone line", "Families get through");
    done(wins.worked(MAYA.id(), HERE, eastgate, hard, win));
    assertThat(refused(wins.worked(MAYA.id(), HERE, eastgate, hard, win)).why())
        .isEqualTo(Why.GONE);
    assertThat(team.rows("practice_win")).isEqualTo(1);
    assertThat(done(kickOffs.find(MAYA.id(), HERE, eastgate)).next().map(Idea::text).orElseThrow())
        .isEqualTo("Calls after four");
  }

  @Test
  void of_an_idea_that_did_not_work_stays_what_was_learned() {
    Ideas ideas = new Ideas(team.database, team.initiatives);
    UUID calls = hasIdea("Calls after four", 3);

    assertThat(refused(ideas.didNotWork(MAYA.id(), HERE, eastgate, calls, " ")).why())
        .isEqualTo(Why.BLANK);
    KickOff after =
        done(ideas.didNotWork(MAYA.id(), HERE, eastgate, calls, "Nobody is there after four"));
    assertThat(after.idea(calls).orElseThrow().learned()).isEqualTo("Nobody is there after four");
    assertThat(after.next()).isEmpty();
    assertThat(refused(ideas.remove(BEN.id(), HERE, eastgate, calls)).why())
        .isEqualTo(Why.NOT_MEMBER);
    assertThat(done(ideas.remove(MAYA.id(), HERE, eastgate, calls)).ideas()).isEmpty();
  }

  @Test
  void a_practice_at_work_comes_up_once_its_rating_is_old() {
    done(team.checkIns.moved(MAYA, HERE, eastgate, Stage.ACTION, ""));
    Sheet sheet =
        new Sheet(
            "Whether to add a second goal", Map.of(Component.MOTIVATION, 4), "", MONDAY, "", null);
    done(team.assessments.assess(MAYA, HERE, eastgate, sheet, "form/1"));

    team.clock.set("2027-01-25T15:00:00Z");
    assertThat(done(kickOffs.week(HERE, MAYA.id(), Meant.in(null))).week().stale()).isEmpty();
    team.clock.set("2027-01-26T15:00:00Z");
    assertThat(done(kickOffs.week(HERE, MAYA.id(), Meant.in(null))).week().stale())
        .containsExactly("Eastgate");
  }
}
