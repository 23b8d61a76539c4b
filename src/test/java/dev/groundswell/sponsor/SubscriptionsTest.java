package dev.groundswell.sponsor;

import static dev.groundswell.Team.ELSEWHERE;
import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Team;
import dev.groundswell.db.Engine;
import dev.groundswell.db.OnBothDatabases;
import dev.groundswell.outbox.Outgoing;
import dev.groundswell.outbox.RecordingSender;
import dev.groundswell.reminder.Reminders;
import dev.groundswell.schedule.CronRecurrence;
import dev.groundswell.sponsor.Subscription.State;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@OnBothDatabases
class SubscriptionsTest {
  private final Team team;
  private final Subscriptions subscriptions;
  private final RecordingSender mail = RecordingSender.mail();
  private final RecordingSender slack = RecordingSender.slack();

  SubscriptionsTest(Engine engine) {
    team = Team.on(engine);
    subscriptions = team.subscriptions;
    team.starts(MAYA, "Diabetes outreach");
  }

  @AfterEach
  void close() {
    team.close();
  }

  private Sponsor tom() {
    return ((Added.Done) team.sponsors.add(HERE, MAYA.id(), "Tom", "tom@example.org")).sponsor();
  }

  private static String token(URI page) {
    assertThat(page.toString()).startsWith("https://groundswell.example.org/digest/");
    return page.getPath().substring("/digest/".length());
  }

  private String toConfirm(Sponsor sponsor) {
    return token(subscriptions.question(HERE, sponsor.id()).orElseThrow().confirm());
  }

  private String toStop(Sponsor sponsor) {
    return token(subscriptions.stopLink(sponsor));
  }

  private State state(Sponsor sponsor) {
    return subscriptions.of(HERE, sponsor.id()).state();
  }

  /** What Maya was told in Slack, and what was mailed, by kind. */
  private List<String> kinds(RecordingSender sender) {
    team.dispatcher(mail, slack).dispatchDue();
    return sender.sent().stream().map(Outgoing::items).map(it -> it.get(0).kind()).toList();
  }

  @Test
  void a_new_sponsor_is_asked_by_mail_once() {
    Sponsor tom = tom();

    assertThat(kinds(mail)).containsExactly(Subscriptions.ASK);
    assertThat(state(tom)).isEqualTo(State.ASKED);
  }

  @Test
  void a_scanner_that_opens_the_link_changes_nothing() {
    Sponsor tom = tom();
    String token = toConfirm(tom);

    assertThat(subscriptions.open(token))
        .isEqualTo(new Followed.AskToConfirm(tom, "Diabetes outreach"));
    assertThat(state(tom)).isEqualTo(State.ASKED);
    assertThat(kinds(slack)).isEmpty();
  }

  @Test
  void the_button_confirms_once_and_the_owner_is_told() {
    Sponsor tom = tom();
    String token = toConfirm(tom);

    assertThat(subscriptions.press(token))
        .isEqualTo(new Followed.Confirmed(tom, "Diabetes outreach"));
    assertThat(subscriptions.press(token))
        .isEqualTo(new Followed.ConfirmedBefore(tom, "Diabetes outreach"));

    assertThat(state(tom)).isEqualTo(State.CONFIRMED);
    assertThat(kinds(slack)).containsExactly(Subscriptions.CONFIRMED);
    assertThat(slack.sent()).extracting(Outgoing::recipient).containsExactly(MAYA.id().value());
  }

  @Test
  void unsubscribing_works_at_once_twice_and_the_next_digest_stays_away() {
    Sponsor tom = tom();
    team.confirms(tom);
    team.records(MAYA, Team.from("Ben"), "Calls come too early");
    String stop = toStop(tom);
    assertThat(subscriptions.open(stop)).isInstanceOf(Followed.AskToStop.class);
    assertThat(state(tom)).isEqualTo(State.CONFIRMED);

    assertThat(subscriptions.press(stop)).isInstanceOf(Followed.Stopped.class);
    assertThat(subscriptions.press(stop)).isInstanceOf(Followed.StoppedBefore.class);

    assertThat(kinds(slack))
        .containsExactlyInAnyOrder(Subscriptions.CONFIRMED, Subscriptions.STOPPED);
    assertThat(team.digests.sendNow(HERE, MAYA.id()))
        .isInstanceOfSatisfying(
            Sent.OnItsWay.class,
            sent -> {
              assertThat(sent.to()).isEmpty();
              assertThat(sent.ended()).containsExactly(tom);
            });
    assertThat(kinds(mail)).doesNotContain(DigestLetters.DIGEST);
  }

  @Test
  void who_stopped_by_mistake_goes_on_and_who_stopped_is_not_signed_up_by_an_old_link() {
    Sponsor tom = tom();
    String old = toConfirm(tom);
    team.confirms(tom);
    Followed stopped = subscriptions.press(toStop(tom));

    assertThat(subscriptions.press(old)).isInstanceOf(Followed.RunOut.class);
    assertThat(state(tom)).isEqualTo(State.STOPPED);

    String again = ((Followed.Stopped) stopped).startAgain();
    assertThat(subscriptions.press(again)).isInstanceOf(Followed.Confirmed.class);
    assertThat(state(tom)).isEqualTo(State.CONFIRMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "x",
        "Yzo.x",
        "Y29uZmlybQ.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "%00",
        "../../etc/passwd"
      })
  void a_guessed_link_leads_nowhere(String token) {
    assertThat(subscriptions.open(token)).isEqualTo(new Followed.Unknown());
    assertThat(subscriptions.press(token)).isEqualTo(new Followed.Unknown());
  }

