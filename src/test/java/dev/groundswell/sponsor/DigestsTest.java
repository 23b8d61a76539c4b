package dev.groundswell.sponsor;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.ELSEWHERE;
import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static dev.groundswell.Team.PRIYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Team;
import dev.groundswell.db.Engine;
import dev.groundswell.db.OnBothDatabases;
import dev.groundswell.feedback.Decision.Outcome;
import dev.groundswell.feedback.Input;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.outbox.Outgoing;
import dev.groundswell.outbox.RecordingSender;
import dev.groundswell.outbox.SendResult;
import dev.groundswell.pledge.Said;
import dev.groundswell.sponsor.Digest.State;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What goes into a digest, who lets it go, and when it goes. */
@Tag("jdk")
@OnBothDatabases
class DigestsTest {
  private static final String NEXT_MONTH = "2026-12-08T14:00:00Z";

  private final Team team;
  private final Digests digests;
  private final Initiative outreach;
  private final Sponsor tom;
  private final RecordingSender mail = RecordingSender.mail();
  private int requests;

  DigestsTest(Engine engine) {
    team = Team.on(engine);
    digests = team.digests;
    outreach = team.starts(MAYA, "Diabetes outreach");
    tom = added("Tom Becker", "tom.becker@example.org");
  }

  @AfterEach
  void close() {
    team.close();
  }

  private Sponsor added(String name, String address) {
    Sponsor sponsor = ((Added.Done) team.sponsors.add(HERE, MAYA.id(), name, address)).sponsor();
    team.confirms(sponsor);
    return sponsor;
  }

  private Sent onItsWay(List<Sponsor> to, List<Sponsor> nothingNew, List<Sponsor> hadOne) {
    return new Sent.OnItsWay(outreach, to, nothingNew, hadOne, List.of(), List.of(), List.of());
  }

  private void aSuggestionIsAdopted() {
    Input early = team.records(MAYA, Team.from(PRIYA), "The calls come too early");
    team.decides(MAYA, early, Outcome.ADOPTED);
    team.tells(MAYA, early);
    team.clock.advance(Duration.ofSeconds(1));
  }

  private void promise(String who, String what) {
    team.pledges.promise(
        MAYA, HERE, null, new Said(Optional.empty(), who, "", what, "friday"), "p" + ++requests);
  }

  private List<Line> preview() {
    return team.drafts.preview(HERE, MAYA.id(), tom.id()).orElseThrow().lines();
  }

  private Digest draft() {
    return team.drafts.preview(HERE, MAYA.id(), tom.id()).orElseThrow();
  }

  private void profile(Rhythm rhythm, Profile.WhenStill still, boolean unapproved) {
    Changed changed =
        team.profiles.change(
            MAYA,
            HERE,
            tom.id(),
            new Profiles.Wanted(
                "CMO",
                "",
                "",
                rhythm,
                DayOfWeek.MONDAY,
                "7:30",
                "London",
                still,
                unapproved,
                "60",
                ""));
    assertThat(changed).isInstanceOf(Changed.Done.class);
  }

  private void objective(Objective.Kind kind, String words, Topic... topics) {
    assertThat(team.profiles.addObjective(MAYA, HERE, tom.id(), kind, words, Set.of(topics)))
        .isInstanceOf(Changed.Done.class);
    team.clock.advance(Duration.ofSeconds(1));
  }

  private List<DigestLetter> dispatched() {
    int before = mail.sent().size();
    team.dispatcher(mail).dispatchDue();
    return mail.sent().stream()
        .skip(before)
        .filter(it -> !it.items().get(0).kind().equals(Subscriptions.ASK))
        .map(it -> team.digestLetters.letter(it.workspace(), it.items().get(0)))
        .toList();
  }

  // What goes in

