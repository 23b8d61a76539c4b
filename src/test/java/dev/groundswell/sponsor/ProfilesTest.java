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
import dev.groundswell.outbox.RecordingSender;
import dev.groundswell.people.Person;
import dev.groundswell.privacy.Somebody;
import dev.groundswell.sponsor.Changed.Field;
import dev.groundswell.sponsor.Changed.Why;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known of a sponsor, and the one thing that is asked of them. */
@OnBothDatabases
class ProfilesTest {
  private final Team team;
  private final Profiles profiles;
  private final Blockages blockages;
  private final Initiative outreach;
  private final Sponsor tom;
  private int requests;

  ProfilesTest(Engine engine) {
    team = Team.on(engine);
    profiles = team.profiles;
    blockages = team.blockages;
    outreach = team.starts(MAYA, "Diabetes outreach");
    tom =
        ((Added.Done) team.sponsors.add(HERE, MAYA.id(), "Tom Becker", "tom@example.org"))
            .sponsor();
  }

  @AfterEach
  void close() {
    team.close();
  }

  private Profiles.Card card() {
    return profiles.card(HERE, MAYA.id(), tom.id()).orElseThrow();
  }

  private static Profiles.Wanted wanted(String at, String zone, String silent, String away) {
    return new Profiles.Wanted(
        "CMO",
        "value for money",
        "by phone before nine",
        Rhythm.WEEKLY,
        DayOfWeek.TUESDAY,
        at,
        zone,
        Profile.WhenStill.SKIP,
        false,
        silent,
        away);
  }

  private Changed ask(String what, String since, String help, String until) {
    return blockages.ask(MAYA, HERE, tom.id(), what, since, help, until, "form/" + ++requests);
  }

  @ParameterizedTest
  @CsvSource({
    "7:30, London, 07:30, Europe/London",
    "8, Europe/Berlin, 08:00, Europe/Berlin",
    "7:05 pm, new york, 19:05, America/New_York",
    "12am, UTC, 00:00, Etc/UTC",
  })
  void a_profile_is_kept_as_people_write_it(String at, String zone, LocalTime time, String id) {
    Changed changed = profiles.change(MAYA, HERE, tom.id(), wanted(at, zone, "30", ""));

    if (zone.equals("UTC")) {
      assertThat(changed).isEqualTo(new Changed.Done(tom));
      assertThat(card().profile().at()).isEqualTo(time);
      return;
    }
    assertThat(changed).isEqualTo(new Changed.Done(tom));
    assertThat(card().profile().at()).isEqualTo(time);
    assertThat(card().profile().zone()).isEqualTo(ZoneId.of(id));
    assertThat(card().profile().words()).isEqualTo("value for money");
    assertThat(card().profile().reach()).isEqualTo("by phone before nine");
    assertThat(team.rows("sponsor_profile where sealed_reach like '%phone%'")).isZero();
    assertThat(card().profile().rhythm()).isEqualTo(Rhythm.WEEKLY);
    assertThat(team.rows("reminder where kind = 'sponsor.weekly' and state = 'WAITING'"))
        .isEqualTo(1);
  }

  @Test
  void what_cannot_be_read_is_asked_back() {
    assertThat(profiles.change(MAYA, HERE, tom.id(), wanted("25:00", "London", "30", "")))
        .isEqualTo(new Changed.Wrong(Field.TIME, Why.NOT_READ));
    assertThat(profiles.change(MAYA, HERE, tom.id(), wanted("8", "Atlantis", "30", "")))
        .isEqualTo(new Changed.Wrong(Field.ZONE, Why.NOT_READ));
    assertThat(profiles.change(MAYA, HERE, tom.id(), wanted("8", "London", "0", "")))
        .isEqualTo(new Changed.Wrong(Field.DAYS, Why.NOT_READ));
    assertThat(profiles.change(MAYA, HERE, tom.id(), wanted("8", "London", "30", "yesterday")))
        .isEqualTo(new Changed.Wrong(Field.WHEN, Why.PAST));
  }

