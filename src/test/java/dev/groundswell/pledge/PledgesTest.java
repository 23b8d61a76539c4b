package dev.groundswell.pledge;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.ELSEWHERE;
import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static dev.groundswell.Team.PRIYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Team;
import dev.groundswell.db.Engine;
import dev.groundswell.db.OnBothDatabases;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.kernel.UserId;
import dev.groundswell.people.Person;
import dev.groundswell.pledge.Pledge.State;
import dev.groundswell.pledge.Promised.Why;
import dev.groundswell.pledge.Promised.Wrong;
import dev.groundswell.privacy.Finding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who will do what by when, and what becomes of it. */
@OnBothDatabases
class PledgesTest {
  private static final Person EVE = new Person(new UserId("U0EVE"), "Eve", Team.NEW_YORK, true);

  private final Team team;
  private final Pledges pledges;
  private final Initiative outreach;
  private int requests;

  PledgesTest(Engine engine) {
    team = Team.on(engine);
    pledges = team.pledges;
    outreach = team.starts(MAYA, "Diabetes outreach");
  }

  @AfterEach
  void close() {
    team.close();
  }

  private Promised promise(Person by, String name, String words, String when) {
    Said said = new Said(Optional.empty(), name, "", words, when);
    return pledges.promise(by, HERE, null, said, "command/" + ++requests);
  }

  private Pledge noted(String name, String words, String when) {
    Promised promised = promise(MAYA, name, words, when);
    assertThat(promised).isInstanceOf(Promised.Noted.class);
    return ((Promised.Noted) promised).pledge();
  }

  private Pledge nurses() {
    return noted("Dr Lee", "free two nurses for an hour a week", "15 March");
  }

  private Pledge now(Pledge pledge) {
    return pledges.find(HERE, pledge.id()).orElseThrow();
  }

  @Test
  void who_will_do_what_by_when_is_kept_with_a_reminder() {
    Pledge pledge = nurses();

    assertThat(now(pledge)).isEqualTo(pledge);
    assertThat(pledge.who().name()).isEqualTo("Dr Lee");
    assertThat(pledge.dueOn()).isEqualTo(LocalDate.parse("2027-03-15"));
    assertThat(pledge.owner()).isEqualTo(MAYA.id());
    assertThat(pledge.initiative()).isEqualTo(outreach.id());
    assertThat(team.rows("reminder where kind = 'pledge.due' and state = 'WAITING'")).isEqualTo(1);
  }

  @Test
  void an_account_is_called_by_its_name() {
    Said said = new Said(Optional.of(PRIYA.id()), "", "", "try the new calls", "in 2 weeks");

    Promised promised = pledges.promise(MAYA, HERE, null, said, "command/x");

    assertThat(promised).isInstanceOf(Promised.Noted.class);
    Promiser who = ((Promised.Noted) promised).pledge().who();
    assertThat(who).isEqualTo(new Promiser(PRIYA.id(), "Priya", 0));
    assertThat(team.directory.askedWithinTransaction()).isFalse();
  }

  @Test
  void a_repeated_request_notes_it_once() {
    Said said = new Said(Optional.empty(), "Dr Lee", "", "free two nurses", "in 2 weeks");
    Promised once = pledges.promise(MAYA, HERE, null, said, "command/same");

    assertThat(pledges.promise(MAYA, HERE, null, said, "command/same")).isEqualTo(once);
    assertThat(team.rows("pledge")).isEqualTo(1);
  }

