package dev.groundswell.slack.feedback;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static dev.groundswell.Team.PRIYA;
import static dev.groundswell.Team.WORDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Team;
import dev.groundswell.db.Engine;
import dev.groundswell.db.OnBothDatabases;
import dev.groundswell.feedback.Decision.Outcome;
import dev.groundswell.feedback.Input;
import dev.groundswell.feedback.Input.Steers;
import dev.groundswell.feedback.InputList;
import dev.groundswell.feedback.RoundChanged;
import dev.groundswell.initiative.Changed;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Role;
import dev.groundswell.kernel.UserId;
import dev.groundswell.outbox.Outgoing;
import dev.groundswell.outbox.Outgoing.Medium;
import dev.groundswell.outbox.RecordingSender;
import dev.groundswell.people.Person;
import dev.groundswell.pledge.Promised;
import dev.groundswell.pledge.Said;
import dev.groundswell.reminder.ReminderChoices;
import dev.groundswell.schedule.CronRecurrence;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Feature.Click;
import dev.groundswell.slack.Feature.Reaction;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.Rendering;
import dev.groundswell.slack.Rendering.Rendered;
import dev.groundswell.slack.reminder.ReminderListener;
import dev.groundswell.slack.reminder.ReminderView;
import dev.groundswell.sponsor.Added;
import dev.groundswell.sponsor.Proofs;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What somebody looked after who leaves is the lead's, and comes to the lead. */
@OnBothDatabases
class LeavingTest {
  private static final String DUE = "2026-11-16T14:00:00Z";

  private final Team team;
  private final RecordingSender slack = RecordingSender.slack();
  private final ReportBackListener listener;
  private final Rendering rendering;
  private final Initiative outreach;
  private final Input early;

  LeavingTest(Engine engine) {
    team = Team.on(engine);
    outreach = team.starts(MAYA, "Diabetes outreach");
    early = team.records(ANN, Team.from(PRIYA), "The calls come too early");
    listener =
        new ReportBackListener(
            team.reportBacks, team.initiatives, new ReportBackView(WORDS), WORDS, team.clock);
    ReminderChoices choices =
        new ReminderChoices(
            team.database, team.reminders, team.surroundings, new CronRecurrence(), team.clock);
    rendering =
        new ReminderListener(team.initiatives, choices, new ReminderView(WORDS), team.clock)
            .withChoices(listener);
  }

  @AfterEach
  void close() {
    team.close();
  }

  private void leaves(Person by, Person who) {
    assertThat(team.members.remove(HERE, by.id(), outreach.id(), who.id()))
        .isInstanceOf(Changed.Done.class);
  }

  private List<Outgoing> goesOutAt(String instant) {
    int before = slack.sent().size();
    team.clock.set(instant);
    team.reminders.fireDue();
    team.dispatcher(slack).dispatchDue(Medium.SLACK);
    return slack.sent().stream().skip(before).toList();
  }

  private Rendered rendered(Outgoing sent) {
    return rendering.render(HERE, sent.items().get(0), sent.recipient());
  }

  /** The one message that goes out then. */
  private Message comesTo(Person whom, String instant) {
    List<Outgoing> sent = goesOutAt(instant);
    assertThat(sent).extracting(Outgoing::recipient).containsExactly(whom.id().value());
    Rendered rendered = rendered(sent.get(0));
    assertThat(rendered).isInstanceOf(Rendered.Wanted.class);
    return ((Rendered.Wanted) rendered).message();
  }

  private Reaction presses(Person who, String action, String value) {
    Caller caller = new Caller(HERE, who.id(), null, "", team.people);
    return Objects.requireNonNull(listener.clicks().get(action))
        .apply(new Click(caller, value, "b", ""));
  }

  private void theLeadIsRemindedDecidesAndReportsBack() {
    assertThat(ownerInTheList(MAYA)).isEqualTo(MAYA.id());
    assertThat(comesTo(MAYA, DUE).toString()).contains("The calls come too early");
    mayDecideAndReportBack();
  }