  @Test
  void a_personal_objective_is_sealed_and_only_its_owner_sees_it() {
    assertThat(
            profiles.addObjective(
                MAYA, HERE, tom.id(), Objective.Kind.PERSONAL, "Keep my nurses", Set.of()))
        .isEqualTo(new Changed.Done(tom));
    profiles.addObjective(
        MAYA, HERE, tom.id(), Objective.Kind.STRATEGIC, "Fewer readmissions", Set.of(Topic.WIN));

    assertThat(card().objectives()).hasSize(2);
    assertThat(profiles.card(HERE, ANN.id(), tom.id()).orElseThrow().objectives())
        .extracting(Objective::words)
        .containsExactly("Fewer readmissions");
    List<String> stored =
        team.database.inTransaction(
            tx ->
                tx.query("select sealed_words from sponsor_objective").mapTo(String.class).list());
    assertThat(stored).noneMatch(it -> it.contains("nurses") || it.contains("readmissions"));
  }

  @Test
  void six_objectives_of_a_kind_are_enough_and_one_can_be_removed() {
    for (int i = 0; i < 6; i++) {
      profiles.addObjective(MAYA, HERE, tom.id(), Objective.Kind.STRATEGIC, "Aim " + i, Set.of());
    }
    assertThat(
            profiles.addObjective(
                MAYA, HERE, tom.id(), Objective.Kind.STRATEGIC, "One more", Set.of()))
        .isEqualTo(new Changed.Wrong(Field.WORDS, Why.TOO_MANY));

    profiles.removeObjective(MAYA, HERE, tom.id(), card().objectives().get(0).id());
    assertThat(card().objectives()).hasSize(5);
  }

  @Test
  void advice_is_an_input_that_is_owed_an_answer() {
    assertThat(
            profiles.note(
                MAYA,
                HERE,
                tom.id(),
                SponsorDeed.Kind.ADVISED,
                "Start with two practices",
                "",
                "n1"))
        .isEqualTo(new Changed.Done(tom));

    assertThat(team.reportBacks.open(HERE, outreach.id(), 10))
        .singleElement()
        .satisfies(
            input -> {
              assertThat(input.contributor().name()).isEqualTo("Tom Becker");
              assertThat(input.words()).isEqualTo("Start with two practices");
            });
    assertThat(card().deeds())
        .extracting(SponsorDeed::words)
        .containsExactly("Start with two practices");
  }

  @Test
  void what_they_did_lies_in_the_past_and_holds_no_patients_details() {
    assertThat(
            profiles.note(
                MAYA, HERE, tom.id(), SponsorDeed.Kind.DID, "opened a door", "tomorrow", "n1"))
        .isEqualTo(new Changed.Wrong(Field.WHEN, Why.FUTURE));
    assertThat(
            profiles.note(
                MAYA,
                HERE,
                tom.id(),
                SponsorDeed.Kind.DID,
                "saw patient John Smith, MRN 12345678",
                "",
                "n2"))
        .isInstanceOf(Changed.PatientDetails.class);
    assertThat(card().deeds()).isEmpty();
  }

  @Test
  void one_request_at_a_time_with_all_its_parts() {
    assertThat(ask("No second line", "last friday", "A second line", "15 December"))
        .isEqualTo(new Changed.Done(tom));
    Blockage first = Objects.requireNonNull(card().ask());
    assertThat(ask("No room", "last friday", "A room", "15 December"))
        .isEqualTo(new Changed.OneOpen(first));
    assertThat(team.rows("reminder where kind = 'sponsor.follow-up'")).isEqualTo(1);

    assertThat(blockages.settle(MAYA, HERE, first.id(), true)).isEqualTo(new Changed.Done(tom));
    assertThat(ask("No room", "last friday", "A room", "15 December"))
        .isEqualTo(new Changed.Done(tom));
  }

