package dev.groundswell.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.slack.api.model.block.LayoutBlock;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.outbox.LookBack;
import dev.groundswell.outbox.Outbox;
import dev.groundswell.outbox.Outgoing;
import dev.groundswell.outbox.Pace;
import dev.groundswell.outbox.SendResult;
import dev.groundswell.sandbox.blocks.BlockKitValidator;
import dev.groundswell.slack.ScriptedSlack.Reaction;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("jdk")
class SlackSenderTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final UUID KEY = UUID.fromString("019ab000-0000-7000-8000-000000000001");
  private static final String OPEN = "conversations.open";
  private static final String POST = "chat.postMessage";
  private static final String HISTORY = "conversations.history";
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
    return new SlackSender(clients, Pace.unlimited(), List.of(new OneSentence()));
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
        .isEqualTo(new SendResult.TooFast(Duration.ofSeconds(seconds)));
    assertThat(posts()).isEqualTo(1);
  }

  @Test
  void a_429_that_does_not_say_when_is_tried_after_half_a_minute() {
    SlackSender sender = facing(call -> ScriptedSlack.status(429, Map.of()));

    assertThat(sender.send(message, () -> true))
        .isEqualTo(new SendResult.TooFast(Duration.ofSeconds(30)));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void a_server_error_while_posting_says_nothing_about_whether_it_was_posted(int status) {
    SlackSender sender = facing(call -> ScriptedSlack.status(status, Map.of()));

    assertThat(sender.send(message, () -> true)).isInstanceOf(SendResult.Unknown.class);
    assertThat(posts()).isEqualTo(1);
  }

  @Test
  void when_too_much_time_has_passed_nothing_is_posted() {
    SlackSender sender = facing(call -> POSTED);

    assertThat(sender.send(message, () -> false)).isEqualTo(SendResult.tooLate());
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
    SlackSender sender = facing(call -> call.number() == 1 ? POSTED : ScriptedSlack.drop());

    sender.send(message, () -> true);
    assertThat(sender.send(message, () -> true)).isInstanceOf(SendResult.Unknown.class);

    // It went over the connection of the first post, the case in which OkHttp would repeat it.
    assertThat(posts()).isEqualTo(2);
    assertThat(slack.calls(POST).get(1).connection())
        .isEqualTo(slack.calls(POST).get(0).connection());
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
  void while_something_else_answers_for_slack_nobody_knows_and_nothing_is_found() {
    SlackSender sender = facingAll(call -> ScriptedSlack.json("<html>Log in</html>"));

    assertThat(sender.send(message, () -> true)).isInstanceOf(SendResult.Unknown.class);
    assertThat(sender.lookBack(message)).isInstanceOf(LookBack.NotNow.class);
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
        facing(call -> ScriptedSlack.json("{\"ok\":false,\"error\":\"service_unavailable\"}"));

    assertThat(sender.send(message, () -> true)).isInstanceOf(SendResult.TryAgain.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"internal_error", "fatal_error"})
  void an_error_of_which_slack_says_that_some_may_have_happened_has_an_unknown_end(String error) {
    SlackSender sender =
        facing(call -> ScriptedSlack.json("{\"ok\":false,\"error\":\"" + error + "\"}"));

    assertThat(sender.send(message, () -> true)).isInstanceOf(SendResult.Unknown.class);
  }

  @Test
  void whoever_is_to_hear_of_a_message_hears_it_when_slack_lets_the_app_in_again() {
    SlackSender sender =
        facing(call -> ScriptedSlack.json("{\"ok\":false,\"error\":\"token_revoked\"}"));
    Outgoing notice =
        new Outgoing(
            message.workspace(),
            KEY,
            Outgoing.Medium.SLACK,
            "U1",
            1,
            NOON,
            List.of(new Outgoing.Item("undelivered/1", Outbox.UNDELIVERED, KEY)));

    assertThat(sender.send(notice, () -> true)).isInstanceOf(SendResult.TryAgain.class);
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
  void a_look_back_reads_page_after_page_to_when_the_message_was_made() {
    SlackSender sender =
        facing(
            call ->
                ScriptedSlack.json(
                    call.number() == 1
                        ? """
                          {"ok":true,"messages":[{"type":"message","ts":"3.1","text":"other"}],
                           "has_more":true,"response_metadata":{"next_cursor":"older"}}
                          """
                        : """
                          {"ok":true,"has_more":false,"messages":[
                            {"type":"message","ts":"2.1","text":"it","metadata":{
                              "event_type":"groundswell_message","event_payload":{"key":"%s"}}}]}
                          """
                            .formatted(KEY)));

    assertThat(sender.lookBack(message)).isEqualTo(new LookBack.Found("D1/2.1"));
    assertThat(slack.calls(HISTORY).get(0).body()).contains("oldest=1763");
    assertThat(slack.calls(HISTORY).get(1).body()).contains("cursor=older");
  }

  @Test
  void where_too_much_was_written_since_a_person_has_to_look() {
    SlackSender sender =
        facing(
            call ->
                ScriptedSlack.json(
                    """
                    {"ok":true,"messages":[{"type":"message","ts":"3.1","text":"other"}],
                     "has_more":true,"response_metadata":{"next_cursor":"older"}}
                    """));

    assertThat(sender.lookBack(message)).isInstanceOf(LookBack.NeverTells.class);
    assertThat(slack.calls(HISTORY)).hasSize(10);
  }

  @Test
  void a_channel_is_looked_through_as_it_is() {
    SlackSender sender =
        facing(call -> ScriptedSlack.json("{\"ok\":true,\"messages\":[],\"has_more\":false}"));
    Outgoing notice =
        new Outgoing(
            message.workspace(), KEY, Outgoing.Medium.SLACK, "C1", 1, NOON, message.items());

    assertThat(sender.lookBack(notice)).isEqualTo(new LookBack.NotThere());
    assertThat(slack.calls(OPEN)).isEmpty();
    assertThat(slack.calls(HISTORY).get(0).body()).contains("channel=C1");
  }

  @Test
  void a_look_back_at_a_slack_in_trouble_decides_nothing() {
    assertThat(facing(call -> ScriptedSlack.status(503, Map.of())).lookBack(message))
        .isInstanceOf(LookBack.NotNow.class);
  }

  /** Blocks for each practice, as a light contact has them. */
  private record Tall(int blocks, int characters) implements Rendering {
    @Override
    public Set<String> kinds() {
      return Set.of("test.tall");
    }

    @Override
    public Rendered render(WorkspaceId workspace, Outgoing.Item item) {
      String name = "Practice-" + item.subject().getLeastSignificantBits() + ".";
      List<LayoutBlock> all = new ArrayList<>();
      for (int i = 0; i < blocks; i++) {
        all.add(Blocks.section(name + "x".repeat(characters)));
      }
      return new Rendered.Wanted(new Message("Time for " + name, all));
    }
  }

  /** The blocks of the message in which so many things are said at once. */
  private ArrayNode posted(int due, Tall each) throws IOException {
    AtomicReference<String> body = new AtomicReference<>("");
    slack.close();
    slack =
        new ScriptedSlack(
            call -> {
              body.set(call.body());
              return POSTED;
            });
    clients.close();
    clients = clients(slack.uri());
    List<Outgoing.Item> items =
        IntStream.range(0, due)
            .mapToObj(i -> new Outgoing.Item("reminder/" + i, "test.tall", new UUID(1, i)))
            .toList();
    new SlackSender(clients, Pace.unlimited(), List.of(each))
        .send(
            new Outgoing(new WorkspaceId("T1"), KEY, Outgoing.Medium.SLACK, "U1", 1, NOON, items),
            () -> true);
    String blocks = body.get().split("&blocks=")[1].split("&")[0];
    ArrayNode read =
        (ArrayNode) new ObjectMapper().readTree(URLDecoder.decode(blocks, StandardCharsets.UTF_8));
    assertThat(new BlockKitValidator().message(read)).isEmpty();
    return read;
  }

  @ParameterizedTest
  @CsvSource({"1, 6, 1", "5, 6, 1", "6, 6, 1", "20, 6, 1", "120, 6, 1", "6, 3, 900", "9, 1, 2900"})
  void whatever_is_due_at_once_is_named_and_fits(int due, int blocks, int characters)
      throws IOException {
    String read = posted(due, new Tall(blocks, characters)).toString();

    for (int i = 0; i < due; i++) {
      assertThat(read).contains("Practice-" + i + ".");
    }
    boolean all = due * (blocks + 1) <= 36 && due * blocks * characters <= 9_000;
    assertThat(read.contains("And this is due too")).isEqualTo(!all);
  }

  @Test
  void what_not_even_a_line_is_left_for_is_counted() throws IOException {
    assertThat(posted(400, new Tall(6, 1)).toString()).containsPattern("… and 2\\d\\d more\\.");
  }

  private static final class OneSentence implements Rendering {
    @Override
    public Set<String> kinds() {
      return Set.of("test.kind", Outbox.UNDELIVERED);
    }

    @Override
    public Rendered render(WorkspaceId workspace, Outgoing.Item item) {
      return new Rendered.Wanted(Message.of("It is due — naïvely."));
    }
  }
}
