package dev.groundswell.sponsor;

import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Team;
import dev.groundswell.db.Engine;
import dev.groundswell.db.OnBothDatabases;
import dev.groundswell.feedback.Decision.Outcome;
import dev.groundswell.feedback.Input;
import dev.groundswell.outbox.Outgoing;
import dev.groundswell.outbox.SendResult;
import dev.groundswell.pledge.Said;
import dev.groundswell.sponsor.Digest.State;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** No digest is lost between its day and the people who let it go, and none comes twice. */
@OnBothDatabases
class DueDigestsTest {
  private final Team team;
  private final Digests digests;
  private final Sponsor tom;
  private final DigestPost post;

  DueDigestsTest(Engine engine) {
    team = Team.on(engine);
    digests = team.digests;
    team.starts(MAYA, "Diabetes outreach");
    tom =
        ((Added.Done) team.sponsors.add(HERE, MAYA.id(), "Tom Becker", "tom.becker@example.org"))
            .sponsor();
    team.confirms(tom);
    post = new DigestPost(team.digestLetters);
    dispatch();
  }

  @AfterEach
  void close() {
    team.close();
  }

  private void profile(Rhythm rhythm, Profile.WhenStill still, boolean unapproved) {
    assertThat(
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
                    "")))
        .isInstanceOf(Changed.Done.class);
  }

  private void aSuggestionIsAdopted() {
    Input early = team.records(MAYA, Team.from("Ben"), "The calls come too early");
    team.decides(MAYA, early, Outcome.ADOPTED);
    team.clock.advance(Duration.ofSeconds(1));
  }

  private Digest draft() {
    return team.drafts.preview(HERE, MAYA.id(), tom.id()).orElseThrow();
  }

  private Digest again(Digest digest) {
    return team.drafts.preview(MAYA.id(), HERE, digest.id()).orElseThrow();
  }

  private Notice notice() {
    return team.notices.notice(HERE, tom.id(), MAYA.id()).orElseThrow();
  }

  private Digest noticed() {
    Digest digest = notice().digest();
    assertThat(digest).isNotNull();
    return digest;
  }

  private void dispatch() {
    team.dispatcher(post).dispatchDue();
  }

  // What was approved can be left out

  @Test
  void one_that_goes_without_approval_can_be_left_out_until_it_goes() {
    profile(Rhythm.WEEKLY, Profile.WhenStill.SHORT, true);
    aSuggestionIsAdopted();
    team.clock.set("2026-11-06T15:00:00Z");
    Digest approved = noticed();

    assertThat(digests.skip(MAYA, HERE, approved.id())).isInstanceOf(Approved.Done.class);

    assertThat(again(approved).state()).isEqualTo(State.SKIPPED);
    team.clock.set("2026-11-09T07:30:00Z");
    dispatch();
    assertThat(post.went).isEmpty();
    assertThat(post.notWanted).containsExactly("it was left out");
    assertThat(again(approved).state()).isEqualTo(State.SKIPPED);
  }

  @Test
  void what_went_out_is_not_left_out_any_more() {
    aSuggestionIsAdopted();
    digests.sendNow(HERE, MAYA.id());
    dispatch();

    assertThat(digests.skip(MAYA, HERE, post.went.get(0).digest().id()))
        .isInstanceOf(Approved.Before.class);
  }

  // An edited draft goes as it stands

  private void promise(String who, String what) {
    team.pledges.promise(
        MAYA, HERE, null, new Said(Optional.empty(), who, "", what, "friday"), "p" + what);
    team.clock.advance(Duration.ofSeconds(1));
  }

  private List<String> words(Digest digest) {
    return digest.lines().stream().map(Line::words).toList();
  }

  @Test
  void an_edited_draft_is_sent_at_once_as_it_stands_and_its_lines_come_no_more() {
    aSuggestionIsAdopted();
    promise("Dr Lee", "free two nurses");
    Digest draft = draft();
    assertThat(draft.lines()).hasSize(3);
    team.drafts.edit(MAYA, HERE, draft.id(), 0, "The calls come later now");
    team.drafts.edit(MAYA, HERE, draft.id(), 1, "");
    team.drafts.edit(MAYA, HERE, draft.id(), 2, "");

    assertThat(((Sent.OnItsWay) digests.sendNow(HERE, MAYA.id())).to()).containsExactly(tom);
    dispatch();

    assertThat(post.went)
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.digest().id()).isEqualTo(draft.id());
              assertThat(words(it.digest())).containsExactly("The calls come later now");
            });
    team.clock.advance(Duration.ofSeconds(1));
    assertThat(draft().from()).isEqualTo(draft.until());
    assertThat(draft().lines()).isEmpty();
  }

  @Test
  void an_edited_draft_of_this_period_is_sent_and_not_composed_anew() {
    profile(Rhythm.WEEKLY, Profile.WhenStill.SHORT, false);
    aSuggestionIsAdopted();
    Digest draft = draft();
    team.drafts.edit(MAYA, HERE, draft.id(), 0, "The calls come later now");
    team.clock.set("2026-11-09T06:00:00Z"); // its own Monday

    digests.sendNow(HERE, MAYA.id());
    dispatch();

    assertThat(post.went).hasSize(1);
    assertThat(words(post.went.get(0).digest())).startsWith("The calls come later now");
  }

  @Test
  void a_draft_that_is_looked_at_can_be_sent_at_once_and_once_a_period() {
    aSuggestionIsAdopted();
    Digest draft = draft();

    assertThat(digests.sendNow(MAYA, HERE, draft.id())).isInstanceOf(Approved.Done.class);
    dispatch();
    assertThat(post.went).hasSize(1);
    assertThat(digests.sendNow(MAYA, HERE, draft.id())).isInstanceOf(Approved.Before.class);

    aSuggestionIsAdopted();
    assertThat(digests.sendNow(MAYA, HERE, draft().id())).isEqualTo(new Approved.HadOne(tom));
    dispatch();
    assertThat(post.went).hasSize(1);
  }

  // One that was missed comes late

  @Test
  void a_digest_that_was_missed_is_offered_late_and_goes_once_it_is_approved() {
    aSuggestionIsAdopted();
    team.clock.set("2026-12-11T15:00:00Z"); // the notice of 4 December never came
    Digest late = noticed();

    assertThat(late.lines()).isNotEmpty();
    assertThat(late.dueAt()).isEqualTo("2026-12-07T13:00:00Z");
    assertThat(digests.approve(MAYA, HERE, late.id())).isInstanceOf(Approved.Done.class);
    dispatch();
    assertThat(post.went).hasSize(1);

    team.clock.set("2026-12-18T15:00:00Z");
    assertThat(team.notices.notice(HERE, tom.id(), MAYA.id())).isEmpty();
  }

  @Test
  void one_that_was_left_out_or_had_nothing_to_say_is_not_late() {
    aSuggestionIsAdopted();
    team.clock.set("2026-12-04T15:00:00Z");
    digests.skip(MAYA, HERE, noticed().id());
    team.clock.set("2026-12-11T15:00:00Z");
    assertThat(team.notices.notice(HERE, tom.id(), MAYA.id())).isEmpty();

    digests.sendNow(HERE, MAYA.id());
    profile(Rhythm.MONTHLY, Profile.WhenStill.SKIP, false);
    team.clock.set("2027-01-01T15:00:00Z");
    assertThat(notice().skipped()).isTrue();
    aSuggestionIsAdopted();
    team.clock.set("2027-01-15T15:00:00Z");
    assertThat(team.notices.notice(HERE, tom.id(), MAYA.id())).isEmpty();
  }

  @Test
  void a_late_one_that_needs_no_approval_leaves_time_to_look_at_it() {
    profile(Rhythm.MONTHLY, Profile.WhenStill.SHORT, true);
    aSuggestionIsAdopted();
    team.clock.set("2026-12-11T15:00:00Z");

    assertThat(noticed().state()).isEqualTo(State.APPROVED);
    dispatch();
    assertThat(post.went).isEmpty();
    team.clock.set("2026-12-14T07:30:00Z"); // the next working morning
    dispatch();
    assertThat(post.went).hasSize(1);
  }

  // None comes twice

  @Test
  void an_older_draft_that_a_newer_one_repeats_is_not_sent() {
    profile(Rhythm.WEEKLY, Profile.WhenStill.SHORT, false);
    aSuggestionIsAdopted();
    team.clock.set("2026-11-06T15:00:00Z");
    Digest older = noticed();
    team.clock.set("2026-11-13T15:00:00Z");
    Digest newer = noticed();

    assertThat(digests.approve(MAYA, HERE, older.id())).isEqualTo(new Approved.Overtaken(tom));
    assertThat(digests.sendNow(MAYA, HERE, older.id())).isEqualTo(new Approved.Overtaken(tom));
    assertThat(digests.approve(MAYA, HERE, newer.id())).isInstanceOf(Approved.Done.class);
    assertThat(digests.approve(MAYA, HERE, older.id())).isEqualTo(new Approved.Overtaken(tom));
    dispatch();
    assertThat(post.went).isEmpty();
    team.clock.set("2026-11-16T07:30:00Z");
    dispatch();
    assertThat(post.went).hasSize(1);
  }

  @Test
  void one_that_was_given_up_is_not_sent_again_once_a_later_one_tells_of_it() {
    aSuggestionIsAdopted();
    digests.sendNow(HERE, MAYA.id());
    post.then(new SendResult.GivenUp("550 try later"));
    dispatch();
    UUID givenUp = letter();
    digests.sendNow(HERE, MAYA.id());
    dispatch();
    assertThat(post.went).hasSize(1);

    team.outbox.sendAgain(HERE, givenUp, MAYA.id(), team.clock.instant());
    dispatch();

    assertThat(post.went).hasSize(1);
    assertThat(post.notWanted).containsExactly("a later one tells of that time too");
  }

  /** The message that was given up. */
  private UUID letter() {
    return team.database.inTransaction(
        tx ->
            tx.query("select id from outbox where state = 'GIVEN_UP' and medium = 'MAIL'")
                .mapTo(UUID.class)
                .one());
  }

  @Test
  void another_rhythm_brings_no_second_one_for_the_same_days() {
    profile(Rhythm.WEEKLY, Profile.WhenStill.SHORT, false);
    aSuggestionIsAdopted();
    digests.sendNow(HERE, MAYA.id());
    dispatch();
    team.clock.advance(Duration.ofSeconds(1));
    aSuggestionIsAdopted();

    for (Rhythm rhythm : Rhythm.values()) {
      profile(rhythm, Profile.WhenStill.SHORT, false);
      assertThat(((Sent.OnItsWay) digests.sendNow(HERE, MAYA.id())).hadOne())
          .as(rhythm.name())
          .containsExactly(tom);
    }
    team.clock.set("2026-11-09T15:00:00Z");
    profile(Rhythm.WEEKLY, Profile.WhenStill.SHORT, false);
    assertThat(((Sent.OnItsWay) digests.sendNow(HERE, MAYA.id())).to()).containsExactly(tom);
  }

  @Test
  void sent_again_it_goes_to_the_address_of_now_or_its_sender_hears_what_stands_in_the_way() {
    aSuggestionIsAdopted();
    digests.sendNow(HERE, MAYA.id());
    post.then(new SendResult.GivenUp("550 no such user"));
    post.then(new SendResult.GivenUp("550 not today"));
    dispatch();
    UUID givenUp = letter();
    team.sponsors.readdress(MAYA.id(), HERE, tom.id(), "tom@example.org");

    team.outbox.sendAgain(HERE, givenUp, MAYA.id(), team.clock.instant());
    dispatch();

    String words = "outbox o join occasion c on c.outbox_id = o.id where c.kind = '";
    assertThat(team.rows(words + DigestLetters.NOT_AGAIN + "' and o.recipient = 'U0MAYA'"))
        .isEqualTo(1);
    UUID digest =
        team.database.inTransaction(
            tx -> tx.query("select id from digest").mapTo(UUID.class).one());
    assertThat(team.digestLetters.notAgain(HERE, digest).orElseThrow().isAsked()).isTrue();

    team.confirms(tom);
    assertThat(team.digestLetters.notAgain(HERE, digest)).isEmpty();
    digests.sendNow(HERE, MAYA.id());
    dispatch();
    team.outbox.sendAgain(HERE, letter(), MAYA.id(), team.clock.instant());
    dispatch();
    assertThat(post.went).extracting(it -> it.to().value()).containsExactly("tom@example.org");
  }

  // One that came back

  @Test
  void after_a_hard_bounce_the_next_one_tells_of_those_days_too() {
    aSuggestionIsAdopted();
    digests.sendNow(HERE, MAYA.id());
    dispatch();
    Digest sent = post.went.get(0).digest();
    MailKey key = MailKey.digest(HERE, sent.id());

    team.correspondence.received("b1", new Arrival.Bounce(key, false, "mailbox full"));
    assertThat(again(sent).state()).isEqualTo(State.SENT);
    team.correspondence.received("b2", new Arrival.Bounce(key, true, "550 no such user"));
    assertThat(again(sent).state()).isEqualTo(State.GIVEN_UP);

    team.sponsors.readdress(MAYA.id(), HERE, tom.id(), "tom@example.org");
    team.confirms(tom);
    assertThat(((Sent.OnItsWay) digests.sendNow(HERE, MAYA.id())).to()).hasSize(1);
    dispatch();
    assertThat(words(post.went.get(1).digest())).isEqualTo(words(sent));
  }

  // The one request

  private void asksFor(String help, String until) {
    assertThat(
            team.blockages.ask(
                MAYA, HERE, tom.id(), "No line after four", "today", help, until, "ask" + until))
        .isInstanceOf(Changed.Done.class);
  }

  @Test
  void an_open_request_is_reason_enough_to_send() {
    profile(Rhythm.MONTHLY, Profile.WhenStill.SKIP, false);
    asksFor("A second line", "1 March");
    team.clock.set("2026-12-04T15:00:00Z");
    assertThat(notice().skipped()).isFalse();
    assertThat(noticed().saysSomething()).isTrue();

    assertThat(((Sent.OnItsWay) digests.sendNow(HERE, MAYA.id())).to()).containsExactly(tom);
    dispatch();

    assertThat(post.went.get(0).digest().ask()).isNotNull();
  }

  @Test
  void a_request_whose_day_is_over_when_it_goes_out_is_not_mailed() {
    aSuggestionIsAdopted();
    asksFor("A second line", "3 November");
    Digest draft = draft();
    assertThat(draft.ask()).isNull(); // it is due in December

    digests.sendNow(MAYA, HERE, draft.id());
    team.clock.set("2026-11-03T15:00:00Z");
    assertThat(letterOfNow().digest().ask()).isNotNull();
    team.clock.set("2026-11-04T15:00:00Z"); // the mail server was away
    assertThat(letterOfNow().digest().ask()).isNull();

    dispatch();
    team.clock.advance(Duration.ofSeconds(1));
    assertThat(((Sent.OnItsWay) digests.sendNow(HERE, MAYA.id())).nothingNew())
        .containsExactly(tom);
  }

  private DigestLetter.Ready letterOfNow() {
    UUID digest =
        team.database.inTransaction(
            tx ->
                tx.query("select id from digest where state = 'APPROVED'").mapTo(UUID.class).one());
    return (DigestLetter.Ready)
        team.digestLetters.letter(HERE, new Outgoing.Item("d", DigestLetters.DIGEST, digest));
  }

  @Test
  void what_another_sponsor_is_asked_for_is_not_suggested() {
    Sponsor sue =
        ((Added.Done) team.sponsors.add(HERE, MAYA.id(), "Sue", "sue@example.org")).sponsor();
    asksFor("A second line", "1 March");
    team.clock.set("2026-12-04T15:00:00Z");

    assertThat(notice().ask()).isNotNull();
    assertThat(team.notices.notice(HERE, sue.id(), MAYA.id()).orElseThrow().ask()).isNull();
  }

  // What counts as news

  private void counted(String total) {
    team.signs.count(MAYA, HERE, null, Interest.Kind.REQUESTS, total, "front desk", "today");
    team.clock.advance(Duration.ofSeconds(1));
  }

  @Test
  void a_new_count_alone_is_news_and_an_old_one_never_comes_again() {
    counted("4");
    assertThat(draft().lines()).isEmpty(); // too few to be shown
    counted("14");
    assertThat(words(draft())).containsExactly("People want to take part: 14 requests");

    assertThat(((Sent.OnItsWay) digests.sendNow(HERE, MAYA.id())).to()).containsExactly(tom);
    dispatch();
    team.clock.set("2026-12-04T15:00:00Z");
    assertThat(draft().lines()).isEmpty();
    aSuggestionIsAdopted();
    assertThat(draft().lines()).isNotEmpty().noneMatch(it -> it.topic() == Topic.INTEREST);
  }

  @Test
  void an_accusation_stands_in_no_digest() {
    Changed accuses = new Changed.Wrong(Changed.Field.WORDS, Changed.Why.ACCUSES);
    aSuggestionIsAdopted();
    Digest draft = draft();

    assertThat(team.drafts.edit(MAYA, HERE, draft.id(), 0, "Dr Lee refuses to answer"))
        .isEqualTo(accuses);
    assertThat(words(again(draft))).isEqualTo(words(draft));
    assertThat(
            team.signs.win(
                MAYA, HERE, null, "It works although Dr Lee ignores it", "log", "today", true))
        .isEqualTo(new Signs.Noted.Refused(accuses));
  }

  @Test
  void a_promise_whose_day_has_gone_by_is_news_once() {
    promise("Dr Lee", "free two nurses");
    digests.sendNow(HERE, MAYA.id());
    dispatch();
    team.clock.set("2026-12-04T15:00:00Z");
    Digest overdue = draft();

    assertThat(words(overdue)).containsExactly("No new promise, none kept in this time, 1 overdue");
    digests.approve(MAYA, HERE, overdue.id());
    team.clock.set("2027-01-01T15:00:00Z");
    dispatch();
    assertThat(draft().lines()).isEmpty();
  }

  @Test
  void one_that_is_approved_and_waits_for_its_day_was_not_had_yet() {
    aSuggestionIsAdopted();
    digests.approve(MAYA, HERE, draft().id());
    team.clock.advance(Duration.ofSeconds(1));
    aSuggestionIsAdopted();

    Sent.OnItsWay sent = (Sent.OnItsWay) digests.sendNow(HERE, MAYA.id());

    assertThat(sent.approved()).containsExactly(tom);
    assertThat(sent.hadOne()).isEmpty();
    assertThat(sent.to()).isEmpty();
  }
}
