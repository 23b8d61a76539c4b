package dev.groundswell.sponsor;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.ELSEWHERE;
import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Team;
import dev.groundswell.db.Engine;
import dev.groundswell.db.OnBothDatabases;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Role;
import dev.groundswell.outbox.RecordingSender;
import dev.groundswell.privacy.Somebody;
import dev.groundswell.sponsor.Changed.Field;
import dev.groundswell.sponsor.Changed.Why;
import dev.groundswell.sponsor.Proof.State;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What funders want to see from a sponsor in writing, until it is here. */
@OnBothDatabases
class ProofsTest {
  private final Team team;
  private final Proofs proofs;
  private final Initiative outreach;
  private final Sponsor tom;
  private int requests;

  ProofsTest(Engine engine) {
    team = Team.on(engine);
    proofs = team.proofs;
    outreach = team.starts(MAYA, "Diabetes outreach");
    tom =
        ((Added.Done) team.sponsors.add(HERE, MAYA.id(), "Tom Becker", "tom@example.org"))
            .sponsor();
  }

  @AfterEach
  void close() {
    team.close();
  }

  private static Proofs.Wanted wanted(String due) {
    return new Proofs.Wanted("City fund", "The board backs it", "Tom Becker, Medical Dir.", due);
  }

  private Changed ask(Proofs.Wanted wanted) {
    return proofs.ask(MAYA, HERE, tom.id(), wanted, "form/" + ++requests);
  }

  private List<Proof> onTheCard() {
    return team.profiles.card(HERE, MAYA.id(), tom.id()).orElseThrow().proofs();
  }

  private Proof asked(String due) {
    assertThat(ask(wanted(due))).isEqualTo(new Changed.Done(tom));
    return onTheCard().get(0);
  }

  private int reminded() {
    team.reminders.fireDue();
    RecordingSender slack = RecordingSender.slack();
    team.dispatcher(slack).dispatchDue();
    return (int)
        slack.sent().stream()
            .flatMap(it -> it.items().stream())
            .filter(it -> it.kind().equals(Proofs.DUE))
            .count();
  }

  @Test
  void it_stands_on_the_card_with_statement_signatory_and_day() {
    Proof proof = asked("18 December");

    assertThat(proof.forWhat()).isEqualTo("City fund");
    assertThat(proof.statement()).isEqualTo("The board backs it");
    assertThat(proof.signatory()).isEqualTo("Tom Becker, Medical Dir.");
    assertThat(proof.dueOn()).isEqualTo(LocalDate.of(2026, 12, 18));
    assertThat(proof.state()).isEqualTo(State.ASKED);
    assertThat(proof.owner()).isEqualTo(MAYA.id());
    assertThat(team.rows("proof where sealed_signatory like '%Becker%'")).isZero();
  }

  @Test
  void its_owner_is_reminded_two_weeks_before_and_again_until_it_is_here() {
    Proof proof = asked("18 December");

    team.clock.set("2026-12-04T13:59:00Z");
    assertThat(reminded()).isZero();
    team.clock.set("2026-12-04T14:01:00Z");
    assertThat(reminded()).isEqualTo(1);

    assertThat(proofs.move(MAYA, HERE, proof.id(), State.SIGNED)).isEqualTo(new Changed.Done(tom));
    team.clock.set("2026-12-11T14:01:00Z");
    assertThat(reminded()).isEqualTo(1);

    assertThat(proofs.move(MAYA, HERE, proof.id(), State.RECEIVED))
        .isEqualTo(new Changed.Done(tom));
    team.clock.set("2026-12-18T14:01:00Z");
    assertThat(reminded()).isZero();
    assertThat(onTheCard()).extracting(Proof::state).containsExactly(State.RECEIVED);
  }

  @Test
  void what_is_due_in_a_few_days_is_still_reminded_of_before() {
    asked("9 November");

    team.clock.set("2026-11-06T14:01:00Z");
    assertThat(reminded()).isEqualTo(1);
  }