  @Test
  void the_same_promise_is_not_noted_twice_while_it_waits() {
    Pledge pledge = nurses();

    assertThat(promise(MAYA, "dr lee", "Free two nurses for an hour a week.", "next fri"))
        .isEqualTo(new Promised.Already(pledge));
    assertThat(team.rows("pledge")).isEqualTo(1);

    pledges.released(MAYA, HERE, pledge.id());
    assertThat(promise(MAYA, "Dr Lee", pledge.words(), "next fri"))
        .isInstanceOf(Promised.Noted.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "support the project",
        "fully supports the Diabetes outreach",
        "be on board",
        "help wherever they can",
        "do our best",
        "back it",
        "get behind this work",
        "…",
        ""
      })
  void good_will_is_asked_what_they_will_do(String words) {
    assertThat(promise(MAYA, "Dr Lee", words, "in 2 weeks"))
        .isEqualTo(new Promised.WhatWillTheyDo());
    assertThat(team.rows("pledge")).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "give two hours a week",
        "help with the calls on Mondays",
        "put it on the agenda of the staff meeting",
        "sponsor it at the board",
        "invite three other practices",
        "support the project with 2 nurses"
      })
  void a_deed_is_a_deed(String words) {
    assertThat(promise(MAYA, "Dr Lee", words, "in 2 weeks")).isInstanceOf(Promised.Noted.class);
  }

  @Test
  void a_promise_needs_a_day_that_is_still_to_come() {
    LocalDate today = LocalDate.parse("2026-11-02");

    assertThat(promise(MAYA, "Dr Lee", "free two nurses", " "))
        .isEqualTo(new Promised.When(Wrong.MISSING, today));
    assertThat(promise(MAYA, "Dr Lee", "free two nurses", "when I can"))
        .isEqualTo(new Promised.When(Wrong.NOT_READ, today));
    assertThat(promise(MAYA, "Dr Lee", "free two nurses", "yesterday"))
        .isEqualTo(new Promised.When(Wrong.PAST, today));
    assertThat(promise(MAYA, "Dr Lee", "free two nurses", "today"))
        .isInstanceOf(Promised.Noted.class);
  }

  @Test
  void somebody_has_to_promise_it() {
    assertThat(promise(MAYA, " ", "free two nurses", "friday"))
        .isEqualTo(new Promised.Who(Why.MISSING));
    assertThat(promise(MAYA, "x".repeat(121), "free two nurses", "friday"))
        .isEqualTo(new Promised.Who(Why.TOO_LONG));
    assertThat(promise(MAYA, "Dr Lee", "x".repeat(1001), "friday"))
        .isEqualTo(new Promised.TooLong());
  }

  @ParameterizedTest
  @ValueSource(strings = {"3 patients", "Three patients", "3 of our patients"})
  void of_patients_only_a_number_is_kept(String who) {
    Pledge pledge = noted(who, "come to the evening class", "end of the month");

    assertThat(now(pledge).who()).isEqualTo(new Promiser(null, "", 3));
    assertThat(pledge.group()).isEqualTo("patients");
  }

  @Test
  void a_named_patient_is_asked_back_and_not_kept() {
    Said said =
        new Said(Optional.empty(), "Rosa", "patients", "come to the evening class", "friday");

    assertThat(pledges.promise(MAYA, HERE, null, said, "command/x"))
        .isEqualTo(new Promised.Who(Why.PATIENT_NAMED));
    assertThat(promise(MAYA, "patient John Smith", "come to the class", "friday"))
        .isEqualTo(new Promised.PatientDetails(Promised.Part.WHO, Finding.Kind.NAMED_PATIENT));
    assertThat(promise(MAYA, "Dr Lee", "call patient John Smith, MRN 12345678", "friday"))
        .isInstanceOf(Promised.PatientDetails.class);
    assertThat(team.rows("pledge")).isZero();
  }

  @Test
  void it_is_kept_only_with_a_word_on_how_one_knows() {
    Pledge pledge = nurses();

    assertThat(pledges.kept(MAYA, HERE, pledge.id(), " - "))
        .isEqualTo(new Settled.EvidenceMissing());
    assertThat(pledges.kept(MAYA, HERE, pledge.id(), "patient John Smith saw it, MRN 12345678"))
        .isInstanceOf(Settled.PatientDetails.class);
    assertThat(now(pledge).state()).isEqualTo(State.PROMISED);

    Settled settled = pledges.kept(MAYA, HERE, pledge.id(), "Two were free last Tuesday");

    assertThat(settled).isEqualTo(new Settled.Done(now(pledge)));
    assertThat(now(pledge).state()).isEqualTo(State.KEPT);
    assertThat(now(pledge).evidence()).isEqualTo("Two were free last Tuesday");
    assertThat(team.rows("reminder where state = 'WAITING'")).isZero();
    assertThat(pledges.released(MAYA, HERE, pledge.id()))
        .isEqualTo(new Settled.Already(now(pledge)));
  }

  @Test
  void whoever_changes_their_mind_is_released() {
    Pledge pledge = nurses();

    assertThat(pledges.released(MAYA, HERE, pledge.id())).isEqualTo(new Settled.Done(now(pledge)));
    assertThat(now(pledge).state()).isEqualTo(State.RELEASED);
    assertThat(team.rows("reminder where state = 'WAITING'")).isZero();
  }

  @Test
  void not_yet_moves_the_day_and_the_reminder() {
    Pledge pledge = nurses();

    assertThat(pledges.notYet(MAYA, HERE, pledge.id(), "last friday"))
        .isEqualTo(new Settled.When(Wrong.PAST));
    assertThat(pledges.notYet(MAYA, HERE, pledge.id(), "end of April"))
        .isInstanceOf(Settled.Done.class);

    assertThat(now(pledge).dueOn()).isEqualTo(LocalDate.parse("2027-04-30"));
    assertThat(
            team.rows(
                "reminder where state = 'WAITING' and due_at > timestamp '2027-04-01 00:00:00'"))
        .isEqualTo(1);
    assertThat(team.rows("reminder where state = 'WAITING'")).isEqualTo(1);
  }

  @Test
  void support_is_shown_by_deeds() {
    pledges.kept(MAYA, HERE, nurses().id(), "Two were free last Tuesday");
    noted("the front desk", "try the new calls", "tomorrow");
    noted("4 patients", "come to the class", "friday");
    pledges.released(MAYA, HERE, noted("Dr Lee", "come to one meeting", "friday").id());
    team.clock.set("2026-11-04T14:00:00Z");

    Pledges.Listing listing = pledges.list(MAYA, HERE, null, 10).orElseThrow();

    assertThat(listing.support())
        .containsExactlyInAnyOrder(
            new Support("practice", 1, 0, 0, 1),
            new Support("patients", 0, 4, 0, 0),
            new Support("staff", 0, 0, 1, 0));
    assertThat(listing.open())
        .extracting(it -> it.who().name())
        .containsExactly("the front desk", "");
  }

  @Test
  void what_happened_is_counted_in_the_stretch_it_falls_into() {
    Pledge pledge = nurses();
    noted("4 patients", "come to the class", "tomorrow");
    Instant first = team.clock.instant();
    team.clock.set("2026-11-09T14:00:00Z");
    pledges.kept(MAYA, HERE, pledge.id(), "Two were free last Tuesday");
    Instant second = team.clock.instant();

    assertThat(since(Instant.EPOCH, first)).isEqualTo(new PledgeMovement(5, 0, 5, 0));
    assertThat(since(first, second)).isEqualTo(new PledgeMovement(0, 1, 4, 4));
  }

  private PledgeMovement since(Instant from, Instant to) {
    return team.database.inTransaction(tx -> pledges.since(tx, HERE, outreach, from, to));
  }

  @Test
  void without_an_initiative_nothing_is_noted() {
    assertThat(promise(EVE, "Dr Lee", "free two nurses", "friday"))
        .isEqualTo(new Promised.NoInitiative());
  }

  @Test
  void who_takes_no_part_sees_and_changes_nothing() {
    Pledge pledge = nurses();

    assertThat(pledges.kept(EVE, HERE, pledge.id(), "I saw it")).isEqualTo(new Settled.Gone());
    assertThat(pledges.released(MAYA, ELSEWHERE, pledge.id())).isEqualTo(new Settled.Gone());
    assertThat(pledges.find(HERE, EVE.id(), pledge.id())).isEmpty();
    assertThat(pledges.find(ELSEWHERE, MAYA.id(), pledge.id())).isEmpty();
    assertThat(pledges.list(EVE, HERE, null, 10)).isEmpty();
    assertThat(now(pledge).state()).isEqualTo(State.PROMISED);
  }

  @Test
  void what_is_due_is_a_next_step_of_its_owner_until_it_is_settled() {
    Pledge pledge = nurses();
    noted("Dr Roy", "try the new calls", "16 March");

    team.clock.set("2027-03-14T15:00:00Z");
    assertThat(pledges.dueOf(MAYA, HERE, 5)).isEmpty();
    team.clock.set("2027-03-15T15:00:00Z");
    assertThat(pledges.dueOf(MAYA, HERE, 5)).containsExactly(pledge);
    team.clock.set("2027-03-20T15:00:00Z");
    assertThat(pledges.dueOf(MAYA, HERE, 5)).hasSize(2);
    assertThat(pledges.dueOf(MAYA, HERE, 1)).containsExactly(pledge);
    assertThat(pledges.dueOf(ANN, HERE, 5)).isEmpty();
    assertThat(pledges.dueOf(MAYA, ELSEWHERE, 5)).isEmpty();

    pledges.released(MAYA, HERE, pledge.id());
    assertThat(pledges.dueOf(MAYA, HERE, 5)).doesNotContain(pledge).hasSize(1);
  }

  @Test
  void what_was_kept_released_and_is_overdue_can_be_looked_at_again_with_how_one_knows() {
    Pledge kept = nurses();
    pledges.kept(MAYA, HERE, kept.id(), "two nurses were free last Tuesday");
    Pledge released = noted("Dr Kim", "give a room", "next fri");
    pledges.released(MAYA, HERE, released.id());
    Pledge late = noted("Dr Roy", "call ten families", "tomorrow");
    noted("Dr Ali", "lend a projector", "15 March");
    team.clock.set("2026-11-05T15:00:00Z");

    assertThat(page(Pledges.Which.KEPT, 0))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.id()).isEqualTo(kept.id());
              assertThat(it.evidence()).isEqualTo("two nurses were free last Tuesday");
              assertThat(it.settledAt()).isEqualTo(Instant.parse(Team.MONDAY_MORNING));
            });
    assertThat(page(Pledges.Which.RELEASED, 0))
        .extracting(Pledge::id)
        .containsExactly(released.id());
    assertThat(page(Pledges.Which.OVERDUE, 0)).containsExactly(late);
    assertThat(page(Pledges.Which.KEPT, 1)).isEmpty();
    assertThat(pledges.page(EVE, HERE, outreach.id(), Pledges.Which.KEPT, 0, 10)).isEmpty();
    assertThat(pledges.listOf(EVE, HERE, outreach.id(), 10)).isEmpty();
    assertThat(pledges.page(MAYA, ELSEWHERE, outreach.id(), Pledges.Which.KEPT, 0, 10)).isEmpty();
  }

  private List<Pledge> page(Pledges.Which which, int from) {
    return pledges.page(MAYA, HERE, outreach.id(), which, from, 10).orElseThrow().pledges();
  }
}