  private void mayDecideAndReportBack() {
    team.decides(MAYA, early, Outcome.ADOPTED);
    assertThat(presses(MAYA, ReportBackView.CALLED, early.id().toString()))
        .isInstanceOf(Reaction.Replace.class);
    assertThat(team.inputs.find(HERE, early.id()).orElseThrow().reportBack().waits()).isFalse();
  }

  private UserId ownerInTheList(Person reader) {
    return team.lists
        .page(reader, HERE, outreach.id(), InputList.FIRST)
        .orElseThrow()
        .inputs()
        .get(0)
        .owner();
  }

  @Test
  void who_is_removed_leaves_their_input_to_the_lead() {
    leaves(MAYA, ANN);
    theLeadIsRemindedDecidesAndReportsBack();
  }

  @Test
  void who_leaves_leaves_their_input_to_the_lead() {
    leaves(ANN, ANN);
    theLeadIsRemindedDecidesAndReportsBack();
  }

  @Test
  void who_is_in_no_list_any_more_leaves_their_input_to_the_lead() {
    team.members.set(HERE, MAYA.id(), outreach.id(), Set.of(PRIYA.id()), Set.of());
    theLeadIsRemindedDecidesAndReportsBack();
  }

  @Test
  void who_becomes_a_viewer_leaves_their_input_to_the_lead() {
    team.takesPart(ANN, Role.VIEWER, outreach);
    theLeadIsRemindedDecidesAndReportsBack();
  }

  @Test
  void who_becomes_a_viewer_among_others_leaves_their_input_to_the_lead() {
    team.members.set(HERE, MAYA.id(), outreach.id(), Set.of(PRIYA.id()), Set.of(ANN.id()));
    theLeadIsRemindedDecidesAndReportsBack();
  }

  @Test
  void what_they_look_after_in_another_initiative_stays_theirs() {
    team.starts(MAYA, "Asthma at school");
    Initiative asthma = team.initiatives.of(HERE, MAYA.id()).get(1);
    team.initiatives.workOn(HERE, ANN.id(), asthma.id());
    Input spray = team.records(ANN, Team.from(PRIYA), "Where is the spare spray?");
    assertThat(spray.initiative()).isEqualTo(asthma.id());

    leaves(MAYA, ANN);

    assertThat(team.inputs.find(HERE, spray.id()).orElseThrow().owner()).isEqualTo(ANN.id());
    assertThat(goesOutAt(DUE))
        .extracting(Outgoing::recipient)
        .containsExactlyInAnyOrder(MAYA.id().value(), ANN.id().value());
  }

  @Test
  void what_was_on_its_way_is_not_said_to_who_left_but_to_the_lead() {
    team.clock.set(DUE);
    team.reminders.fireDue();

    leaves(MAYA, ANN);

    List<Outgoing> sent = goesOutAt("2026-11-16T14:05:00Z");
    assertThat(sent)
        .extracting(Outgoing::recipient)
        .containsExactlyInAnyOrder(ANN.id().value(), MAYA.id().value());
    for (Outgoing each : sent) {
      assertThat(rendered(each))
          .isInstanceOf(
              each.recipient().equals(MAYA.id().value())
                  ? Rendered.Wanted.class
                  : Rendered.NotWanted.class);
    }
  }

  @Test
  void who_leaves_an_archive_is_not_missed_when_it_comes_back() {
    team.pauses.archive(HERE, MAYA.id(), outreach.id());
    leaves(ANN, ANN);
    assertThat(goesOutAt(DUE)).isEmpty();

    team.pauses.bringBack(HERE, MAYA.id(), outreach.id());
    comesTo(MAYA, "2026-11-16T14:05:00Z");
  }

  @Test
  void what_had_come_to_who_leaves_an_archive_comes_to_the_lead_when_it_is_back() {
    comesTo(ANN, DUE);
    team.database.transact(tx -> tx.update("update reminder set state = 'FIRED'").execute());
    team.pauses.archive(HERE, MAYA.id(), outreach.id());
    leaves(ANN, ANN);
    assertThat(goesOutAt("2026-11-17T14:00:00Z")).isEmpty();

    team.pauses.bringBack(HERE, MAYA.id(), outreach.id());
    comesTo(MAYA, "2026-11-17T14:05:00Z");
  }

