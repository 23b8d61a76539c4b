package dev.groundswell.outbox;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.PRIYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.SettableClock;
import dev.groundswell.Team;
import dev.groundswell.db.Engine;
import dev.groundswell.db.OnBothDatabases;
import dev.groundswell.outbox.Outbox.Letter;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.outbox.Outgoing.Medium;
import dev.groundswell.outbox.SendResult.Cancelled;
import dev.groundswell.outbox.SendResult.GivenUp;
import dev.groundswell.outbox.SendResult.Sent;
import dev.groundswell.outbox.SendResult.TooFast;
import dev.groundswell.outbox.SendResult.TryAgain;
import dev.groundswell.outbox.SendResult.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("jdk")
@OnBothDatabases
class DispatcherTest {
  private final Team team;
  private final RecordingSender slack = RecordingSender.slack();
  private final RecordingSender mail = RecordingSender.mail();
  private final Dispatcher dispatcher;

  DispatcherTest(Engine engine) {
    team = Team.on(engine);
    dispatcher = team.dispatcher(slack, mail);
  }

  @AfterEach
  void close() {
    team.close();
  }

  /** A message to somebody, for which Ann answers. */
  private UUID put(Medium medium, String recipient) {
    return team.database.inTransaction(
        tx -> {
          UUID subject = team.ids.next();
          Item item = new Item("occasion/" + subject, "test.word", subject);
          Instant now = team.clock.instant();
          return team.outbox
              .put(tx, HERE, medium, recipient, ANN.id(), List.of(item), now)
              .orElseThrow();
        });
  }

  private UUID toAnn() {
    return put(Medium.SLACK, ANN.id().value());
  }

  private UUID toPriya() {
    return put(Medium.SLACK, PRIYA.id().value());
  }

  private UUID byMail() {
    return put(Medium.MAIL, "sponsor-1");
  }

  private Letter letter(UUID id) {
    return team.outbox.find(HERE, id).orElseThrow();
  }

  private OutboxState state(UUID id) {
    return letter(id).state();
  }

  private void after(Duration time) {
    team.clock.advance(time);
    dispatcher.dispatchDue();
    dispatcher.settleUnknown();
  }

  private void assertThatAnnIsTold(UUID message) {
    dispatcher.dispatchDue();
    assertThat(slack.sent())
        .last()
        .satisfies(
            it -> {
              assertThat(it.recipient()).isEqualTo(ANN.id().value());
              assertThat(it.items())
                  .singleElement()
                  .satisfies(
                      item -> {
                        assertThat(item.kind()).isEqualTo(Outbox.UNDELIVERED);
                        assertThat(item.subject()).isEqualTo(message);
                      });
            });
  }

  @Test
  void what_is_due_is_sent_once_by_its_medium() {
    UUID message = toAnn();
    UUID letter = byMail();

    assertThat(dispatcher.dispatchDue()).isEqualTo(2);
    assertThat(dispatcher.dispatchDue()).isZero();

    assertThat(slack.sent()).extracting(Outgoing::id).containsExactly(message);
    assertThat(mail.sent()).extracting(Outgoing::id).containsExactly(letter);
    assertThat(state(message)).isEqualTo(OutboxState.SENT);
    assertThat(state(letter)).isEqualTo(OutboxState.SENT);
  }

  @Test
  void a_clock_that_counts_nanoseconds_settles_all_the_same() {
    team.clock.set("2026-11-02T14:00:00.123456789Z");
    UUID message = toAnn();

    dispatcher.dispatchDue();

    assertThat(state(message)).isEqualTo(OutboxState.SENT);
    after(Duration.ofHours(1));
    assertThat(slack.lookedFor()).isEmpty();
  }

  @Test
  void a_message_is_marked_before_the_call() {
    UUID message = toAnn();
    slack.thenIsKilled();

    dispatchUntilKilled();

    assertThat(state(message)).isEqualTo(OutboxState.SENDING);
  }

  private void dispatchUntilKilled() {
    try {
      dispatcher.dispatchDue();
      throw new AssertionError("nobody was killed");
    } catch (RecordingSender.Killed e) {
      // the process is gone; what follows is the next one
    }
  }