  @Test
  void every_line_has_its_figure_its_source_and_its_day() {
    aSuggestionIsAdopted();
    promise("Dr Lee", "free two nurses");
    promise("3 patients", "come to the class");

    assertThat(preview())
        .extracting(Line::topic, Line::words, Line::source)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                Topic.HEARD_BACK,
                "100 % have heard what became of their input (1 of 1), 1 of them in this time",
                "recorded in Groundswell, 2 November 2026"),
            org.assertj.core.groups.Tuple.tuple(
                Topic.MOVED,
                "1 suggestion was put in, 1 decided: 1 adopted",
                "recorded in Groundswell, 2 November 2026"),
            org.assertj.core.groups.Tuple.tuple(
                Topic.PLEDGES,
                "4 new promises, none kept in this time",
                "recorded in Groundswell, 2 November 2026"));
  }

  @Test
  void an_early_win_that_is_not_proven_says_so_far() {
    assertThat(
            team.signs.win(MAYA, HERE, null, "Twice as many picked up", "call log", "today", false))
        .isEqualTo(new Signs.Noted.Done(outreach));

    assertThat(preview())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.words()).isEqualTo("Early win: Twice as many picked up");
              assertThat(line.source()).isEqualTo("call log, 2 November 2026");
              assertThat(line.soFar()).isTrue();
            });
  }

  @Test
  void interest_is_shown_in_totals_of_five_or_more_with_the_one_before() {
    aSuggestionIsAdopted();
    team.signs.count(MAYA, HERE, null, Interest.Kind.REQUESTS, "9", "front desk", "1 November");
    team.signs.count(MAYA, HERE, null, Interest.Kind.REQUESTS, "14", "front desk", "today");
    team.signs.count(MAYA, HERE, null, Interest.Kind.WAITING, "4", "front desk", "today");

    assertThat(preview())
        .filteredOn(it -> it.topic() == Topic.INTEREST)
        .extracting(Line::words)
        .containsExactly("People want to take part: 14 requests (9 on 1 November 2026)");
  }

  @Test
  void there_are_five_lines_at_the_most_and_what_is_stuck_is_one_of_them() {
    aSuggestionIsAdopted();
    team.records(MAYA, Team.from("Ben"), "Evening hours, please");
    promise("Dr Lee", "free two nurses");
    team.signs.win(MAYA, HERE, null, "Twice as many picked up", "call log", "today", true);
    team.signs.count(MAYA, HERE, null, Interest.Kind.REQUESTS, "14", "front desk", "today");

    assertThat(preview())
        .extracting(Line::topic)
        .containsExactly(Topic.WIN, Topic.HEARD_BACK, Topic.MOVED, Topic.PLEDGES, Topic.STUCK);
  }

  @Test
  void a_line_is_tied_to_the_objective_that_it_serves() {
    objective(Objective.Kind.STRATEGIC, "Fewer readmissions", Topic.PLEDGES);
    objective(Objective.Kind.STRATEGIC, "Patients are heard", Topic.HEARD_BACK);
    aSuggestionIsAdopted();
    promise("Dr Lee", "free two nurses");

    assertThat(preview())
        .extracting(Line::topic, it -> it.servesWhat().orElse(""))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Topic.PLEDGES, "Fewer readmissions"),
            org.assertj.core.groups.Tuple.tuple(Topic.HEARD_BACK, "Patients are heard"),
            org.assertj.core.groups.Tuple.tuple(Topic.MOVED, ""));
  }

  @Test
  void a_personal_objective_orders_the_lines_and_is_never_quoted() {
    objective(Objective.Kind.STRATEGIC, "Patients are heard", Topic.HEARD_BACK);
    objective(Objective.Kind.PERSONAL, "Be seen as the one who keeps staff", Topic.PLEDGES);
    aSuggestionIsAdopted();
    promise("Dr Lee", "free two nurses");

    assertThat(preview().get(0).topic()).isEqualTo(Topic.PLEDGES);
    assertThat(draft().toString()).doesNotContain("seen as the one");
  }

  @Test
  void last_years_objective_counts_no_more_and_its_owner_is_asked() {
    objective(Objective.Kind.STRATEGIC, "Fewer readmissions", Topic.PLEDGES);
    team.clock.set("2027-01-29T15:00:00Z");
    promise("Dr Lee", "free two nurses");

    assertThat(preview()).allMatch(it -> it.servesWhat().isEmpty());
    assertThat(team.notices.notice(HERE, tom.id(), MAYA.id()).orElseThrow().lastYears())
        .extracting(Objective::words)
        .containsExactly("Fewer readmissions");
  }

  @Test
  void the_one_request_stands_in_it_until_it_is_solved() {
    aSuggestionIsAdopted();
    team.blockages.ask(
        MAYA,
        HERE,
        tom.id(),
        "No phone line after four",
        "last friday",
        "A second line",
        "20 Dec",
        "b");

    Blockage ask = Objects.requireNonNull(draft().ask());
    team.blockages.settle(MAYA, HERE, ask.id(), true);
    assertThat(draft().ask()).isNull();
  }

  // Who lets it go

  @Test
  void nothing_goes_without_approval() {
    aSuggestionIsAdopted();
    draft();
    team.clock.set(NEXT_MONTH);

    assertThat(dispatched()).isEmpty();
  }

  @Test
  void an_approved_one_goes_on_the_sponsors_morning_as_it_was_seen() {
    profile(Rhythm.MONTHLY, Profile.WhenStill.SHORT, false);
    aSuggestionIsAdopted();
    Digest seen = draft();
    assertThat(seen.dueAt()).isEqualTo(Instant.parse("2026-12-07T07:30:00Z"));

    assertThat(digests.approve(MAYA, HERE, seen.id())).isInstanceOf(Approved.Done.class);
    promise("Dr Lee", "free two nurses");
    assertThat(dispatched()).isEmpty();
    team.clock.set("2026-12-07T07:30:00Z");

    assertThat(dispatched())
        .singleElement()
        .satisfies(
            it -> assertThat(((DigestLetter.Ready) it).digest().lines()).isEqualTo(seen.lines()));
    assertThat(digests.approve(MAYA, HERE, seen.id())).isInstanceOf(Approved.Before.class);
  }

  @Test
  void it_goes_without_approval_where_its_owner_wants_it_so() {
    profile(Rhythm.WEEKLY, Profile.WhenStill.SHORT, true);
    aSuggestionIsAdopted();
    team.clock.set("2026-11-06T15:00:00Z");

    Notice notice = team.notices.notice(HERE, tom.id(), MAYA.id()).orElseThrow();

    assertThat(notice.digest()).extracting(Digest::state).isEqualTo(State.APPROVED);
    team.clock.set("2026-11-09T07:30:00Z");
    assertThat(dispatched()).hasSize(1);
  }

  @Test
  void a_line_can_be_edited_or_left_out_before_it_is_approved() {
    aSuggestionIsAdopted();
    promise("Dr Lee", "free two nurses");
    Digest draft = draft();

    assertThat(team.drafts.edit(MAYA, HERE, draft.id(), 0, "Priya's team has heard back"))
        .isInstanceOf(Changed.Done.class);
    assertThat(team.drafts.edit(MAYA, HERE, draft.id(), 1, " ")).isInstanceOf(Changed.Done.class);
    assertThat(team.drafts.edit(MAYA, HERE, draft.id(), 0, "patient John Smith, MRN 12345678"))
        .isInstanceOf(Changed.PatientDetails.class);

    assertThat(preview())
        .extracting(Line::words)
        .containsExactly("Priya's team has heard back", "1 new promise, none kept in this time");
    digests.approve(MAYA, HERE, draft.id());
    assertThat(team.drafts.edit(MAYA, HERE, draft.id(), 0, "Too late"))
        .isEqualTo(new Changed.Gone());
  }

  @Test
  void only_the_lead_approves_and_nobody_else_looks() {
    aSuggestionIsAdopted();
    Digest draft = draft();

    assertThat(digests.approve(ANN, HERE, draft.id()))
        .isEqualTo(new Approved.NotAllowed(MAYA.id()));
    assertThat(team.drafts.preview(HERE, ANN.id(), tom.id())).isEmpty();
    assertThat(team.drafts.edit(ANN, HERE, draft.id(), 0, "x"))
        .isInstanceOf(Changed.NotAllowed.class);
    assertThat(digests.approve(MAYA, ELSEWHERE, draft.id())).isEqualTo(new Approved.Gone());
    assertThat(team.drafts.preview(ELSEWHERE, MAYA.id(), tom.id())).isEmpty();
    assertThat(digests.sendNow(HERE, ANN.id())).isEqualTo(new Sent.NotLead(MAYA.id()));
  }

  @Test
  void left_out_it_does_not_go_and_the_next_one_tells_of_that_time_too() {
    aSuggestionIsAdopted();
    assertThat(digests.skip(MAYA, HERE, draft().id())).isInstanceOf(Approved.Done.class);
    team.clock.set(NEXT_MONTH);

    assertThat(dispatched()).isEmpty();
    assertThat(draft().from()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void a_test_goes_to_its_sender_and_leaves_the_draft_as_it_is() {
    aSuggestionIsAdopted();
    Digest draft = draft();

    assertThat(team.digestLetters.test(MAYA, HERE, draft.id(), "maya@@example.org"))
        .isInstanceOf(Changed.Wrong.class);
    assertThat(team.digestLetters.test(MAYA, HERE, draft.id(), "maya@example.org"))
        .isInstanceOf(Changed.Done.class);

    assertThat(dispatched())
        .singleElement()
        .satisfies(
            it -> {
              DigestLetter.Ready ready = (DigestLetter.Ready) it;
              assertThat(ready.isTest()).isTrue();
              assertThat(ready.to()).hasToString("maya@example.org");
            });
    assertThat(draft().state()).isEqualTo(State.DRAFT);
  }

  // When it goes

  @Test
  void a_period_has_one_digest_at_the_most() {
    aSuggestionIsAdopted();
    assertThat(digests.sendNow(HERE, MAYA.id()))
        .isEqualTo(onItsWay(List.of(tom), List.of(), List.of()));
    team.clock.advance(Duration.ofSeconds(1));
    aSuggestionIsAdopted();

    assertThat(digests.sendNow(HERE, MAYA.id()))
        .isEqualTo(onItsWay(List.of(), List.of(), List.of(tom)));
    assertThat(dispatched()).hasSize(1);

    team.clock.set(NEXT_MONTH);
    assertThat(digests.sendNow(HERE, MAYA.id()))
        .isEqualTo(onItsWay(List.of(tom), List.of(), List.of()));
  }

  @Test
  void each_digest_begins_where_the_last_one_ended() {
    aSuggestionIsAdopted();
    Instant first = team.clock.instant();
    digests.sendNow(HERE, MAYA.id());
    team.clock.set(NEXT_MONTH);
    promise("Dr Lee", "free two nurses");
    team.clock.advance(Duration.ofSeconds(1));

    digests.sendNow(HERE, MAYA.id());

    List<DigestLetter> both = dispatched();
    Digest second = ((DigestLetter.Ready) both.get(both.size() - 1)).digest();
    assertThat(second.from()).isEqualTo(first);
    assertThat(second.lines()).extracting(Line::topic).containsExactly(Topic.PLEDGES);
  }

  @Test
  void one_that_could_not_be_delivered_does_not_count_as_the_last_one() {
    aSuggestionIsAdopted();
    dispatched();
    digests.sendNow(HERE, MAYA.id());
    mail.then(new SendResult.GivenUp("550 no such user"));
    dispatched();

    assertThat(digests.sendNow(HERE, MAYA.id()))
        .isEqualTo(onItsWay(List.of(tom), List.of(), List.of()));
    assertThat(dispatched())
        .singleElement()
        .satisfies(
            it -> {
              Digest again = ((DigestLetter.Ready) it).digest();
              assertThat(again.from()).isEqualTo(Instant.EPOCH);
              assertThat(again.lines()).isNotEmpty();
            });
  }

  @Test
  void where_nothing_is_new_nothing_is_sent_at_once() {
    assertThat(digests.sendNow(HERE, MAYA.id()))
        .isEqualTo(onItsWay(List.of(), List.of(tom), List.of()));
    assertThat(team.rows("digest")).isZero();
  }

  @Test
  void an_empty_period_is_a_short_mail_or_none_as_set() {
    profile(Rhythm.WEEKLY, Profile.WhenStill.SHORT, true);
    team.clock.set("2026-11-06T15:00:00Z");
    Notice notice = team.notices.notice(HERE, tom.id(), MAYA.id()).orElseThrow();
    assertThat(notice.skipped()).isFalse();
    assertThat(notice.digest()).extracting(Digest::isStill).isEqualTo(true);
    assertThat(notice.digest()).extracting(Digest::state).isEqualTo(State.APPROVED);

    profile(Rhythm.WEEKLY, Profile.WhenStill.SKIP, true);
    team.clock.set("2026-11-13T15:00:00Z");
    Notice next = team.notices.notice(HERE, tom.id(), MAYA.id()).orElseThrow();
    assertThat(next.skipped()).isTrue();
    assertThat(next.digest()).extracting(Digest::state).isEqualTo(State.DRAFT);
  }

  @Test
  void an_initiative_that_was_archived_meanwhile_sends_nothing() {
    aSuggestionIsAdopted();
    digests.approve(MAYA, HERE, draft().id());
    archive();
    team.clock.set(NEXT_MONTH);

    assertThat(dispatched()).isEmpty();
    assertThat(team.rows("outbox where medium = 'MAIL' and state = 'WAITING'")).isZero();
  }

  private void archive() {
    team.database.transact(
        tx ->
            tx.update("update initiative set archived_at = :now where id = :id")
                .bind("now", team.clock.instant())
                .bind("id", outreach.id())
                .execute());
  }

  @Test
  void a_sponsor_who_left_gets_nothing_any_more() {
    aSuggestionIsAdopted();
    digests.approve(MAYA, HERE, draft().id());
    assertThat(team.profiles.left(MAYA, HERE, tom.id())).isInstanceOf(Changed.Done.class);
    team.clock.set(NEXT_MONTH);

    assertThat(dispatched())
        .containsExactly(new DigestLetter.NotWanted("they are no sponsor any more"));
    assertThat(team.drafts.preview(HERE, MAYA.id(), tom.id())).isEmpty();
    assertThat(digests.sendNow(HERE, MAYA.id())).isEqualTo(new Sent.NoSponsor(outreach));
    assertThat(team.rows("reminder where kind = 'sponsor.weekly' and state = 'WAITING'")).isZero();
  }

  @Test
  void two_sponsors_get_one_each() {
    team.clock.advance(Duration.ofSeconds(1));
    Sponsor sue = added("Sue", "sue@example.org");
    aSuggestionIsAdopted();

    assertThat(digests.sendNow(HERE, MAYA.id()))
        .isEqualTo(onItsWay(List.of(tom, sue), List.of(), List.of()));
    team.dispatcher(mail).dispatchDue();
    assertThat(mail.sent())
        .filteredOn(it -> it.items().get(0).kind().equals(DigestLetters.DIGEST))
        .extracting(Outgoing::recipient)
        .containsExactlyInAnyOrder(tom.id().toString(), sue.id().toString());
  }

  @Test
  void who_has_not_said_that_they_want_it_gets_none_and_who_stopped_it_neither() {
    Sponsor sue =
        ((Added.Done) team.sponsors.add(HERE, MAYA.id(), "Sue", "sue@example.org")).sponsor();
    aSuggestionIsAdopted();

    assertThat(digests.sendNow(HERE, MAYA.id()))
        .isEqualTo(
            new Sent.OnItsWay(
                outreach, List.of(tom), List.of(), List.of(), List.of(), List.of(sue), List.of()));
    Digest hers = team.drafts.preview(HERE, MAYA.id(), sue.id()).orElseThrow();
    assertThat(digests.approve(MAYA, HERE, hers.id()))
        .isEqualTo(new Approved.NotConfirmed(sue, false));

    String page = team.subscriptions.stopLink(tom).getPath();
    team.subscriptions.press(page.substring("/digest/".length()));
    assertThat(dispatched())
        .containsExactly(
            new DigestLetter.NotWanted("they do not want it, or have not said that they do"));
  }

  @Test
  void nobody_is_asked_about_while_a_transaction_is_open() {
    aSuggestionIsAdopted();
    digests.sendNow(HERE, MAYA.id());
    team.clock.advance(Duration.ofDays(2)); // Maya has to be looked up again

    assertThat(dispatched()).hasSize(1);
    assertThat(team.directory.askedWithinTransaction()).isFalse();
  }

  @Test
  void without_a_mail_server_nothing_is_promised() {
    try (Team poor = Team.withoutMail(Engine.H2)) {
      poor.starts(MAYA, "Diabetes outreach");
      poor.sponsors.add(HERE, MAYA.id(), "Tom", "tom@example.org");
      poor.records(ANN, Team.from(PRIYA), "one");

      assertThat(poor.digests.sendNow(HERE, MAYA.id())).isEqualTo(new Sent.NoMail());
      assertThat(poor.rows("outbox")).isZero();
      assertThat(poor.rows("digest")).isZero();
    }
  }

  // What only the owner hears

  @Test
  void a_sponsor_who_does_nothing_is_brought_to_the_owner_and_never_into_the_mail() {
    aSuggestionIsAdopted();
    team.clock.set("2027-01-01T15:00:00Z");
    Notice notice = team.notices.notice(HERE, tom.id(), MAYA.id()).orElseThrow();

    assertThat(notice.silentDays()).isEqualTo(60);
    team.profiles.note(
        MAYA, HERE, tom.id(), SponsorDeed.Kind.DID, "opened the staff meeting", "today", "n");
    assertThat(team.notices.notice(HERE, tom.id(), MAYA.id()).orElseThrow().silentDays()).isZero();
  }

  @Test
  void board_papers_say_what_they_did_and_nothing_where_nothing_was_done() {
    objective(Objective.Kind.STRATEGIC, "Patients are heard", Topic.HEARD_BACK);
    aSuggestionIsAdopted();
    assertThat(paper().did()).isEmpty();

    team.profiles.note(
        MAYA, HERE, tom.id(), SponsorDeed.Kind.DID, "opened the staff meeting", "", "n");

    assertThat(paper().did())
        .extracting(SponsorDeed::words)
        .containsExactly("opened the staff meeting");
    assertThat(paper().result()).extracting(Line::topic).isEqualTo(Topic.HEARD_BACK);
    assertThat(team.papers.paper(ELSEWHERE, MAYA.id(), tom.id())).isEmpty();
  }

  private Papers.Paper paper() {
    return team.papers.paper(HERE, MAYA.id(), tom.id()).orElseThrow();
  }

  @Test
  void what_never_was_is_gone() {
    UUID nowhere = team.ids.next();
    assertThat(digests.approve(MAYA, HERE, nowhere)).isEqualTo(new Approved.Gone());
    assertThat(team.drafts.edit(MAYA, HERE, nowhere, 0, "x")).isEqualTo(new Changed.Gone());
    assertThat(team.drafts.preview(HERE, MAYA.id(), nowhere)).isEmpty();
    assertThat(team.notices.notice(HERE, nowhere, MAYA.id())).isEmpty();
  }
}
