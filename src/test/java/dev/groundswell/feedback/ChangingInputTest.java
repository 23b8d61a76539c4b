package dev.groundswell.feedback;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.ELSEWHERE;
import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static dev.groundswell.Team.PRIYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Team;
import dev.groundswell.db.Engine;
import dev.groundswell.db.OnBothDatabases;
import dev.groundswell.feedback.Contributor.Reach;
import dev.groundswell.feedback.Decision.Outcome;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.kernel.UserId;
import dev.groundswell.people.Person;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Input that is edited, merged or withdrawn. */
@OnBothDatabases
class ChangingInputTest {
  private static final Person STRANGER =
      new Person(new UserId("U0STRANGER"), "Sam", PRIYA.zone(), true);

  private final Team team;
  private final Initiative outreach;
  private final Input early;

  ChangingInputTest(Engine engine) {
    team = Team.on(engine);
    outreach = team.starts(MAYA, "Diabetes outreach");
    early = team.records(ANN, Team.from(PRIYA), "The calls come too early");
  }

  @AfterEach
  void close() {
    team.close();
  }

  private Input now(Input input) {
    return team.inputs.find(HERE, input.id()).orElseThrow();
  }

  private static NewInput words(String words) {
    return new NewInput(Team.from("Ben"), words);
  }

  @Test
  void words_and_who_said_them_can_be_changed() {
    Edited edited = team.changes.edit(ANN, HERE, early.id(), 0, words("Too loud"));

    assertThat(edited).isEqualTo(new Edited.Done(now(early)));
    assertThat(now(early).words()).isEqualTo("Too loud");
    assertThat(now(early).contributor()).isEqualTo(Team.from("Ben"));
    assertThat(now(early).receivedOn()).isEqualTo(early.receivedOn());
    assertThat(team.reportBacks.open(HERE, outreach.id(), 9)).containsExactly(now(early));
  }

  @Test
  void the_second_of_two_editors_is_told_and_undoes_nothing() {
    team.changes.edit(ANN, HERE, early.id(), 0, words("Too loud"));

    Edited second = team.changes.edit(MAYA, HERE, early.id(), 0, words("Too rare"));

    assertThat(second).isEqualTo(new Edited.ChangedMeanwhile(now(early)));
    assertThat(now(early).words()).isEqualTo("Too loud");
  }

  @Test
  void another_day_moves_the_answer() {
    NewInput wanted =
        new NewInput(
            Team.from(PRIYA),
            "Too early",
            null,
            "",
            LocalDate.parse("2026-10-26"),
            "",
            null,
            null,
            null,
            false);

    team.changes.edit(ANN, HERE, early.id(), 0, wanted);

    assertThat(now(early).dueOn()).isEqualTo(LocalDate.parse("2026-11-09"));
    assertThat(
            team.rows(
                "reminder where state = 'WAITING' and due_at = timestamp with time zone"
                    + " '2026-11-09 14:00:00+0'"))
        .isEqualTo(1);
  }

  @Test
  void what_must_not_be_kept_changes_nothing() {
    assertThat(
            team.changes.edit(
                ANN, HERE, early.id(), 0, words("patient John Smith, MRN 12345678, says so")))
        .isInstanceOf(Edited.Refused.class);
    assertThat(now(early)).isEqualTo(early);
  }

  @Test
  void only_its_owner_and_the_lead_change_it() {
    assertThat(team.changes.withdraw(PRIYA, HERE, early.id()))
        .isEqualTo(new Edited.NotYours(ANN.id()));
    assertThat(team.changes.withdraw(STRANGER, HERE, early.id())).isEqualTo(new Edited.Gone());
    assertThat(team.changes.withdraw(ANN, ELSEWHERE, early.id())).isEqualTo(new Edited.Gone());
    assertThat(team.changes.edit(PRIYA, HERE, early.id(), 0, words("x y")))
        .isEqualTo(new Edited.NotYours(ANN.id()));
    assertThat(now(early)).isEqualTo(early);
  }

  @Test
  void withdrawn_the_words_are_gone_everywhere_and_the_count_stays() {
    team.database.transact(
        tx ->
            tx.update(
                    """
                    insert into draft (workspace_id, id, user_id, from_name, words, request_key,
                      kept_at)
                    values ('T0HERE', :id, 'U0ANN', 'Priya', 'The calls come too early', 'x', :now)
                    """)
                .bind("id", team.ids.next())
                .bind("now", team.clock.instant())
                .execute());

    assertThat(team.changes.withdraw(ANN, HERE, early.id()))
        .isEqualTo(new Edited.Withdrawn(now(early)));

    assertThat(now(early).words()).isEmpty();
    assertThat(now(early).isWithdrawn()).isTrue();
    assertThat(team.rows("input")).isEqualTo(1);
    assertThat(team.rows("draft")).isZero();
    assertThat(team.rows("reminder where state = 'WAITING'")).isZero();
    assertThat(team.reportBacks.open(HERE, outreach.id(), 9)).isEmpty();
    assertThat(team.changes.withdraw(ANN, HERE, early.id())).isEqualTo(new Edited.Gone());
  }

