package dev.groundswell.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.outbox.LookBack;
import dev.groundswell.outbox.Outgoing;
import dev.groundswell.outbox.SendResult;
import dev.groundswell.slack.ScriptedSlack.Reaction;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SlackSenderTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final UUID KEY = UUID.fromString("019ab000-0000-7000-8000-000000000001");
  private static final String OPEN = "conversations.open";
  private static final String POST = "chat.postMessage";
  private static final Reaction OPENED =
      ScriptedSlack.json("{\"ok\":true,\"channel\":{\"id\":\"D1\"}}");
  private static final Reaction POSTED =
      ScriptedSlack.json("{\"ok\":true,\"channel\":\"D1\",\"ts\":\"12.5\"}");

  private final Outgoing message =
      new Outgoing(
          new WorkspaceId("T1"),
          KEY,
          Outgoing.Medium.SLACK,
          "U1",
          1,
          NOON,
          List.of(new Outgoing.Item("reminder/1", "test.kind", KEY)));

  private ScriptedSlack slack = new ScriptedSlack(call -> OPENED);
  private SlackClients clients = clients(slack.uri());

  private static SlackClients clients(URI api) {
    return new SlackClients(api, "xoxb-1", Duration.ofMillis(200), Duration.ofMillis(500));
  }

  @AfterEach
  void close() {
    clients.close();
    slack.close();
  }

  /** A sender to a Slack that answers a post like this, and opens conversations gladly. */
  private SlackSender facing(Function<ScriptedSlack.Call, Reaction> onPost) {
    return facingAll(call -> call.method().equals(OPEN) ? OPENED : onPost.apply(call));
  }

  private SlackSender facingAll(Function<ScriptedSlack.Call, Reaction> script) {
    slack.close();
    slack = new ScriptedSlack(script);
    return to(slack.uri());
  }

  private SlackSender to(URI api) {
    clients.close();
    clients = clients(api);
    return new SlackSender(clients, List.of(new OneSentence()));
  }

  private int posts() {
    return slack.calls(POST).size();
  }

  @Test
  void a_message_that_was_posted_is_known_by_its_channel_and_time_and_carries_its_key() {
    SlackSender sender = facing(call -> POSTED);

    assertThat(sender.send(message, () -> true)).isEqualTo(new SendResult.Sent("D1/12.5"));

    assertThat(posts()).isEqualTo(1);
    String body = URLDecoder.decode(slack.calls(POST).get(0).body(), StandardCharsets.UTF_8);
    assertThat(body).contains(KEY.toString()).contains("It is due — naïvely.");
  }

  @ParameterizedTest
  @CsvSource({"7, 7", "soon, 30", "-1, 30"})
  void when_slack_asks_for_patience_it_gets_it(String retryAfter, long seconds) {
    SlackSender sender =
        facing(call -> ScriptedSlack.status(429, Map.of("Retry-After", retryAfter)));

    assertThat(sender.send(message, () -> true))
        .isEqualTo(new SendResult.TryAgain(Duration.ofSeconds(seconds), "Slack asks for patience"));
    assertThat(posts()).isEqualTo(1);
  }

  @Test
  void a_429_that_does_not_say_when_is_tried_after_half_a_minute() {
    SlackSender sender = facing(call -> ScriptedSlack.status(429, Map.of()));

    assertThat(sender.send(message, () -> true))
        .isInstanceOfSatisfying(
            SendResult.TryAgain.class,
            it -> assertThat(it.after()).isEqualTo(Duration.ofSeconds(30)));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void a_server_error_while_posting_says_nothing_about_whether_it_was_posted(int status) {
    SlackSender sender = facing(call -> ScriptedSlack.status(status, Map.of()));

    assertThat(sender.send(message, () -> true)).isInstanceOf(SendResult.Unknown.class);
    assertThat(posts()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503})
  void a_server_error_before_anything_was_posted_is_tried_again(int status) {
    SlackSender sender = facingAll(call -> ScriptedSlack.status(status, Map.of()));

    assertThat(sender.send(message, () -> true)).isInstanceOf(SendResult.TryAgain.class);
    assertThat(posts()).isZero();
  }

  @Test
  void patience_that_is_asked_for_while_opening_the_conversation_is_given_too() {
    SlackSender sender = facingAll(call -> ScriptedSlack.status(429, Map.of("Retry-After", "11")));

    assertThat(sender.send(message, () -> true))
        .isInstanceOfSatisfying(
            SendResult.TryAgain.class,
            it -> assertThat(it.after()).isEqualTo(Duration.ofSeconds(11)));
  }

  @Test
  void when_too_much_time_has_passed_nothing_is_posted() {
    SlackSender sender = facing(call -> POSTED);

    assertThat(sender.send(message, () -> false)).isEqualTo(SendResult.tooLate());
    assertThat(slack.calls(OPEN)).hasSize(1);
    assertThat(posts()).isZero();
  }

  @Test
  void a_post_that_is_not_answered_in_time_has_an_unknown_end_and_is_not_repeated() {
    SlackSender sender = facing(call -> ScriptedSlack.stall());

    assertThat(sender.send(message, () -> true)).isInstanceOf(SendResult.Unknown.class);
    assertThat(posts()).isEqualTo(1);
  }

  @Test
  void a_post_that_is_read_and_dropped_has_an_unknown_end_and_is_not_repeated() {
    SlackSender sender = facing(call -> ScriptedSlack.drop());

    assertThat(sender.send(message, () -> true)).isInstanceOf(SendResult.Unknown.class);

    // It went over the connection of conversations.open, the case in which OkHttp would repeat it.
    assertThat(posts()).isEqualTo(1);
    assertThat(slack.calls(POST).get(0).connection())
        .isEqualTo(slack.calls(OPEN).get(0).connection());
  }

  @Test
  void the_next_message_after_a_dropped_connection_goes_out_once() {
    SlackSender sender = facing(call -> call.number() == 2 ? ScriptedSlack.drop() : POSTED);

    assertThat(sender.send(message, () -> true)).isInstanceOf(SendResult.Sent.class);
    assertThat(sender.send(message, () -> true)).isInstanceOf(SendResult.Unknown.class);
    assertThat(sender.send(message, () -> true)).isInstanceOf(SendResult.Sent.class);
    assertThat(posts()).isEqualTo(3);
  }

  @Test
  void an_answer_that_is_not_json_has_an_unknown_end() {
    SlackSender sender = facing(call -> ScriptedSlack.json("<html>Busy</html>"));

    assertThat(sender.send(message, () -> true)).isInstanceOf(SendResult.Unknown.class);
    assertThat(posts()).isEqualTo(1);
  }

  @Test
  void while_something_else_answers_for_slack_nothing_is_posted_and_it_is_tried_again() {
    SlackSender sender = facingAll(call -> ScriptedSlack.json("<html>Log in</html>"));

    assertThat(sender.send(message, () -> true)).isInstanceOf(SendResult.TryAgain.class);
    assertThat(sender.lookBack(message)).isInstanceOf(LookBack.NotNow.class);
    assertThat(posts()).isZero();
  }

  @Test
  void nobody_listening_is_tried_again() throws IOException {
    int port;
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = taken.getLocalPort();
    }

    assertThat(to(URI.create("http://127.0.0.1:" + port + "/api/")).send(message, () -> true))
        .isInstanceOf(SendResult.TryAgain.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"user_not_found", "is_archived", "token_revoked"})
  void what_slack_refuses_for_good_is_given_up(String error) {
    SlackSender sender =
        facing(call -> ScriptedSlack.json("{\"ok\":false,\"error\":\"" + error + "\"}"));

    assertThat(sender.send(message, () -> true))
        .isEqualTo(new SendResult.GivenUp("Slack refused it: " + error));
  }

  @Test
  void an_error_that_may_pass_is_tried_again() {
    SlackSender sender =
        facing(call -> ScriptedSlack.json("{\"ok\":false,\"error\":\"internal_error\"}"));

    assertThat(sender.send(message, () -> true)).isInstanceOf(SendResult.TryAgain.class);
  }

  @Test
  void a_look_back_finds_the_message_by_its_key() {
    SlackSender sender =
        facing(
            call ->
                ScriptedSlack.json(
                    """
                    {"ok":true,"messages":[
                      {"type":"message","ts":"3.1","text":"other"},
                      {"type":"message","ts":"2.1","text":"it","metadata":{
                        "event_type":"groundswell_message","event_payload":{"key":"%s"}}}]}
                    """
                        .formatted(KEY)));

    assertThat(sender.lookBack(message)).isEqualTo(new LookBack.Found("D1/2.1"));
  }

  @Test
  void a_look_back_at_a_slack_in_trouble_decides_nothing() {
    assertThat(facing(call -> ScriptedSlack.status(503, Map.of())).lookBack(message))
        .isInstanceOf(LookBack.NotNow.class);
  }

  private static final class OneSentence implements Rendering {
    @Override
    public Set<String> kinds() {
      return Set.of("test.kind");
    }

    @Override
    public Rendered render(WorkspaceId workspace, Outgoing.Item item) {
      return new Rendered.Wanted(Message.of("It is due — naïvely."));
    }
  }
}
