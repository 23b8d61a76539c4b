package dev.groundswell.feedback;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static dev.groundswell.Team.PRIYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Team;
import dev.groundswell.db.Engine;
import dev.groundswell.db.OnBothDatabases;
import dev.groundswell.feedback.Decision.Outcome;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a decision does to the inputs it is for. */
@OnBothDatabases
class DecidingTest {
  private final Team team;
  private final Input early;
  private final Input loud;

  DecidingTest(Engine engine) {
    team = Team.on(engine);
    team.starts(MAYA, "Diabetes outreach");
    early = team.records(ANN, Team.from(PRIYA), "The calls come too early");
    loud = team.records(ANN, Team.from("Ben"), "And they are loud");
  }

  @AfterEach
  void close() {
    team.close();
  }

  private static Decision decision(Outcome outcome, String link) {
    return new Decision(outcome, "The clinic team", "It saves a visit", link);
  }

  private Decided decide(List<UUID> all, int version, Decision decision) {
    Map<UUID, Integer> also = new LinkedHashMap<>();
    all.stream().skip(1).forEach(it -> also.put(it, 0));
    return team.decisions.decide(ANN, HERE, all.get(0), OptionalInt.of(version), also, decision);
  }

  private Input now(Input input) {
    return team.inputs.find(HERE, input.id()).orElseThrow();
  }

  @Test
  void one_decision_holds_for_many() {
    Decision decision = decision(Outcome.ADOPTED, "https://example.org/new-hours");

    Decided decided = decide(List.of(early.id(), loud.id()), 0, decision);

    assertThat(decided).isEqualTo(new Decided.Done(now(early), 1));
    assertThat(now(loud).ruling()).isEqualTo(now(early).ruling());
    assertThat(now(loud).decision()).isEqualTo(decision);
    assertThat(team.rows("decision")).isEqualTo(1);
  }

  @Test
  void what_was_decided_or_withdrawn_meanwhile_is_left_out_and_named() {
    Input third = team.records(ANN, Team.from("Cleo"), "Those calls!");
    Input fourth = team.records(ANN, Team.from("Dora"), "At seven!");
    team.decides(MAYA, loud, Outcome.DECLINED);
    team.tells(MAYA, loud);
    team.changes.withdraw(ANN, HERE, third.id());

    Decided decided =
        decide(
            List.of(early.id(), loud.id(), third.id(), fourth.id()),
            0,
            decision(Outcome.ADOPTED, ""));

    assertThat(decided).isEqualTo(new Decided.Done(now(early), 1, List.of(now(loud), now(third))));
    assertThat(now(loud).decision().outcome()).isEqualTo(Outcome.DECLINED);
    assertThat(now(loud).isTold()).isTrue();
    assertThat(now(fourth).decision().outcome()).isEqualTo(Outcome.ADOPTED);
  }

  @Test
  void after_a_decision_the_answer_is_due_within_five_working_days() {
    team.decides(ANN, early, Outcome.ADOPTED);

    assertThat(now(early).dueOn()).isEqualTo(LocalDate.parse("2026-11-09"));
    assertThat(
            team.rows(
                "reminder where state = 'WAITING' and due_at = timestamp with time zone"
                    + " '2026-11-09 14:00:00+0'"))
        .isEqualTo(1);
    assertThat(now(loud).dueOn()).isEqualTo(LocalDate.parse("2026-11-16"));
  }