  @Test
  void what_a_crash_left_is_looked_for_after_thirty_seconds_and_not_before() {
    UUID message = toAnn();
    slack.thenIsKilled().shows(new LookBack.Found("D1/17"));
    dispatchUntilKilled();

    after(Duration.ofSeconds(30));
    assertThat(slack.lookedFor()).isEmpty();
    assertThat(state(message)).isEqualTo(OutboxState.SENDING);

    after(Duration.ofSeconds(1));
    assertThat(slack.lookedFor()).extracting(Outgoing::id).containsExactly(message);
    assertThat(state(message)).isEqualTo(OutboxState.SENT);
    assertThat(slack.sent()).hasSize(1);
  }

  @Test
  void what_had_not_arrived_is_sent_again() {
    UUID message = toAnn();
    slack.thenIsKilled().shows(new LookBack.NotThere());
    dispatchUntilKilled();

    after(Duration.ofSeconds(31));
    assertThat(state(message)).isEqualTo(OutboxState.WAITING);
    after(Duration.ofSeconds(5));

    assertThat(state(message)).isEqualTo(OutboxState.SENT);
    assertThat(slack.sent()).extracting(Outgoing::id).containsExactly(message, message);
    assertThat(slack.sent()).extracting(Outgoing::attempts).containsExactly(1, 2);
  }

  @Test
  void what_cannot_be_looked_for_now_is_looked_for_later() {
    UUID message = toAnn();
    slack
        .then(new Unknown("the connection broke"))
        .shows(new LookBack.NotNow("Slack is down"))
        .shows(new LookBack.Found("D1/17"));
    dispatcher.dispatchDue();
    assertThat(state(message)).isEqualTo(OutboxState.SENDING);

    after(Duration.ofSeconds(31));
    assertThat(state(message)).isEqualTo(OutboxState.SENDING);
    after(Duration.ofSeconds(29));
    assertThat(slack.lookedFor()).hasSize(1);
    after(Duration.ofSeconds(2));

    assertThat(slack.lookedFor()).hasSize(2);
    assertThat(state(message)).isEqualTo(OutboxState.SENT);
  }

  @Test
  void a_sender_that_breaks_leaves_the_message_to_be_looked_for() {
    UUID message = toAnn();
    slack.thenBreaks().shows(new LookBack.Found("D1/17"));

    dispatcher.dispatchDue();
    assertThat(state(message)).isEqualTo(OutboxState.SENDING);
    after(Duration.ofSeconds(31));

    assertThat(state(message)).isEqualTo(OutboxState.SENT);
  }

  @Test
  void a_history_that_slack_never_shows_is_put_to_the_owner() {
    UUID message = toPriya();
    slack.then(new Unknown("cut off")).shows(new LookBack.NeverTells("missing_scope"));
    dispatcher.dispatchDue();

    after(Duration.ofSeconds(31));

    assertThat(state(message)).isEqualTo(OutboxState.UNKNOWN);
    assertThat(letter(message).why()).isEqualTo("missing_scope");
    assertThatAnnIsTold(message);
  }

  @Test
  void a_mail_whose_end_nobody_knows_is_put_to_the_owner_at_once() {
    UUID letter = byMail();
    mail.then(new Unknown("the server broke off"));

    dispatcher.dispatchDue();

    assertThat(state(letter)).isEqualTo(OutboxState.UNKNOWN);
    assertThatAnnIsTold(letter);
    after(Duration.ofDays(1));
    assertThat(mail.sent()).hasSize(1);
  }

  @Test
  void a_mail_that_a_crash_left_is_put_to_the_owner_when_even_a_slow_server_is_through() {
    UUID letter = byMail();
    mail.thenIsKilled().shows(new LookBack.NeverTells("stopped while handing it over"));
    dispatchUntilKilled();

    after(Duration.ofMinutes(6));
    assertThat(state(letter)).isEqualTo(OutboxState.SENDING);
    after(Duration.ofSeconds(1));

    assertThat(state(letter)).isEqualTo(OutboxState.UNKNOWN);
    assertThat(mail.sent()).hasSize(1);
    assertThatAnnIsTold(letter);
  }

  @Test
  void what_the_owner_says_settles_an_unknown_end() {
    mail.then(new Unknown("cut off")).then(new Unknown("cut off"));
    UUID arrived = byMail();
    UUID again = byMail();
    dispatcher.dispatchDue();

    assertThat(team.outbox.itArrived(HERE, arrived, ANN.id(), team.clock.instant())).isTrue();
    assertThat(team.outbox.sendAgain(HERE, again, ANN.id(), team.clock.instant())).isTrue();
    dispatcher.dispatchDue();

    assertThat(state(arrived)).isEqualTo(OutboxState.SENT);
    assertThat(state(again)).isEqualTo(OutboxState.SENT);
    assertThat(mail.sent()).extracting(Outgoing::id).containsExactly(arrived, again, again);
    assertThat(team.outbox.itArrived(HERE, again, ANN.id(), team.clock.instant())).isFalse();
  }