  @Test
  void the_address_of_somebody_who_withdrew_all_they_said_is_forgotten() {
    NewInput mailed =
        new NewInput(
            Team.from("Ben"),
            "Too early",
            Reach.MAIL,
            "ben@example.org",
            null,
            "",
            null,
            null,
            null,
            false);
    Input first = ((Recorded.Kept) team.inputs.record(ANN, HERE, null, mailed, "b/1")).input();
    Input second = team.records(ANN, Team.from("Ben"), "Too loud");

    team.changes.withdraw(ANN, HERE, first.id());
    assertThat(now(second).contributor().address()).isNotNull();
    team.changes.withdraw(ANN, HERE, second.id());

    assertThat(now(second).contributor().address()).isNull();
    assertThat(now(second).contributor().reach()).isEqualTo(Reach.BY_HAND);
  }

  @Test
  void merged_inputs_share_the_decision_and_each_is_owed_an_answer() {
    Input same = team.records(ANN, Team.from("Ben"), "Those calls at seven!");
    Input third = team.records(ANN, Team.from("Cleo"), "Calls at seven, why?");
    team.changes.merge(ANN, HERE, third.id(), same.id());

    Edited merged = team.changes.merge(ANN, HERE, same.id(), early.id());
    team.decides(ANN, early, Outcome.ADOPTED);

    assertThat(merged).isInstanceOf(Edited.Merged.class);
    for (Input each : new Input[] {early, same, third}) {
      assertThat(now(each).decision().outcome()).isEqualTo(Outcome.ADOPTED);
      assertThat(now(each).isTold()).isFalse();
    }
    assertThat(team.reportBacks.open(HERE, outreach.id(), 9)).hasSize(3);
    assertThat(team.rows("decision")).isEqualTo(1);
  }

  @Test
  void if_only_the_duplicate_was_decided_its_decision_holds() {
    Input same = team.records(ANN, Team.from("Ben"), "Those calls at seven!");
    team.decides(ANN, same, Outcome.DECLINED);

    team.changes.merge(ANN, HERE, same.id(), early.id());

    assertThat(now(early).decision()).isEqualTo(now(same).decision());
  }

  @Test
  void whoever_may_not_decide_about_the_other_input_moves_no_decision_onto_it() {
    Input bens = team.records(PRIYA, Team.from("Ben"), "Those calls at seven!");
    team.decides(PRIYA, bens, Outcome.DECLINED);
    Input before = now(bens);

    Edited refused = team.changes.merge(PRIYA, HERE, bens.id(), early.id());

    assertThat(refused).isEqualTo(new Edited.NotYoursToDecide(ANN.id()));
    assertThat(now(early)).isEqualTo(early);
    assertThat(now(bens)).isEqualTo(before);

    assertThat(team.changes.merge(MAYA, HERE, bens.id(), early.id()))
        .isInstanceOf(Edited.Merged.class);
    assertThat(now(early).decision()).isEqualTo(before.decision());
  }

  @Test
  void nothing_moves_with_an_undecided_duplicate_so_its_owner_may_merge_it() {
    Input bens = team.records(PRIYA, Team.from("Ben"), "Those calls at seven!");

    assertThat(team.changes.merge(PRIYA, HERE, bens.id(), early.id()))
        .isInstanceOf(Edited.Merged.class);
    assertThat(now(early).ruling()).isNull();
  }

  @Test
  void an_input_is_not_merged_with_itself_nor_across_initiatives() {
    assertThat(team.changes.merge(ANN, HERE, early.id(), early.id()))
        .isEqualTo(new Edited.NoMatch());
    team.starts(ANN, "Asthma at school");
    Input other = team.records(ANN, Team.from("Ben"), "Too loud");
    assertThat(team.changes.merge(ANN, HERE, other.id(), early.id()))
        .isEqualTo(new Edited.NoMatch());
    Input same = team.records(ANN, Team.from("Ben"), "So loud");
    team.changes.withdraw(ANN, HERE, other.id());
    assertThat(team.changes.merge(ANN, HERE, same.id(), other.id()))
        .isEqualTo(new Edited.NoMatch());
  }

  @Test
  void a_withdrawn_main_input_leaves_its_duplicates_to_themselves() {
    Input same = team.records(ANN, Team.from("Ben"), "Those calls at seven!");
    team.changes.merge(ANN, HERE, same.id(), early.id());

    team.changes.withdraw(ANN, HERE, early.id());

    assertThat(now(same).isDuplicate()).isFalse();
    assertThat(now(same).words()).isEqualTo("Those calls at seven!");
  }
}