  @Test
  void a_request_without_an_ask_or_a_day_is_asked_back() {
    assertThat(ask("No room", "last friday", " ", "15 December"))
        .isEqualTo(new Changed.Wrong(Field.HELP, Why.MISSING));
    assertThat(ask("No room", "last friday", "A room", "last friday"))
        .isEqualTo(new Changed.Wrong(Field.WHEN, Why.PAST));
    assertThat(ask("No room", "next friday", "A room", "15 December"))
        .isEqualTo(new Changed.Wrong(Field.SINCE, Why.FUTURE));
    assertThat(ask("No room", "ages", "A room", "15 December"))
        .isEqualTo(new Changed.Wrong(Field.SINCE, Why.NOT_READ));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dr Lee refuses to answer",
        "The head of IT is blocking us, it is her fault",
        "Sam Jones never answers",
        "he is lazy and ignores our mails"
      })
  void an_accusation_against_a_person_is_sent_back(String what) {
    assertThat(ask(what, "last friday", "A word", "15 December"))
        .isEqualTo(new Changed.Wrong(Field.WORDS, Why.ACCUSES));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The phone line is blocked after four",
        "The budget for interpreters was refused in October",
        "Nobody has signed the agreement with Riverside Clinic"
      })
  void what_is_in_the_way_is_no_accusation(String what) {
    assertThat(ask(what, "last friday", "A word", "15 December")).isEqualTo(new Changed.Done(tom));
  }

  @Test
  void who_takes_no_part_and_another_workspace_see_and_change_nothing() {
    assertThat(profiles.card(ELSEWHERE, MAYA.id(), tom.id())).isEmpty();
    assertThat(profiles.change(MAYA, ELSEWHERE, tom.id(), wanted("8", "London", "30", "")))
        .isEqualTo(new Changed.Gone());
    assertThat(profiles.left(MAYA, ELSEWHERE, tom.id())).isEqualTo(new Changed.Gone());
    assertThat(blockages.ask(MAYA, ELSEWHERE, tom.id(), "x", "today", "y", "tomorrow", "form/x"))
        .isEqualTo(new Changed.Gone());
  }

  @Test
  void only_the_lead_and_the_owner_change_a_sponsor() {
    assertThat(profiles.change(ANN, HERE, tom.id(), wanted("8", "London", "30", "")))
        .isEqualTo(new Changed.NotAllowed(MAYA.id()));
    assertThat(profiles.left(ANN, HERE, tom.id())).isEqualTo(new Changed.NotAllowed(MAYA.id()));
  }

  @Test
  void a_request_whose_last_day_has_come_is_a_next_step_of_whoever_asked() {
    assertThat(ask("No second line", "yesterday", "A second line", "20 November"))
        .isEqualTo(new Changed.Done(tom));

    assertThat(blockages.dueOf(MAYA, HERE, 5)).isEmpty();
    team.clock.set("2026-11-20T15:00:00Z");
    assertThat(blockages.dueOf(MAYA, HERE, 5))
        .extracting(Blockage::help)
        .containsExactly("A second line");
    assertThat(blockages.dueOf(ANN, HERE, 5)).isEmpty();
    assertThat(blockages.dueOf(MAYA, ELSEWHERE, 5)).isEmpty();
    blockages.settle(MAYA, HERE, blockages.dueOf(MAYA, HERE, 5).get(0).id(), true);
    assertThat(blockages.dueOf(MAYA, HERE, 5)).isEmpty();
  }

  private boolean isToBeChecked() {
    return team.notices.notice(HERE, tom.id(), MAYA.id()).filter(Notice::checkLinks).isPresent();
  }

  @Test
  void the_objectives_are_looked_over_each_quarter_from_the_day_they_were_added() {
    team.clock.set("2027-01-31T14:00:00Z");
    assertThat(isToBeChecked()).isFalse();
    team.clock.set("2027-02-01T14:00:00Z");
    assertThat(isToBeChecked()).isTrue();

    assertThat(profiles.change(MAYA, HERE, tom.id(), wanted("8", "New York", "300", "")))
        .isEqualTo(new Changed.Done(tom));
    assertThat(isToBeChecked()).isTrue();
    assertThat(profiles.stillHold(ANN, HERE, tom.id()))
        .isEqualTo(new Changed.NotAllowed(MAYA.id()));
    assertThat(profiles.stillHold(MAYA, HERE, tom.id())).isEqualTo(new Changed.Done(tom));
    assertThat(isToBeChecked()).isFalse();

    team.clock.set("2027-05-03T14:00:00Z");
    assertThat(isToBeChecked()).isTrue();
    profiles.addObjective(
        MAYA, HERE, tom.id(), Objective.Kind.STRATEGIC, "Fewer readmissions", Set.of());
    assertThat(isToBeChecked()).isFalse();
  }

  @Test
  void a_request_that_was_solved_is_something_they_did() {
    ask("No second line", "last friday", "A second line", "15 December");
    blockages.settle(MAYA, HERE, Objects.requireNonNull(card().ask()).id(), true);
    ask("No room", "last friday", "A room", "15 December");
    blockages.settle(MAYA, HERE, Objects.requireNonNull(card().ask()).id(), false);

    assertThat(card().deeds())
        .singleElement()
        .satisfies(
            deed -> {
              assertThat(deed.kind()).isEqualTo(SponsorDeed.Kind.DID);
              assertThat(deed.words()).contains("A second line");
            });
  }

  @Test
  void a_reply_that_was_logged_is_advice_they_gave() {
    team.correspondence.received(
        "<mail@example.org>",
        new Arrival.Reply(
            MailKey.ask(HERE, tom.id(), 1), "Start with two practices", "tom@example.org"));
    RecordingSender slack = RecordingSender.slack();
    team.dispatcher(RecordingSender.mail(), slack).dispatchDue();
    team.clock.set("2026-11-05T14:00:00Z");
    UUID reply = slack.sent().get(0).items().get(0).subject();

    assertThat(team.correspondence.log(HERE, MAYA, reply)).isEqualTo(new Logged.Done(tom));
    assertThat(team.correspondence.log(HERE, MAYA, reply)).isEqualTo(new Logged.Gone());

    assertThat(card().deeds())
        .singleElement()
        .satisfies(
            deed -> {
              assertThat(deed.kind()).isEqualTo(SponsorDeed.Kind.ADVISED);
              assertThat(deed.words()).isEqualTo("Start with two practices");
              assertThat(deed.on()).isEqualTo(LocalDate.of(2026, 11, 2));
            });
  }

  private Changed advises(Person by, String key) {
    return profiles.note(
        by, HERE, tom.id(), SponsorDeed.Kind.ADVISED, "Start with two practices", "", key);
  }

  @Test
  void advice_is_kept_only_for_those_who_may_note_it() {
    assertThat(advises(ANN, "n1")).isEqualTo(new Changed.NotAllowed(MAYA.id()));

    assertThat(team.rows("input")).isZero();
    assertThat(team.rows("sponsor_deed")).isZero();
  }

  @Test
  void advice_goes_to_the_initiative_they_back_whichever_is_current() {
    Initiative asthma = team.starts(MAYA, "Asthma at school");

    assertThat(advises(MAYA, "n1")).isEqualTo(new Changed.Done(tom));

    assertThat(team.reportBacks.open(HERE, asthma.id(), 10)).isEmpty();
    assertThat(team.reportBacks.open(HERE, outreach.id(), 10)).hasSize(1);
  }

  @Test
  void a_form_that_is_sent_twice_notes_one_deed() {
    assertThat(advises(MAYA, "n1")).isEqualTo(new Changed.Done(tom));
    assertThat(advises(MAYA, "n1")).isEqualTo(new Changed.Done(tom));
    assertThat(advises(MAYA, "n2")).isEqualTo(new Changed.Done(tom));

    assertThat(team.rows("sponsor_deed")).isEqualTo(2);
    assertThat(team.rows("input")).isEqualTo(2);
  }

  @Test
  void what_an_erased_sponsor_was_asked_for_is_gone_and_there_is_room_for_another_request() {
    ask("No second line", "last friday", "A second line", "15 December");
    SponsorHoldings holdings = new SponsorHoldings(team.vault, team.reminders);
    team.database.transact(tx -> holdings.erase(tx, HERE, new Somebody.Named("Tom Becker")));
    Sponsor rosa =
        ((Added.Done) team.sponsors.add(HERE, MAYA.id(), "Rosa Lind", "rosa@example.org"))
            .sponsor();

    assertThat(
            blockages.ask(
                MAYA, HERE, rosa.id(), "No room", "today", "A room", "15 December", "form/rosa"))
        .isEqualTo(new Changed.Done(rosa));
    assertThat(team.rows("blockage where what like '%line%' or help like '%line%'")).isZero();
    assertThat(team.rows("reminder where kind = 'sponsor.follow-up' and state = 'WAITING'"))
        .isEqualTo(1);
  }
}