  @Test
  void whoever_answers_for_a_message_that_was_given_up_is_told() {
    UUID message = toPriya();
    slack.then(new GivenUp("user_not_found"));

    dispatcher.dispatchDue();

    assertThat(state(message)).isEqualTo(OutboxState.GIVEN_UP);
    assertThat(letter(message).why()).isEqualTo("user_not_found");
    assertThatAnnIsTold(message);
  }

  @Test
  void if_the_owner_cannot_be_told_either_there_is_an_end() {
    UUID message = toPriya();
    slack.then(new GivenUp("user_not_found")).then(new GivenUp("account_inactive"));

    dispatcher.dispatchDue();
    after(Duration.ofDays(1));

    assertThat(state(message)).isEqualTo(OutboxState.GIVEN_UP);
    assertThat(slack.sent()).hasSize(2);
    assertThat(team.rows("outbox")).isEqualTo(2);
  }

  @Test
  void each_time_it_is_given_up_the_owner_is_told_anew() {
    UUID letter = byMail();
    mail.then(new GivenUp("no such mailbox")).then(new GivenUp("no such mailbox"));
    dispatcher.dispatchDue();
    team.clock.advance(Duration.ofMinutes(1));

    team.outbox.sendAgain(HERE, letter, ANN.id(), team.clock.instant());
    dispatcher.dispatchDue();

    assertThat(mail.sent()).hasSize(2);
    assertThat(slack.sent()).hasSize(2);
  }

  @Test
  void without_a_mail_server_the_owner_is_told_what_is_missing() {
    UUID letter = byMail();

    team.dispatcher(slack).dispatchDue();

    assertThat(state(letter)).isEqualTo(OutboxState.GIVEN_UP);
    assertThat(letter(letter).why()).isEqualTo("mail is not set up (SMTP_URL, MAIL_FROM)");
    assertThatAnnIsTold(letter);
  }

  @Test
  void what_is_not_wanted_any_more_is_cancelled_in_silence() {
    UUID message = toPriya();
    slack.then(new Cancelled("the contributor has heard"));

    dispatcher.dispatchDue();
    after(Duration.ofDays(1));

    assertThat(state(message)).isEqualTo(OutboxState.CANCELLED);
    assertThat(letter(message).why()).isEqualTo("the contributor has heard");
    assertThat(slack.sent()).hasSize(1);
  }

  @Test
  void a_message_that_may_pass_later_is_tried_again_after_a_growing_pause() {
    UUID message = toAnn();
    for (int i = 0; i < 3; i++) {
      slack.then(new TryAgain(Duration.ZERO, "Slack can't be reached"));
    }

    dispatcher.dispatchDue();
    after(Duration.ofSeconds(4));
    assertThat(slack.sent()).hasSize(1);
    after(Duration.ofSeconds(1));
    assertThat(slack.sent()).hasSize(2);
    after(Duration.ofSeconds(9));
    assertThat(slack.sent()).hasSize(2);
    after(Duration.ofSeconds(1));
    assertThat(slack.sent()).hasSize(3);
    after(Duration.ofSeconds(20));

    assertThat(slack.sent()).hasSize(4);
    assertThat(state(message)).isEqualTo(OutboxState.SENT);
  }

  @Test
  void one_that_never_passes_is_given_up_in_the_end() {
    UUID message = toPriya();
    for (int i = 0; i < 30; i++) {
      slack.then(new TryAgain(Duration.ZERO, "Slack can't be reached"));
    }

    for (int i = 0; i < 40; i++) {
      after(Duration.ofHours(1));
    }

    assertThat(state(message)).isEqualTo(OutboxState.GIVEN_UP);
    assertThat(slack.sent().stream().filter(it -> it.id().equals(message))).hasSize(30);
    assertThat(slack.sent()).hasSize(31);
  }

  @Test
  void one_that_waits_does_not_hold_up_the_others() {
    slack.then(new TryAgain(Duration.ofMinutes(10), "Slack asks for patience"));
    UUID first = toAnn();
    UUID second = toPriya();

    dispatcher.dispatchDue();

    assertThat(List.of(state(first), state(second)))
        .containsExactlyInAnyOrder(OutboxState.WAITING, OutboxState.SENT);
  }