  @Test
  void an_altered_link_leads_nowhere_whichever_character_it_is() {
    Sponsor tom = tom();
    String token = toConfirm(tom);
    for (int i = 0; i < token.length(); i++) {
      char other = token.charAt(i) == 'A' ? 'B' : 'A';
      String altered = token.substring(0, i) + other + token.substring(i + 1);
      assertThat(subscriptions.press(altered)).as("at " + i).isEqualTo(new Followed.Unknown());
    }
    assertThat(subscriptions.press(token + "A")).isEqualTo(new Followed.Unknown());
    assertThat(state(tom)).isEqualTo(State.ASKED);
  }

  @Test
  void a_link_to_stop_cannot_be_turned_into_one_to_confirm() {
    Sponsor tom = tom();
    String stop = toStop(tom);
    String payload =
        new String(
            java.util.Base64.getUrlDecoder().decode(stop.substring(0, stop.indexOf('.'))),
            java.nio.charset.StandardCharsets.US_ASCII);
    String turned =
        java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                    payload
                        .replaceFirst("^s", "c")
                        .getBytes(java.nio.charset.StandardCharsets.US_ASCII))
            + stop.substring(stop.indexOf('.'));

    assertThat(subscriptions.press(turned)).isEqualTo(new Followed.Unknown());
  }

  @Test
  void after_a_month_the_question_is_over_and_unsubscribing_is_never() {
    Sponsor tom = tom();
    String confirm = toConfirm(tom);
    String stop = toStop(tom);

    team.clock.advance(Duration.ofDays(31));

    assertThat(subscriptions.open(confirm)).isEqualTo(new Followed.RunOut());
    assertThat(subscriptions.press(confirm)).isEqualTo(new Followed.RunOut());
    team.clock.advance(Duration.ofDays(3_000));
    assertThat(subscriptions.press(stop)).isInstanceOf(Followed.Stopped.class);
  }

  @Test
  void who_does_not_answer_is_asked_again_after_a_week_three_times_in_all() {
    Sponsor tom = tom();
    team.records(MAYA, Team.from("Ben"), "Calls come too early");

    for (int week = 0; week < 6; week++) {
      assertThat(team.digests.sendNow(HERE, MAYA.id()))
          .isInstanceOfSatisfying(
              Sent.OnItsWay.class, sent -> assertThat(sent.unconfirmed()).containsExactly(tom));
      team.digests.sendNow(HERE, MAYA.id());
      team.clock.advance(Duration.ofDays(8));
    }

    assertThat(kinds(mail))
        .containsExactly(Subscriptions.ASK, Subscriptions.ASK, Subscriptions.ASK);
  }

  @Test
  void a_question_that_was_answered_meanwhile_is_not_mailed() {
    Sponsor tom = tom();
    team.confirms(tom);

    assertThat(subscriptions.question(HERE, tom.id())).isEmpty();
    assertThat(subscriptions.question(ELSEWHERE, tom.id())).isEmpty();
  }

  @Test
  void a_hard_bounce_ends_it_and_the_owner_is_told_why() {
    Sponsor tom = tom();
    team.confirms(tom);

    bounces(tom, true, "5.1.1 no such user");

    assertThat(state(tom)).isEqualTo(State.BOUNCED);
    assertThat(kinds(slack))
        .containsExactlyInAnyOrder(Subscriptions.CONFIRMED, Subscriptions.BOUNCED);
    assertThat(subscriptions.news(HERE, tom.id()).orElseThrow().why())
        .isEqualTo("5.1.1 no such user");
  }

  @Test
  void the_third_soft_bounce_counts_as_a_hard_one_and_is_told_once() {
    Sponsor tom = tom();
    team.confirms(tom);

    bounces(tom, false, "4.2.2 full");
    bounces(tom, false, "4.2.2 full");
    assertThat(state(tom)).isEqualTo(State.CONFIRMED);
    bounces(tom, false, "4.2.2 full");
    bounces(tom, false, "4.2.2 full");

    assertThat(state(tom)).isEqualTo(State.BOUNCED);
    assertThat(kinds(slack))
        .containsExactlyInAnyOrder(Subscriptions.CONFIRMED, Subscriptions.BOUNCED);
  }

  @Test
  void soft_bounces_of_long_ago_are_forgotten() {
    Sponsor tom = tom();
    team.confirms(tom);
    bounces(tom, false, "4.2.2 full");
    bounces(tom, false, "4.2.2 full");

    team.clock.advance(Duration.ofDays(101));
    bounces(tom, false, "4.2.2 full");
    bounces(tom, false, "4.2.2 full");
    assertThat(state(tom)).isEqualTo(State.CONFIRMED);

    bounces(tom, false, "4.2.2 full");
    assertThat(state(tom)).isEqualTo(State.BOUNCED);
  }

  private void bounces(Sponsor sponsor, boolean forGood, String why) {
    team.database.transact(
        tx -> subscriptions.bounced(tx, sponsor, forGood, why, team.clock.instant()));
  }

  @Test
  void an_erased_sponsor_can_be_neither_signed_up_nor_asked() {
    Sponsor tom = tom();
    String confirm = toConfirm(tom);
    team.database.transact(tx -> team.vault.destroy(tx, HERE, tom.id()));

    assertThat(subscriptions.press(confirm)).isEqualTo(new Followed.RunOut());
    assertThat(subscriptions.question(HERE, tom.id())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://groundswell.example.org, true",
    "https://groundswell.example.org/sub/, true",
    "http://groundswell.example.org, false",
    "http://localhost:3000, true",
    "http://127.0.0.1:3000, true",
    "http://localhost.example.org, false"
  })
  void without_https_only_this_machine_is_good_enough(String url, boolean good) {
    assertThat(new Mailing(true, URI.create(url)).hasPublicAddress()).isEqualTo(good);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = "http://groundswell.example.org")
  void without_a_public_address_no_digest_goes_out_and_nobody_is_asked(String url) {
    Mailing mailing = new Mailing(true, url == null ? null : URI.create(url));
    Subscriptions deaf =
        new Subscriptions(
            team.database,
            team.initiatives,
            team.people,
            team.outbox,
            team.vault,
            mailing,
            team.clock);
    Watch watch =
        new Watch(
            new Reminders(
                team.database,
                team.outbox,
                team.surroundings,
                new CronRecurrence(),
                team.ids,
                team.clock));
    Sponsors sponsors =
        new Sponsors(
            team.database, team.initiatives, watch, team.vault, team.ids, team.clock, deaf);
    WhatHappened whatHappened =
        new WhatHappened(team.reportBacks, team.lists, team.pledges, team.practices, Team.WORDS);
    Digests digests =
        new Digests(
            team.database,
            team.initiatives,
            team.profiles,
            whatHappened,
            team.drafts,
            deaf,
            team.outbox,
            team.vault,
            team.clock);

    Added added = sponsors.add(HERE, MAYA.id(), "Tom", "tom@example.org");

    assertThat(((Added.Done) added).wasAsked()).isFalse();
    assertThat(digests.sendNow(HERE, MAYA.id())).isEqualTo(new Sent.NoPublicAddress());
    assertThat(team.rows("outbox")).isZero();
  }

  private Added again() {
    return team.sponsors.add(HERE, MAYA.id(), "Tom", "tom@example.org");
  }

  @Test
  void adding_somebody_who_left_brings_them_back_and_asks_them_anew() {
    Sponsor tom = tom();
    team.confirms(tom);
    assertThat(team.profiles.left(MAYA, HERE, tom.id())).isEqualTo(new Changed.Done(tom));

    assertThat(again()).isEqualTo(new Added.BroughtBack(tom, true));

    assertThat(team.profiles.card(HERE, MAYA.id(), tom.id()).orElseThrow().profile().hasLeft())
        .isFalse();
    assertThat(state(tom)).isEqualTo(State.ASKED);
    assertThat(team.rows("reminder where kind = 'sponsor.weekly' and state = 'WAITING'"))
        .isEqualTo(1);
    assertThat(again()).isEqualTo(new Added.Exists(tom));
  }

  @Test
  void whoever_stopped_the_digest_before_they_left_is_not_asked_when_they_come_back() {
    Sponsor tom = tom();
    subscriptions.press(toStop(tom));
    team.profiles.left(MAYA, HERE, tom.id());

    assertThat(again()).isEqualTo(new Added.BroughtBack(tom, false));
    assertThat(state(tom)).isEqualTo(State.STOPPED);
  }

  @Test
  void a_month_after_three_questions_in_vain_somebody_can_ask_once_more() {
    Sponsor tom = tom();
    for (int week = 0; week < 3; week++) {
      team.digests.sendNow(HERE, MAYA.id());
      team.clock.advance(Duration.ofDays(8));
    }
    askAgain(tom);
    assertThat(kinds(mail)).hasSize(3);

    team.clock.advance(Duration.ofDays(30));
    assertThat(card(tom).mayAskAgain()).isTrue();
    askAgain(tom);
    askAgain(tom);

    assertThat(card(tom).mayAskAgain()).isFalse();
    assertThat(kinds(mail)).hasSize(4);
    assertThat(team.sponsors.askAgain(Team.ANN.id(), HERE, tom.id()))
        .isEqualTo(new Changed.NotAllowed(MAYA.id()));
  }

  private void askAgain(Sponsor sponsor) {
    assertThat(team.sponsors.askAgain(MAYA.id(), HERE, sponsor.id()))
        .isEqualTo(new Changed.Done(sponsor));
  }

  private Profiles.Card card(Sponsor sponsor) {
    return team.profiles.card(HERE, MAYA.id(), sponsor.id()).orElseThrow();
  }
}
