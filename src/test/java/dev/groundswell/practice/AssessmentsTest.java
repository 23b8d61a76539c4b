package dev.groundswell.practice;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.ELSEWHERE;
import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static dev.groundswell.Team.PRIYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Team;
import dev.groundswell.db.Engine;
import dev.groundswell.db.OnBothDatabases;
import dev.groundswell.initiative.Role;
import dev.groundswell.practice.Assessments.Sheet;
import dev.groundswell.practice.Practices.Looked;
import dev.groundswell.practice.Refusal.Field;
import dev.groundswell.practice.Refusal.Why;
import dev.groundswell.practice.checkin.Start;
import dev.groundswell.practice.readiness.Benchmark;
import dev.groundswell.practice.readiness.Component;
import dev.groundswell.practice.readiness.Corner;
import dev.groundswell.practice.readiness.Dimension;
import dev.groundswell.practice.readiness.NamedScores;
import dev.groundswell.practice.readiness.Readiness;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rating practices, and the register that they stand in. */
@Tag("jdk")
@OnBothDatabases
class AssessmentsTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);
  private static final Map<Component, Integer> READY =
      Map.of(
          Component.MOTIVATION, 5,
          Component.RECEPTIVITY_TO_FACILITATOR, 4,
          Component.LEADERSHIP, 4,
          Component.FINANCES, 4,
          Component.STRESS, 4);

  private final Team team;
  private final UUID eastgate;
  private final AtomicInteger requests = new AtomicInteger();

  AssessmentsTest(Engine engine) {
    team = Team.on(engine);
    team.starts(MAYA, "Diabetes outreach");
    eastgate = team.engages(MAYA, "Eastgate").engagement().id();
  }

  @AfterEach
  void close() {
    team.close();
  }

  private Outcome<Card> assess(Sheet sheet) {
    return team.assessments.assess(
        MAYA, HERE, eastgate, sheet, "form/" + requests.incrementAndGet());
  }

  private static Sheet sheet(Map<Component, Integer> ratings) {
    return new Sheet("Whether to start in March", ratings, "", MONDAY, "");
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

  @Test
  void an_assessment_is_kept_with_its_purpose_and_gives_a_place() {
    Card card = done(assess(sheet(READY)));

    assertThat(card.trajectory().latest().orElseThrow().purpose())
        .isEqualTo("Whether to start in March");
    assertThat(card.engagement().readiness()).isEqualTo(new Readiness(4.5, 4.0));
    assertThat(card.engagement().readiness().corner()).contains(Corner.WILLING_AND_STABLE);
    assertThat(card.engagement().ratedOn()).isEqualTo(MONDAY);
    assertThat(card.start()).isEqualTo(new Start(MONDAY.plusDays(7), null));
    assertThat(card.trajectory().latest().orElseThrow().ratings()).isEqualTo(READY);
  }

  @Test
  void the_same_request_keeps_one() {
    team.assessments.assess(MAYA, HERE, eastgate, sheet(READY), "form/x");
    Card again = done(team.assessments.assess(MAYA, HERE, eastgate, sheet(READY), "form/x"));

    assertThat(again.trajectory().assessments()).hasSize(1);
  }

  @Test
  void without_a_decision_that_it_serves_there_is_none() {
    for (String nothing : new String[] {"", " ", "n/a", "none", "?"}) {
      assertThat(refused(assess(new Sheet(nothing, READY, "", MONDAY, ""))))
          .satisfies(
              it -> {
                assertThat(it.why()).isEqualTo(Why.BLANK);
                assertThat(it.field()).isEqualTo(Field.PURPOSE);
              });
    }
  }

  @Test
  void nothing_rated_out_of_range_and_the_future_are_refused() {
    assertThat(refused(assess(sheet(Map.of()))).why()).isEqualTo(Why.NOTHING_RATED);
    assertThat(refused(assess(sheet(Map.of(Component.STRESS, 6)))).why())
        .isEqualTo(Why.OUT_OF_RANGE);
    assertThat(refused(assess(sheet(Map.of(Component.STRESS, 0)))).why())
        .isEqualTo(Why.OUT_OF_RANGE);
    assertThat(
            refused(assess(new Sheet("Whether to start", READY, "", MONDAY.plusDays(1), ""))).why())
        .isEqualTo(Why.IN_FUTURE);
    assertThat(
            refused(assess(new Sheet("Whether to start", READY, "patient John Smith", MONDAY, "")))
                .field())
        .isEqualTo(Field.NOTE);
    assertThat(team.rows("assessment")).isZero();
  }

  @Test
  void one_scale_alone_is_kept_without_a_place() {
    Card card =
        done(
            assess(
                sheet(Map.of(Component.MOTIVATION, 5, Component.RECEPTIVITY_TO_IMPROVEMENT, 5))));

    assertThat(card.engagement().readiness()).isEqualTo(new Readiness(5.0, null));
    assertThat(card.engagement().readiness().corners()).isEmpty();
  }

  @Test
  void a_second_view_needs_no_reason_and_one_scale_leaves_the_other() {
    done(assess(sheet(READY)));
    Map<Component, Integer> one =
        Map.of(Component.MOTIVATION, 2, Component.RECEPTIVITY_TO_FACILITATOR, 2);

    team.clock.set("2026-11-02T14:05:00Z");
    Card card = done(team.assessments.assess(ANN, HERE, eastgate, sheet(one), "form/ann"));

    assertThat(card.engagement().readiness()).isEqualTo(new Readiness(2.0, 4.0));
    assertThat(card.engagement().ratedOn()).isEqualTo(MONDAY);
    assertThat(
            refused(team.assessments.assess(ANN, HERE, eastgate, sheet(one), "form/again")).why())
        .isEqualTo(Why.TOO_SOON);
  }

  @Test
  void asking_again_within_twelve_weeks_needs_a_reason() {
    done(assess(sheet(READY)));
    team.clock.set("2026-11-30T15:00:00Z");
    LocalDate later = MONDAY.plusWeeks(4);

    Refusal soon = refused(assess(new Sheet("Whether to start", READY, "", later, "")));
    assertThat(soon.why()).isEqualTo(Why.TOO_SOON);
    assertThat(soon.day()).isEqualTo(MONDAY);

    Card again =
        done(assess(new Sheet("Whether to start", READY, "", later, "The leader has changed")));
    assertThat(again.trajectory().assessments()).hasSize(2);
    assertThat(again.trajectory().latest().orElseThrow().whyAgain())
        .isEqualTo("The leader has changed");
  }

  @Test
  void while_it_said_not_now_it_is_asked_only_for_a_reason_with_a_name() {
    team.checkIns.notNow(MAYA, HERE, eastgate, "", null, Set.of());

    assertThat(refused(assess(sheet(READY))).why()).isEqualTo(Why.HELD);
    done(assess(new Sheet("Whether to start", READY, "", MONDAY, "They asked for it")));
    assertThat(team.rows("practice_override where by_id = 'U0MAYA' and reason <> ''")).isEqualTo(1);
  }

  @Test
  void after_two_weeks_one_is_asked_what_came_of_it() {
    Card card = done(assess(sheet(READY)));
    UUID assessment = card.trajectory().latest().orElseThrow().id();
    team.clock.set("2026-11-16T14:00:00Z");
    assertThat(team.reminders.fireDue()).isEqualTo(1);
    assertThat(team.assessments.open(HERE, assessment)).isPresent();

    Card decided = done(team.assessments.used(MAYA, HERE, assessment, "We start in March", false));
    assertThat(decided.trajectory().latest().orElseThrow().outcome())
        .isEqualTo("We start in March");
    team.clock.set("2026-11-23T14:00:00Z");
    assertThat(team.reminders.fireDue()).isEqualTo(1);

    done(team.assessments.used(MAYA, HERE, assessment, "We start in March", true));
    assertThat(team.assessments.open(HERE, assessment)).isEmpty();
    team.clock.set("2027-01-23T14:00:00Z");
    assertThat(team.reminders.fireDue()).isZero();
  }

  @Test
  void what_somebody_else_sees_at_the_same_time_is_shown_beside_it() {
    done(assess(sheet(READY)));
    team.clock.set("2026-11-02T15:00:00Z");
    Card other =
        done(
            team.assessments.assess(
                ANN,
                HERE,
                eastgate,
                new Sheet(
                    "Whether to start",
                    Map.of(Component.MOTIVATION, 2, Component.RECEPTIVITY_TO_IMPROVEMENT, 2),
                    "",
                    MONDAY,
                    "A second view"),
                "form/ann"));

    assertThat(other.trajectory().difference().orElseThrow().otherRater()).isEqualTo(MAYA.id());
  }

  @Test
  void an_unknown_name_offers_the_near_ones() {
    team.engages(MAYA, "Riverside Clinic");
    team.engages(MAYA, "Westgate Family Medicine");

    assertThat(team.practices.look(HERE, MAYA.id(), null, "riverside clinik"))
        .isInstanceOfSatisfying(
            Looked.Unknown.class, it -> assertThat(it.near()).containsExactly("Riverside Clinic"));
    assertThat(team.practices.look(HERE, MAYA.id(), null, "Zanzibar"))
        .isInstanceOfSatisfying(Looked.Unknown.class, it -> assertThat(it.near()).isEmpty());
    assertThat(team.practices.look(HERE, MAYA.id(), null, "  EASTGATE "))
        .isInstanceOf(Looked.Known.class);
  }

  @Test
  void a_practice_of_another_initiative_is_offered_and_of_another_workspace_unknown() {
    team.starts(PRIYA, "Asthma");

    assertThat(team.practices.look(HERE, PRIYA.id(), null, "Eastgate"))
        .isInstanceOf(Looked.NotEngaged.class);
    assertThat(team.practices.look(ELSEWHERE, MAYA.id(), null, "Eastgate"))
        .isInstanceOf(Looked.Refused.class);
    assertThat(refused(team.practices.card(ELSEWHERE, MAYA.id(), eastgate)).why())
        .isEqualTo(Why.GONE);
  }

  @Test
  void the_readiest_come_first_then_old_ratings_then_none() {
    UUID west = team.engages(MAYA, "Westgate").engagement().id();
    UUID north = team.engages(MAYA, "Northgate").engagement().id();
    done(assess(sheet(READY)));
    team.clock.set("2027-03-01T15:00:00Z");
    LocalDate march = LocalDate.of(2027, 3, 1);
    Map<Component, Integer> low =
        Map.of(
            Component.MOTIVATION, 1,
            Component.RECEPTIVITY_TO_IMPROVEMENT, 1,
            Component.LEADERSHIP, 1,
            Component.CULTURE, 1,
            Component.FINANCES, 1);
    done(
        team.assessments.assess(
            MAYA, HERE, west, new Sheet("Whether to start", low, "", march, ""), "form/w"));

    Practices.Page page =
        team.practices
            .page(HERE, MAYA.id(), null, 0)
            .either(
                it -> it,
                refusal -> {
                  throw new AssertionError(refusal);
                });

    assertThat(page.lines())
        .extracting(Listed::name)
        .containsExactly("Westgate", "Eastgate", "Northgate");
    assertThat(page.lines().get(2).engagement().id()).isEqualTo(north);
    assertThat(page.total()).isEqualTo(3);
  }

  @Test
  void a_viewer_sees_no_readiness() {
    team.takesPart(PRIYA, Role.VIEWER, team.initiatives.current(HERE, MAYA.id()).orElseThrow());

    assertThat(refused(team.practices.card(HERE, PRIYA.id(), eastgate)).why())
        .isEqualTo(Why.NOT_MEMBER);
    assertThat(team.practices.page(HERE, PRIYA.id(), null, 0)).isInstanceOf(Outcome.Not.class);
  }

  @Test
  void a_name_that_cannot_be_one_is_refused() {
    assertThat(refused(team.practices.add(MAYA, HERE, null, " ")).why()).isEqualTo(Why.BLANK);
    assertThat(refused(team.practices.add(MAYA, HERE, null, "ab ".repeat(41))).why())
        .isEqualTo(Why.TOO_LONG);
    assertThat(refused(team.practices.add(MAYA, HERE, null, "patient John Smith")).why())
        .isEqualTo(Why.PATIENT_DETAILS);
    assertThat(team.rows("practice")).isEqualTo(1);
  }

  private static Sheet scores(String instrument, String lines, LocalDate on) {
    return new Sheet(
        "Which help to offer",
        Map.of(),
        "",
        on,
        "",
        new NamedScores(
            instrument,
            ((NamedScores.Read.Scores) NamedScores.read(lines)).scores(),
            "Miller and Park, A scale of change, 2019"));
  }

  @Test
  void scores_of_another_instrument_stand_beside_the_scales_and_move_nothing() {
    done(assess(sheet(READY)));
    Card card = done(assess(scores("Change scale", "Teamwork: 3.4 of 5\nReserve 0.68", MONDAY)));

    assertThat(card.engagement().readiness()).isEqualTo(new Readiness(4.5, 4.0));
    assertThat(card.trajectory().assessments()).hasSize(1);
    NamedScores kept = Objects.requireNonNull(card.named().get(0).named());
    assertThat(kept.lines()).isEqualTo("Teamwork: 3.4 of 5\nReserve: 0.68");
    assertThat(kept.citation()).isEqualTo("Miller and Park, A scale of change, 2019");
    assertThat(done(team.practices.card(HERE, MAYA.id(), eastgate)).named()).hasSize(1);
  }

  @Test
  void scores_alone_give_no_place() {
    Card card = done(assess(scores("Change scale", "Teamwork: 3.4 of 5", MONDAY)));

    assertThat(card.engagement().readiness()).isEqualTo(Readiness.UNKNOWN);
    assertThat(card.engagement().ratedOn()).isNull();
    assertThat(card.trajectory().latest()).isEmpty();
  }

  @Test
  void the_same_instrument_again_soon_asks_for_a_reason_and_another_one_does_not() {
    done(assess(scores("Change scale", "Teamwork: 3", MONDAY)));
    team.clock.set("2026-11-30T15:00:00Z");
    LocalDate later = MONDAY.plusDays(28);

    assertThat(refused(assess(scores("change scale ", "Teamwork: 4", later))).why())
        .isEqualTo(Why.TOO_SOON);
    done(assess(scores("Another scale", "Calm: 4", later)));
    done(assess(sheet(READY)));
  }

  @Test
  void what_was_decided_with_scores_is_asked_too_and_a_held_practice_is_left_in_peace() {
    done(assess(scores("Change scale", "Teamwork: 3", MONDAY)));
    team.clock.set("2026-11-16T14:00:00Z");
    assertThat(team.reminders.fireDue()).isEqualTo(1);

    done(team.checkIns.notNow(MAYA, HERE, eastgate, "", null, Set.of()));
    assertThat(refused(assess(scores("Third scale", "Calm: 3", MONDAY))).why()).isEqualTo(Why.HELD);
  }

  @Test
  void an_instrument_without_a_name_or_a_source_or_with_a_patient_in_it_is_refused() {
    NamedScores.Read.Scores one = (NamedScores.Read.Scores) NamedScores.read("Calm: 3");
    for (NamedScores flawed :
        List.of(
            new NamedScores("n/a", one.scores(), "Miller and Park"),
            new NamedScores("Change scale", one.scores(), "?"),
            new NamedScores("Scale of patient John Smith", one.scores(), "Miller and Park"))) {
      assertThat(
              refused(assess(new Sheet("Which help to offer", Map.of(), "", MONDAY, "", flawed)))
                  .why())
          .isIn(Why.BLANK, Why.PATIENT_DETAILS);
    }
  }

  private Benchmark besideOthers() {
    return new Benchmarks(team.database, team.initiatives, team.reminders, team.vault, team.clock)
        .of(HERE, MAYA.id(), eastgate)
        .either(
            Benchmarks.Beside::benchmark,
            refusal -> {
              throw new AssertionError(refusal);
            });
  }

  @Test
  void five_other_practices_of_the_workspace_make_a_benchmark_and_four_do_not() {
    done(assess(sheet(READY)));
    for (int i = 0; i < 5; i++) {
      assertThat(besideOthers().standings()).isEmpty();
      UUID other = team.engages(MAYA, "Other " + i).engagement().id();
      done(
          team.assessments.assess(
              MAYA,
              HERE,
              other,
              sheet(Map.of(Component.MOTIVATION, 1, Component.RECEPTIVITY_TO_IMPROVEMENT, 2)),
              "other/" + i));
    }

    assertThat(besideOthers().standings())
        .isEqualTo(Map.of(Dimension.WILLINGNESS, Benchmark.Standing.ABOVE));
    team.starts(PRIYA, "Asthma");
    team.engages(PRIYA, "Other 1");
    assertThat(besideOthers().standings()).hasSize(1);
    team.clock.set("2027-11-20T14:00:00Z");
    assertThat(besideOthers().standings()).as("a year later").isEmpty();
  }

  @Test
  void nobody_is_asked_to_tell_a_practice_that_is_to_be_left_alone() {
    UUID assessment = done(assess(sheet(READY))).trajectory().latest().orElseThrow().id();
    done(team.assessments.used(MAYA, HERE, assessment, "We start in March", false));

    done(team.checkIns.leaveAlone(MAYA, HERE, eastgate));
    assertThat(team.assessments.open(HERE, assessment)).isEmpty();

    done(team.checkIns.mayContactAgain(MAYA, HERE, eastgate, "They called us"));
    assertThat(team.assessments.open(HERE, assessment)).isPresent();
  }
}