  @Test
  void a_call_that_ends_after_another_node_took_over_changes_nothing() {
    UUID message = toAnn();
    slack.thenIsKilled().shows(new LookBack.Found("D1/17"));
    dispatchUntilKilled();
    Outgoing late = slack.sent().get(0);
    after(Duration.ofSeconds(31));

    boolean settled =
        team.database.inTransaction(
            tx ->
                OutboxStore.settle(
                    tx,
                    late,
                    OutboxState.GIVEN_UP,
                    null,
                    "too late",
                    team.clock.instant(),
                    team.clock.instant()));

    assertThat(settled).isFalse();
    assertThat(state(message)).isEqualTo(OutboxState.SENT);
  }

  @Test
  void a_sender_that_stood_still_before_its_call_gives_the_message_back() {
    UUID message = toAnn();
    slack.onceMarked(() -> team.clock.advance(Duration.ofSeconds(15)));

    assertThat(dispatcher.dispatchDue()).isEqualTo(1);

    assertThat(slack.sent()).isEmpty();
    assertThat(state(message)).isEqualTo(OutboxState.WAITING);
    slack.onceMarked(() -> team.clock.advance(Duration.ofSeconds(14)));
    after(Duration.ofSeconds(5));
    assertThat(slack.sent()).extracting(Outgoing::id).containsExactly(message);
    assertThat(state(message)).isEqualTo(OutboxState.SENT);
  }

  @Test
  void a_sender_that_stood_still_while_another_took_over_does_not_call() {
    UUID message = toAnn();
    RecordingSender others = RecordingSender.slack();
    Dispatcher other = team.dispatcher(others);
    slack.onceMarked(
        () -> {
          team.clock.advance(Duration.ofSeconds(31));
          assertThat(other.settleUnknown()).isEqualTo(1);
          team.clock.advance(Duration.ofSeconds(5));
          assertThat(other.dispatchDue()).isEqualTo(1);
        });

    dispatcher.dispatchDue();

    assertThat(slack.sent()).isEmpty();
    assertThat(others.sent()).extracting(Outgoing::id).containsExactly(message);
    assertThat(state(message)).isEqualTo(OutboxState.SENT);
  }

  @Test
  void a_mark_that_another_clock_found_old_enough_is_not_ours_any_more() {
    UUID message = toAnn();
    SettableClock ahead = SettableClock.at("2026-11-02T14:01:00Z");
    RecordingSender others = RecordingSender.slack().shows(new LookBack.NotThere());
    Dispatcher other = new Dispatcher(team.database, team.outbox, ahead, List.of(others));
    slack.onceMarked(() -> assertThat(other.settleUnknown()).isEqualTo(1));

    dispatcher.dispatchDue();

    assertThat(slack.sent()).isEmpty();
    assertThat(state(message)).isEqualTo(OutboxState.WAITING);
  }

  @Test
  void what_is_being_sent_here_is_not_looked_for_however_the_clock_jumps() {
    UUID message = toAnn();
    slack.onceMarked(
        () -> {
          team.clock.advance(Duration.ofDays(1));
          assertThat(dispatcher.settleUnknown()).isZero();
        });

    dispatcher.dispatchDue();

    assertThat(slack.lookedFor()).isEmpty();
    assertThat(state(message)).isEqualTo(OutboxState.WAITING);
  }

  @Test
  void a_reason_may_be_of_any_length() {
    UUID message = toAnn();
    slack.then(new GivenUp("x".repeat(2000)));

    dispatcher.dispatchDue();

    assertThat(letter(message).why()).hasSize(500);
  }

  @ParameterizedTest
  @CsvSource({
    "1, PT0S, PT5S",
    "2, PT0S, PT10S",
    "3, PT0S, PT20S",
    "10, PT0S, PT42M40S",
    "11, PT0S, PT1H",
    "30, PT0S, PT1H",
    "1000, PT0S, PT1H",
    "1, PT30S, PT30S",
    "3, PT7S, PT20S",
    "30, PT2H, PT2H"
  })
  void the_pause_grows_to_an_hour_and_is_never_shorter_than_asked_for(
      int attempts, Duration asked, Duration pause) {
    assertThat(Delivery.pause(attempts, asked)).isEqualTo(pause);
  }

  @Test
  void every_end_of_an_attempt_is_known_here() {
    assertThat(SendResult.class.getPermittedSubclasses())
        .containsExactlyInAnyOrder(
            Sent.class,
            TryAgain.class,
            TooFast.class,
            GivenUp.class,
            Unknown.class,
            Cancelled.class);
  }
}