  @Test
  void what_a_lead_left_behind_whose_account_is_gone_is_whose_who_takes_over() {
    Input late = team.records(MAYA, Team.from(PRIYA), "The letters come too late");
    team.directory.looksAfterTheWorkspace(ANN.id());
    team.people.changed(HERE, gone(MAYA));

    assertThat(team.members.takeOver(HERE, ANN.id(), outreach.id()))
        .isInstanceOf(Changed.Done.class);

    assertThat(team.inputs.find(HERE, late.id()).orElseThrow().owner()).isEqualTo(ANN.id());
  }

  private static Person gone(Person who) {
    return new Person(who.id(), who.name(), who.zone(), false);
  }

  @Test
  void what_is_due_of_a_member_whose_account_is_gone_comes_to_the_lead_with_its_buttons() {
    team.people.get(HERE, ANN.id());
    team.people.changed(HERE, gone(ANN));

    Message message = comesTo(MAYA, DUE);

    assertThat(message.toString())
        .contains("The calls come too early")
        .contains(early.id().toString())
        .contains("reminder.hand-over");
    mayDecideAndReportBack();
  }

  @Test
  void the_check_in_with_a_practice_comes_to_the_lead_after_its_owner_left() {
    UUID eastgate = team.engages(ANN, "Eastgate").engagement().id();
    team.checkIns.notNow(ANN, HERE, eastgate, "New record system first", null, Set.of());

    leaves(MAYA, ANN);

    assertThat(all("owner_id from engagement")).containsExactly(MAYA.id().value());
    goesOutAt("2027-01-22T14:00:00Z");
    List<Outgoing> sent = goesOutAt("2027-01-25T14:00:00Z");
    assertThat(sent).extracting(Outgoing::recipient).containsExactly(MAYA.id().value());
    assertThat(sent.get(0).items()).extracting(Outgoing.Item::subject).contains(eastgate);
  }

  @Test
  void rounds_pledges_and_sponsors_of_who_left_are_the_leads() {
    team.members.handOver(HERE, MAYA.id(), outreach.id(), ANN.id());
    RoundChanged opened =
        team.rounds.open(ANN, HERE, null, "Spring", LocalDate.of(2026, 11, 6), Steers.DESIGN);
    Promised promised =
        team.pledges.promise(
            ANN,
            HERE,
            null,
            new Said(Optional.empty(), "Dr Lee", "", "free two nurses", "in 2 weeks"),
            "command/pledge");
    Added added = team.sponsors.add(HERE, ANN.id(), "Tom", "tom@example.org");
    assertThat(opened).isInstanceOf(RoundChanged.Opened.class);
    assertThat(promised).isInstanceOf(Promised.Noted.class);
    assertThat(added).isInstanceOf(Added.Done.class);
    UUID tom = ((Added.Done) added).sponsor().id();
    team.blockages.ask(
        ANN, HERE, tom, "No phone line after four", "last friday", "A second line", "1 Dec", "b");
    team.proofs.ask(
        ANN,
        HERE,
        tom,
        new Proofs.Wanted("City fund", "The board backs it", "Tom Becker, director", "18 December"),
        "p");
    team.members.handOver(HERE, ANN.id(), outreach.id(), MAYA.id());
    assertThat(all("owner_id from proof")).containsExactly(ANN.id().value());

    leaves(MAYA, ANN);

    for (String owner :
        List.of(
            "owner_id from input_round",
            "owner_id from pledge",
            "owner_id from sponsor",
            "owner_id from proof",
            "asked_by from blockage",
            "distinct recipient from reminder")) {
      assertThat(all(owner)).as(owner).containsExactly(MAYA.id().value());
    }
  }

  private List<String> all(String column) {
    return team.database.inTransaction(
        tx -> tx.query("select " + column).mapTo(String.class).list());
  }
}
