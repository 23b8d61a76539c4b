package dev.groundswell.slack.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.slack.api.Slack;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.model.event.AppMentionEvent;
import dev.groundswell.metrics.Metrics;
import dev.groundswell.slack.Intake;
import dev.groundswell.slack.ScriptedSlack;
import dev.groundswell.slack.SlackClients;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("jdk")
class SocketModeTest {
  private final Metrics metrics = new Metrics();
  private final App app =
      new App(
          AppConfig.builder()
              .singleTeamBotToken("xoxb-1")
              .requestVerificationEnabled(false)
              .allEventsApiAutoAckEnabled(true)
              .build(),
          Slack.getInstance(),
          List.of());
  private final AtomicInteger handled = new AtomicInteger();
  private SocketServer slack = new SocketServer();
  private SlackClients clients = new SlackClients(slack.api(), "xoxb-1");
  private SocketMode mode = mode();

  private SocketMode mode() {
    return new SocketMode(
        clients,
        "xapp-1-token",
        new Intake(app, Set.of("tips"), Clock.systemUTC(), metrics),
        Clock.systemUTC());
  }

  /** The same with a Slack of another temper. */
  private void facing(SocketServer other) {
    slack.close();
    clients.close();
    slack = other;
    clients = new SlackClients(slack.api(), "xoxb-1");
    mode = mode();
  }

  @AfterEach
  void close() {
    mode.close();
    clients.close();
    slack.close();
    metrics.close();
  }

  private static Map<String, String> command(String text) {
    return Map.of(
        "command",
        "/buyin",
        "text",
        text,
        "team_id",
        "T1",
        "user_id",
        "U1",
        "channel_id",
        "C1",
        "trigger_id",
        "1.2");
  }

  private static Map<String, Object> event(String id) {
    return Map.of(
        "type",
        "event_callback",
        "event_id",
        id,
        "team_id",
        "T1",
        "api_app_id",
        "A1",
        "event",
        Map.of("type", "app_mention", "user", "U1", "text", "hi", "channel", "C1"));
  }

  private SocketServer.Said answer(String envelopeId) {
    await().until(() -> slack.answerTo(envelopeId).isPresent());
    return slack.answerTo(envelopeId).orElseThrow();
  }

  @Test
  void a_command_is_answered_in_its_acknowledgement() {
    app.command(
        "/buyin", (request, context) -> context.ack("naïve — " + request.getPayload().getText()));
    mode.start();

    slack.send(1, "slash_commands", "e1", command("tips ärzte"));

    assertThat(answer("e1").message().at("/payload/text").asText()).isEqualTo("naïve — tips ärzte");
    assertThat(mode.isConnected()).isTrue();
    assertThat(slack.opened().get(0).headers())
        .containsEntry("authorization", "Bearer xapp-1-token");
    assertThat(metrics.page())
        .contains("groundswell_requests_total{outcome=\"answered\",verb=\"tips\"} 1.0");
  }