  @Test
  void a_late_decision_does_not_put_the_answer_off() {
    team.clock.set("2026-11-12T15:00:00Z");

    team.decides(ANN, early, Outcome.ADOPTED);

    assertThat(now(early).dueOn()).isEqualTo(LocalDate.parse("2026-11-16"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"FIRED", "STOPPED"})
  void a_decision_after_the_last_reminder_is_reminded_of_anew(String ended) {
    team.database.transact(
        tx ->
            tx.update("update reminder set state = :state where subject_id = :id")
                .bind("state", ended)
                .bind("id", early.id())
                .execute());
    team.clock.set("2026-12-10T15:00:00Z");

    team.decides(ANN, early, Outcome.ADOPTED);

    assertThat(now(early).dueOn()).isEqualTo(LocalDate.parse("2026-12-17"));
    assertThat(team.rows("reminder where state = 'WAITING' and subject_id = '" + early.id() + "'"))
        .isEqualTo(1);
  }

  @Test
  void a_decision_about_a_duplicate_holds_for_the_main_input_and_all_its_duplicates() {
    Input third = team.records(ANN, Team.from("Cleo"), "Those calls!");
    team.changes.merge(ANN, HERE, loud.id(), early.id());
    team.changes.merge(ANN, HERE, third.id(), early.id());

    Decided decided =
        decide(List.of(loud.id()), now(loud).version(), decision(Outcome.ADOPTED, ""));

    assertThat(decided).isEqualTo(new Decided.Done(now(early), 2));
    assertThat(now(loud).ruling()).isEqualTo(now(early).ruling()).isNotNull();
    assertThat(now(third).ruling()).isEqualTo(now(early).ruling());
  }

  @Test
  void a_changed_decision_opens_the_loop_again_and_the_old_one_stays_known() {
    team.decides(ANN, early, Outcome.ADOPTED);
    team.tells(ANN, early);
    assertThat(team.rows("reminder where state = 'WAITING'")).isEqualTo(1);
    team.clock.set("2026-11-12T15:00:00Z");

    decide(List.of(early.id()), now(early).version(), decision(Outcome.DECLINED, ""));

    assertThat(now(early).reportBack().state()).isEqualTo(ReportBack.State.OPEN);
    assertThat(now(early).dueOn()).isEqualTo(LocalDate.parse("2026-11-19"));
    assertThat(team.rows("reminder where state = 'WAITING'")).isEqualTo(2);
    assertThat(team.decisions.history(HERE, ANN.id(), early.id()))
        .extracting(it -> it.decision().outcome())
        .containsExactly(Outcome.DECLINED, Outcome.ADOPTED);
  }

  @Test
  void clicked_twice_it_is_one_decision() {
    Decision decision = decision(Outcome.ADOPTED, "");
    decide(List.of(early.id()), 0, decision);
    team.tells(ANN, early);

    assertThat(decide(List.of(early.id()), 0, decision)).isEqualTo(new Decided.Done(now(early)));

    assertThat(now(early).isTold()).isTrue();
    assertThat(team.rows("decision")).isEqualTo(1);
  }

  @Test
  void of_two_who_decide_the_second_is_told() {
    decide(List.of(early.id()), 0, decision(Outcome.ADOPTED, ""));

    assertThat(decide(List.of(early.id()), 0, decision(Outcome.DECLINED, "")))
        .isEqualTo(new Decided.ChangedMeanwhile(now(early)));
    assertThat(now(early).decision().outcome()).isEqualTo(Outcome.ADOPTED);
  }

  @Test
  void pending_never_counts_as_decided_and_takes_a_decision_back() {
    team.decides(ANN, early, Outcome.ADOPTED);
    team.tells(ANN, early);

    decide(List.of(early.id()), now(early).version(), decision(Outcome.PENDING, ""));

    assertThat(now(early).isDecided()).isFalse();
    assertThat(now(early).isTold()).isFalse();
    assertThat(team.reportBacks.told(ANN, HERE, early.id())).isInstanceOf(Told.NotDecided.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.org",
        "javascript:alert(1)",
        "https://",
        "https://user:secret@example.org",
        "https://exa mple.org",
        "example.org/x",
        "https://localhost/x"
      })
  void a_link_that_is_no_safe_address_is_refused(String link) {
    assertThat(decide(List.of(early.id()), 0, decision(Outcome.ADOPTED, link)))
        .isEqualTo(new Decided.BadLink());
    assertThat(now(early).isDecided()).isFalse();
  }

  @Test
  void what_was_withdrawn_is_not_decided_any_more() {
    team.changes.withdraw(ANN, HERE, early.id());

    assertThat(decide(List.of(early.id()), 1, decision(Outcome.ADOPTED, "")))
        .isEqualTo(new Decided.Gone());
  }
}