  @Test
  void another_title_or_day_is_reminded_of_anew() {
    Proof proof = asked("18 December");
    Proofs.Wanted other =
        new Proofs.Wanted(
            "City fund", "The board backs it", "Tom Becker, Medical Director", "15 January");

    assertThat(proofs.change(MAYA, HERE, proof.id(), other)).isEqualTo(new Changed.Done(tom));

    assertThat(onTheCard())
        .extracting(Proof::signatory, Proof::dueOn)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "Tom Becker, Medical Director", LocalDate.of(2027, 1, 15)));
    team.clock.set("2026-12-04T14:01:00Z");
    assertThat(reminded()).isZero();
    team.clock.set("2027-01-01T14:01:00Z");
    assertThat(reminded()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"DECLINED", "NOT_NEEDED"})
  void what_is_not_to_come_is_not_reminded_of_and_leaves_the_card(State end) {
    Proof proof = asked("18 December");

    assertThat(proofs.move(MAYA, HERE, proof.id(), end)).isEqualTo(new Changed.Done(tom));

    team.clock.set("2026-12-18T14:01:00Z");
    assertThat(reminded()).isZero();
    assertThat(onTheCard()).isEmpty();
    assertThat(proofs.move(MAYA, HERE, proof.id(), State.RECEIVED))
        .isInstanceOf(Changed.Gone.class);
  }

  @Test
  void what_cannot_be_used_is_asked_back_at_its_field() {
    assertThat(ask(new Proofs.Wanted(" ", "a", "b", "18 December")))
        .isEqualTo(new Changed.Wrong(Field.GRANT, Why.MISSING));
    assertThat(ask(new Proofs.Wanted("a", "", "b", "18 December")))
        .isEqualTo(new Changed.Wrong(Field.STATEMENT, Why.MISSING));
    assertThat(ask(new Proofs.Wanted("a", "b", "", "18 December")))
        .isEqualTo(new Changed.Wrong(Field.SIGNATORY, Why.MISSING));
    assertThat(ask(wanted("1 November 2026"))).isEqualTo(new Changed.Wrong(Field.WHEN, Why.PAST));
    assertThat(ask(wanted("soonish"))).isEqualTo(new Changed.Wrong(Field.WHEN, Why.NOT_READ));
    assertThat(ask(new Proofs.Wanted("a", "For John, MRN 1234567", "b", "18 December")))
        .isInstanceOf(Changed.PatientDetails.class);
    assertThat(team.rows("proof")).isZero();
  }

  @Test
  void a_form_that_comes_twice_notes_one_and_a_fourth_is_refused() {
    assertThat(proofs.ask(MAYA, HERE, tom.id(), wanted("18 December"), "same"))
        .isEqualTo(proofs.ask(MAYA, HERE, tom.id(), wanted("18 December"), "same"));
    assertThat(team.rows("proof")).isEqualTo(1);

    for (int i = 1; i < Proof.MOST; i++) {
      assertThat(ask(wanted("18 December"))).isEqualTo(new Changed.Done(tom));
    }
    assertThat(ask(wanted("18 December"))).isEqualTo(new Changed.Wrong(Field.GRANT, Why.TOO_MANY));
  }

  @Test
  void only_those_who_may_change_a_sponsor_do_and_others_do_not_see_it() {
    Proof proof = asked("18 December");
    team.takesPart(ANN, Role.FACILITATOR, outreach);

    assertThat(proofs.move(ANN, HERE, proof.id(), State.SIGNED))
        .isEqualTo(new Changed.NotAllowed(MAYA.id()));
    assertThat(proofs.find(HERE, ANN.id(), proof.id())).isPresent();
    team.takesPart(ANN, Role.VIEWER, outreach);
    assertThat(proofs.find(HERE, ANN.id(), proof.id())).isEmpty();
    assertThat(proofs.find(ELSEWHERE, MAYA.id(), proof.id())).isEmpty();
    assertThat(proofs.move(MAYA, ELSEWHERE, proof.id(), State.SIGNED))
        .isInstanceOf(Changed.Gone.class);
  }

  @Test
  void it_is_a_next_step_of_its_owner_from_two_weeks_before() {
    Proof proof = asked("18 December");

    assertThat(proofs.dueSoon(MAYA, HERE, 5)).isEmpty();
    team.clock.set("2026-12-05T12:00:00Z");
    assertThat(proofs.dueSoon(MAYA, HERE, 5)).containsExactly(proof);
    assertThat(proofs.dueSoon(ANN, HERE, 5)).isEmpty();
    assertThat(proofs.dueSoon(MAYA, ELSEWHERE, 5)).isEmpty();
    assertThat(proof.isOverdue(LocalDate.of(2026, 12, 19))).isTrue();
  }

  @Test
  void the_name_of_who_signs_goes_when_they_are_erased() {
    Proof proof = asked("18 December");
    Proofs.Wanted other =
        new Proofs.Wanted("City fund", "The board backs it", "Rosa Lind, CFO", "18 December");
    assertThat(proofs.change(MAYA, HERE, proof.id(), other)).isEqualTo(new Changed.Done(tom));

    SponsorHoldings holdings = new SponsorHoldings(team.vault, team.reminders);
    team.database.transact(tx -> holdings.erase(tx, HERE, new Somebody.Named("rosa lind")));
    assertThat(onTheCard()).extracting(Proof::signatory).noneMatch(it -> it.contains("Rosa"));

    team.database.transact(tx -> holdings.erase(tx, HERE, new Somebody.Named("tom becker")));
    assertThat(proofs.find(HERE, proof.id())).isEmpty();
  }
}