  @Test
  void twenty_slow_commands_are_answered_ten_at_a_time() {
    CyclicBarrier ten = new CyclicBarrier(10);
    app.command(
        "/buyin",
        (request, context) -> {
          try {
            // Nobody gets further before ten are here.
            ten.await(120, TimeUnit.SECONDS);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
          return context.ack();
        });
    mode.start();

    for (int i = 0; i < 20; i++) {
      slack.send(1, "slash_commands", "slow" + i, command("tips"));
    }

    await().until(() -> slack.said().size() == 20);
  }

  @Test
  void a_click_a_form_and_an_event_are_acknowledged() {
    app.blockAction("tips.more", (request, context) -> context.ack());
    app.viewSubmission(
        "input.form", (request, context) -> context.ackWithErrors(Map.of("words", "Say more.")));
    app.event(
        AppMentionEvent.class,
        (payload, context) -> {
          handled.incrementAndGet();
          return context.ack();
        });
    mode.start();

    slack.send(
        1,
        "interactive",
        "click",
        Map.of(
            "type",
            "block_actions",
            "team",
            Map.of("id", "T1"),
            "user",
            Map.of("id", "U1"),
            "actions",
            List.of(Map.of("action_id", "tips.more", "type", "button"))));
    slack.send(
        1,
        "interactive",
        "form",
        Map.of(
            "type",
            "view_submission",
            "team",
            Map.of("id", "T1"),
            "user",
            Map.of("id", "U1"),
            "view",
            Map.of("id", "V1", "type", "modal", "callback_id", "input.form")));
    slack.send(1, "events_api", "event", event("Ev1"));

    assertThat(answer("click").message().has("payload")).isFalse();
    assertThat(answer("form").message().at("/payload/errors/words").asText())
        .isEqualTo("Say more.");
    assertThat(answer("event").message().has("payload")).isFalse();
    assertThat(handled).hasValue(1);
  }

  @Test
  void an_event_or_an_envelope_that_comes_again_is_acknowledged_and_not_handled_again() {
    app.command("/buyin", (request, context) -> context.ack("call " + handled.incrementAndGet()));
    app.event(
        AppMentionEvent.class,
        (payload, context) -> {
          handled.incrementAndGet();
          return context.ack();
        });
    mode.start();

    slack.send(1, "events_api", "first", event("Ev1"));
    slack.send(1, "events_api", "again", event("Ev1"));
    answer("first");
    answer("again");
    assertThat(handled).hasValue(1);

    slack.send(1, "slash_commands", "twin", command("tips"));
    slack.send(1, "slash_commands", "twin", command("tips"));
    await().until(() -> slack.said().size() == 4);
    assertThat(handled).hasValue(2);
    assertThat(slack.said().subList(2, 4))
        .allSatisfy(
            it -> assertThat(it.message().at("/payload/text").asText()).isEqualTo("call 2"));
  }

  @Test
  void an_event_whose_handling_failed_is_handled_when_it_comes_again() {
    app.event(
        AppMentionEvent.class,
        (payload, context) -> {
          if (handled.incrementAndGet() == 1) {
            throw new IllegalStateException("planted");
          }
          return context.ack();
        });
    mode.start();

    slack.send(1, "events_api", "first", event("Ev1"));
    await().until(() -> handled.get() == 1);
    slack.send(1, "events_api", "again", event("Ev1"));

    answer("again");
    assertThat(handled).hasValue(2);
    assertThat(slack.answerTo("first")).isEmpty();
  }

  @Test
  void slack_asks_for_a_new_connection_and_gets_it_before_the_old_one_ends() {
    app.command("/buyin", (request, context) -> context.ack("here"));
    mode.start();

    slack.sendRaw(1, "{\"type\":\"disconnect\",\"reason\":\"refresh_requested\"}");

    await().until(() -> slack.links() == 2 && !slack.isOpen(1));
    slack.send(2, "slash_commands", "e2", command("tips"));
    assertThat(answer("e2").link()).isEqualTo(2);
    assertThat(slack.opened()).hasSize(2);
    assertThat(mode.isConnected()).isTrue();
  }

  @Test
  void an_answer_whose_connection_broke_goes_by_the_next() {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    app.command(
        "/buyin",
        (request, context) -> {
          inside.countDown();
          awaited(goOn);
          return context.ack("late, but here");
        });
    mode.start();
    slack.send(1, "slash_commands", "e1", command("tips"));
    awaited(inside);

    slack.breakOff(1);
    await().until(() -> slack.links() == 2);
    goOn.countDown();

    assertThat(answer("e1").link()).isEqualTo(2);
  }

  @Test
  void it_tries_again_while_slack_is_in_trouble() throws Exception {
    facing(
        new SocketServer(
            call ->
                switch (call.number()) {
                  case 1 ->
                      Optional.of(
                          ScriptedSlack.json("{\"ok\":false,\"error\":\"internal_error\"}"));
                  case 2 -> Optional.of(ScriptedSlack.status(503, Map.of()));
                  case 3 -> Optional.of(ScriptedSlack.drop());
                  default -> Optional.empty();
                }));

    mode.start();
    assertThat(mode.isConnected()).isFalse();

    await().until(mode::isConnected);
    assertThat(slack.opened()).hasSize(4);
  }

  @Test
  void a_refused_token_stops_the_start_and_is_not_shown() throws Exception {
    facing(
        new SocketServer(
            call -> Optional.of(ScriptedSlack.json("{\"ok\":false,\"error\":\"invalid_auth\"}"))));

    assertThatThrownBy(mode::start)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("SLACK_APP_TOKEN was refused by Slack (invalid_auth);")
        .hasMessageNotContaining("xapp-1-token");
  }

  @Test
  void closing_answers_what_was_taken_and_takes_no_more() throws Exception {
    Semaphore inside = new Semaphore(0);
    CountDownLatch goOn = new CountDownLatch(1);
    app.command(
        "/buyin",
        (request, context) -> {
          handled.incrementAndGet();
          inside.release();
          awaited(goOn);
          return context.ack("done");
        });
    mode.start();
    for (int i = 0; i < 12; i++) {
      slack.send(1, "slash_commands", "taken" + i, command("tips"));
    }
    assertThat(inside.tryAcquire(10, 120, TimeUnit.SECONDS)).isTrue();

    CompletableFuture<Void> closing = CompletableFuture.runAsync(mode::close);
    assertThat(closing).isNotDone();
    goOn.countDown();
    closing.get(120, TimeUnit.SECONDS);

    await().until(() -> slack.said().size() == 12);
    await().until(() -> !slack.isOpen(1));
    assertThat(mode.isConnected()).isFalse();
    assertThat(slack.links()).isEqualTo(1);
  }

  private static void awaited(CountDownLatch latch) {
    try {
      assertThat(latch.await(120, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
