package dev.groundswell.feedback;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static dev.groundswell.Team.PRIYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Team;
import dev.groundswell.db.Engine;
import dev.groundswell.db.OnBothDatabases;
import dev.groundswell.feedback.Contributor.Reach;
import dev.groundswell.feedback.Input.Channel;
import dev.groundswell.feedback.Input.Steers;
import dev.groundswell.feedback.Recorded.Kept;
import dev.groundswell.feedback.Recorded.Part;
import dev.groundswell.feedback.Recorded.Unfit;
import dev.groundswell.feedback.Recorded.Why;
import dev.groundswell.kernel.UserId;
import dev.groundswell.people.Person;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Input with all that can be said about it, and what is refused before anything is kept. */
@OnBothDatabases
class FullInputTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-02");
  private static final Contributor BEN = Team.from("Ben");

  private final Team team;
  private final AtomicInteger requests = new AtomicInteger();

  FullInputTest(Engine engine) {
    team = Team.on(engine);
  }

  @AfterEach
  void close() {
    team.close();
  }

  private static NewInput input(
      Contributor from,
      @Nullable Reach reach,
      String address,
      @Nullable LocalDate date,
      String round) {
    return new NewInput(
        from,
        "The calls come too early",
        reach,
        address,
        date,
        round,
        Steers.ROLL_OUT,
        Channel.MEETING,
        null,
        true);
  }

  private Recorded record(NewInput wanted) {
    return team.inputs.record(ANN, HERE, null, wanted, "form/" + requests.incrementAndGet());
  }

  private Input kept(NewInput wanted) {
    Recorded recorded = record(wanted);
    assertThat(recorded).isInstanceOf(Kept.class);
    return ((Kept) recorded).input();
  }

  @Test
  void everything_that_was_filled_in_is_kept() {
    team.starts(MAYA, "Diabetes outreach");
    LocalDate friday = LocalDate.parse("2026-10-30");

    Input input =
        kept(
            input(BEN.inGroup("clinicians"), null, "", friday, " Spring  survey ")
                .from("https://x.slack.com/archives/C1/p2"));

    assertThat(team.inputs.find(HERE, input.id())).contains(input);
    assertThat(input.receivedOn()).isEqualTo(friday);
    assertThat(input.dueOn()).isEqualTo(LocalDate.parse("2026-11-13"));
    assertThat(input.contributor().group()).isEqualTo("clinicians");
    assertThat(input.origin().steers()).isEqualTo(Steers.ROLL_OUT);
    assertThat(input.origin().channel()).isEqualTo(Channel.MEETING);
    assertThat(input.origin().link()).isEqualTo("https://x.slack.com/archives/C1/p2");
    assertThat(input.origin().mayBeNamed()).isTrue();
    assertThat(team.rounds.of(HERE, input.initiative(), 9))
        .extracting(Round::name)
        .containsExactly("Spring survey");
  }

  @Test
  void what_was_said_long_ago_is_due_on_the_next_day_of_work() {
    team.starts(MAYA, "Diabetes outreach");

    Input input = kept(input(BEN, null, "", LocalDate.parse("2026-01-02"), ""));

    assertThat(input.dueOn()).isEqualTo(TODAY.plusDays(1));
  }

  @Test
  void a_day_that_is_yet_to_come_is_refused() {
    team.starts(MAYA, "Diabetes outreach");

    assertThat(record(input(BEN, null, "", TODAY.plusDays(1), "")))
        .isEqualTo(new Unfit(Part.DATE, Why.IN_FUTURE));
    assertThat(record(input(BEN, null, "", TODAY, ""))).isInstanceOf(Kept.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"John Smith", "Maria Lopez"})
  void a_patient_goes_by_an_alias_and_not_by_a_full_name(String name) {
    team.starts(MAYA, "Diabetes outreach");

    assertThat(record(new NewInput(Team.from(name).asPatient(), "Too early")))
        .isEqualTo(new Unfit(Part.CONTRIBUTOR, Why.NO_ALIAS));
    assertThat(record(new NewInput(Team.from(PRIYA).asPatient(), "Too early")))
        .isEqualTo(new Unfit(Part.CONTRIBUTOR, Why.NO_ALIAS));
    assertThat(team.rows("contributor")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mrs K", "a father of two", "Patient 7", "Sunflower"})
  void an_alias_will_do_for_a_patient(String alias) {
    team.starts(MAYA, "Diabetes outreach");

    Input input = kept(new NewInput(Team.from(alias).asPatient(), "Too early"));

    assertThat(input.contributor().patient()).isTrue();
    assertThat(input.contributor().name()).isEqualTo(alias);
  }

  @Test
  void somebody_whom_slack_cannot_reach_becomes_a_task() {
    team.starts(MAYA, "Diabetes outreach");
    Person bot = new Person(new UserId("U0BOT"), "Survey bot", PRIYA.zone(), false);

    assertThat(kept(new NewInput(Contributor.of(bot), "Too early")).contributor().reach())
        .isEqualTo(Reach.BY_HAND);
    assertThat(kept(input(Contributor.of(bot), Reach.SLACK, "", null, "")).contributor().reach())
        .isEqualTo(Reach.BY_HAND);
    assertThat(kept(new NewInput(Contributor.of(PRIYA), "Too early")).contributor().reach())
        .isEqualTo(Reach.SLACK);
  }

  @Test
  void nobody_without_an_account_is_reached_over_slack() {
    team.starts(MAYA, "Diabetes outreach");

    assertThat(record(input(BEN, Reach.SLACK, "", null, "")))
        .isEqualTo(new Unfit(Part.REACH, Why.NO_ACCOUNT));
  }

  @Test
  void an_address_is_kept_sealed_and_serves_the_next_time_too() {
    team.starts(MAYA, "Diabetes outreach");
    assertThat(record(input(BEN, Reach.MAIL, "", null, "")))
        .isEqualTo(new Unfit(Part.ADDRESS, Why.NO_ADDRESS));
    assertThat(record(input(BEN, Reach.MAIL, "ben at home", null, "")))
        .isEqualTo(new Unfit(Part.ADDRESS, Why.BAD_ADDRESS));

    Input first = kept(input(BEN, null, "ben@example.org", null, ""));
    Input second = kept(new NewInput(BEN, "And too loud"));

    String sealed = String.valueOf(second.contributor().address());
    assertThat(first.contributor().reach()).isEqualTo(Reach.MAIL);
    assertThat(second.contributor()).isEqualTo(first.contributor());
    assertThat(sealed).doesNotContain("example");
    assertThat(
            team.database.<String>inTransaction(
                tx -> team.vault.open(tx, HERE, second.contributorId(), sealed).orElseThrow()))
        .isEqualTo("ben@example.org");
  }

  @Test
  void a_closed_round_takes_no_more_input() {
    team.starts(MAYA, "Diabetes outreach");
    RoundChanged opened = team.rounds.open(ANN, HERE, null, "Spring", null, null);
    team.rounds.close(ANN, HERE, ((RoundChanged.Opened) opened).round().id());

    assertThat(record(input(BEN, null, "", null, "SPRING")))
        .isEqualTo(new Unfit(Part.ROUND, Why.ROUND_CLOSED));
    assertThat(record(input(BEN, null, "", null, "x".repeat(61))))
        .isEqualTo(new Unfit(Part.ROUND, Why.NAME_TOO_LONG));
    assertThat(team.rows("input")).isZero();
  }

  @Test
  void forty_thousand_characters_are_kept_and_one_more_is_too_many() {
    team.starts(MAYA, "Diabetes outreach");
    String longest =
        "if (a < b) { ```👩‍⚕️``` } ".repeat(3_000).substring(0, Input.LONGEST - 1) + ".";

    assertThat(kept(new NewInput(BEN, longest)).words()).isEqualTo(longest);
    assertThat(record(new NewInput(BEN, longest + ".")))
        .isEqualTo(new Unfit(Part.WORDS, Why.TOO_LONG));
  }

  @Test
  void a_repeated_request_without_an_initiative_keeps_one_draft_with_all_its_details() {
    NewInput wanted =
        input(Team.from("Mrs K").asPatient().inGroup("patients"), null, "k@example.org", TODAY, "R")
            .from("https://x.slack.com/archives/C1/p2");
    Recorded first = team.inputs.record(ANN, HERE, null, wanted, "form/1");
    assertThat(team.inputs.record(ANN, HERE, null, wanted, "form/1")).isEqualTo(first);
    assertThat(team.rows("draft")).isEqualTo(1);
    assertThat(team.rows("draft where details like '%example%'")).isZero();

    Inputs.FirstInput started =
        team.inputs.recordDraft(
            ANN, HERE, ((Recorded.NoInitiative) first).draft(), "Diabetes outreach");

    Input input = ((Kept) started.recorded().orElseThrow()).input();
    assertThat(input.contributor().patient()).isTrue();
    assertThat(input.contributor().group()).isEqualTo("patients");
    assertThat(input.contributor().reach()).isEqualTo(Reach.MAIL);
    assertThat(input.receivedOn()).isEqualTo(TODAY);
    assertThat(input.origin())
        .isEqualTo(
            new Input.Origin(
                team.rounds.of(HERE, input.initiative(), 1).get(0).id(),
                Steers.ROLL_OUT,
                Channel.MEETING,
                "https://x.slack.com/archives/C1/p2",
                true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"anonymous", "Anon.", "Somebody", "someone", "UNKNOWN", "an unknown person"})
  void whoever_has_no_name_hears_by_a_notice_for_everybody(String name) {
    team.starts(MAYA, "Diabetes outreach");

    Input input = kept(new NewInput(Team.from(name), "The calls come too early"));

    assertThat(input.contributor().isAnonymous()).isTrue();
  }

  @Test
  void a_way_that_was_chosen_for_somebody_without_a_name_counts() {
    team.starts(MAYA, "Diabetes outreach");

    NewInput wanted = input(Team.from("anonymous"), Reach.BY_HAND, "", TODAY, "");

    assertThat(kept(wanted).contributor().reach()).isEqualTo(Reach.BY_HAND);
    assertThat(Team.from("Anonda Unknownson").reach()).isEqualTo(Reach.BY_HAND);
  }
}
