package dev.groundswell.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundswell.Classpath;
import dev.groundswell.SettableClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("jdk")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebServerTest {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String COMMAND =
      "command=%2Fbuyin&team_id=T0HERE&user_id=U0ANN&channel_id=C0CARE&trigger_id=1.2"
          + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fx&text=";

  private final SettableClock clock = SettableClock.at("2026-11-02T14:00:00Z");
  private final Echo echo = new Echo(clock);
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterAll
  void close() {
    echo.close();
  }

  @BeforeEach
  void reset() {
    clock.set("2026-11-02T14:00:00Z");
    echo.databaseAnswers.set(true);
  }

  private static URI at(int port, String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private static HttpRequest.Builder post(int port, byte[] body) {
    return HttpRequest.newBuilder(at(port, SlackDoor.PATH))
        .header("Content-Type", FORM)
        .POST(BodyPublishers.ofByteArray(body));
  }

  private HttpRequest.Builder signed(int port, byte[] body, Clock now) {
    String time = String.valueOf(now.instant().getEpochSecond());
    return post(port, body)
        .header("X-Slack-Request-Timestamp", time)
        .header("X-Slack-Signature", echo.signature.sign(time, body));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString(UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private HttpResponse<String> sendSigned(String body) {
    return send(signed(echo.port(), body.getBytes(UTF_8), clock));
  }

  private static void assertRefused(HttpResponse<String> answer, String sentence) {
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).isEqualTo(sentence + "\n");
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain;charset=utf-8");
  }

  @Test
  void a_signed_command_is_answered_by_bolt() {
    HttpResponse<String> answer = sendSigned(COMMAND + "tips");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"tips\"");
    assertThat(answer.headers().firstValue("Server")).isEmpty();
  }

  @Test
  void an_unsigned_request_is_refused_before_it_is_parsed() {
    assertRefused(
        send(post(echo.port(), "{\"type\":\"event_callback\"}".getBytes(UTF_8))),
        "The request is not signed.");
  }

  @Test
  void a_wrong_signature_is_refused() {
    byte[] body = (COMMAND + "tips").getBytes(UTF_8);
    byte[] other = (COMMAND + "tipz").getBytes(UTF_8);
    String time = String.valueOf(clock.instant().getEpochSecond());

    assertRefused(
        send(
            post(echo.port(), body)
                .header("X-Slack-Request-Timestamp", time)
                .header("X-Slack-Signature", echo.signature.sign(time, other))),
        "The signature does not fit; check SLACK_SIGNING_SECRET.");
  }

  @Test
  void a_stale_request_is_refused() {
    HttpRequest.Builder request = signed(echo.port(), COMMAND.getBytes(UTF_8), clock);
    clock.advance(Duration.ofSeconds(301));

    assertRefused(
        send(request), "The request is older than five minutes; check this machine's clock.");
  }

  @Test
  void a_request_from_the_future_is_refused() {
    HttpRequest.Builder request = signed(echo.port(), COMMAND.getBytes(UTF_8), clock);
    clock.advance(Duration.ofSeconds(-301));

    assertRefused(send(request), "The request comes from the future; check this machine's clock.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"now", "-5", "1e9", "99999999999999999999"})
  void a_malformed_time_is_refused(String time) {
    byte[] body = COMMAND.getBytes(UTF_8);

    assertRefused(
        send(
            post(echo.port(), body)
                .header("X-Slack-Request-Timestamp", time)
                .header("X-Slack-Signature", echo.signature.sign(time, body))),
        "The signature or its time can't be read.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE", "OPTIONS"})
  void only_post_comes_through_the_door(String method) {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(at(echo.port(), SlackDoor.PATH))
                .method(method, BodyPublishers.noBody()));

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).contains("POST");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/slack", "/slack/events/", "/slack/eventsx", "/healthz/x", "/.env"})
  void there_is_nothing_at_any_other_path(String path) {
    HttpResponse<String> answer = send(HttpRequest.newBuilder(at(echo.port(), path)).GET());

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).doesNotContainIgnoringCase("jetty");
  }

  @Test
  void an_event_that_nobody_listens_to_is_acknowledged_so_that_slack_does_not_repeat_it() {
    String event =
        """
        {"type":"event_callback","team_id":"T0HERE","api_app_id":"A0","event_id":"Ev1",
         "event":{"type":"reaction_added","user":"U0ANN","reaction":"ear","event_ts":"1.2",
         "item":{"type":"message","channel":"C0CARE","ts":"1.1"}}}
        """;

    HttpResponse<String> answer =
        send(
            signed(echo.port(), event.getBytes(UTF_8), clock)
                .setHeader("Content-Type", "application/json"));

    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void a_bug_behind_the_door_says_nothing_of_its_inside() {
    HttpResponse<String> answer = sendSigned(COMMAND.replace("buyin", "broken") + "secret");

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).doesNotContain("secret", "IllegalState", "a bug", "at dev.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "payload=%7B", "payload={\"type\":\"nonsense\"}", "ssl_check=1"})
  void a_signed_body_that_means_nothing_is_answered_all_the_same(String body) {
    HttpResponse<String> answer = sendSigned(body);

    assertThat(answer.statusCode()).isBetween(200, 500);
    assertThat(answer.body()).doesNotContain("Exception", "\tat ");
    assertThat(sendSigned(COMMAND + "tips").statusCode()).isEqualTo(200);
  }

  @Test
  void a_body_of_one_mebibyte_comes_through() {
    String text = "x".repeat((1 << 20) - COMMAND.length());

    assertThat(sendSigned(COMMAND + text).statusCode()).isEqualTo(200);
  }

  @Test
  void a_larger_body_is_refused_by_its_length_and_the_connection_is_closed() throws IOException {
    String answer =
        raw("POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 2097152\r\n\r\n", 0);

    assertThat(answer)
        .startsWith("HTTP/1.1 413 ")
        .containsIgnoringCase("Connection: close")
        .endsWith("The request is larger than 1 MiB.\n");
  }

  @Test
  void a_larger_body_in_chunks_is_refused_and_the_connection_is_closed() throws IOException {
    String answer =
        raw("POST /slack/events HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n", 32);

    assertThat(answer)
        .startsWith("HTTP/1.1 413 ")
        .containsIgnoringCase("Connection: close")
        .contains("The request is larger than 1 MiB.\n");
  }

  /** Sends the head and so many chunks of 64 KiB; what comes back until the other side closes. */
  private String raw(String head, int chunks) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), echo.port())) {
      socket.setSoTimeout(30_000);
      OutputStream out = socket.getOutputStream();
      out.write(head.getBytes(UTF_8));
      out.flush();
      try {
        for (int i = 0; i < chunks; i++) {
          out.write(("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(UTF_8));
        }
        out.flush();
      } catch (SocketException e) {
        // closed in the middle of it, as it should be
      }
      StringBuilder answer = new StringBuilder();
      byte[] buffer = new byte[8192];
      try {
        for (int n = socket.getInputStream().read(buffer);
            n >= 0;
            n = socket.getInputStream().read(buffer)) {
          answer.append(new String(buffer, 0, n, UTF_8));
        }
      } catch (SocketException e) {
        // a connection that is reset is closed too
      }
      return answer.toString();
    }
  }

  @Test
  void raw_utf_8_is_verified_by_its_bytes_on_a_machine_without_lang() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            Classpath.ofThisTest(),
            Echo.class.getName());
    builder.environment().keySet().removeIf(it -> it.equals("LANG") || it.startsWith("LC_"));
    builder.environment().put("LC_ALL", "C");
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    Process other = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (BufferedReader said =
        new BufferedReader(new InputStreamReader(other.getInputStream(), UTF_8))) {
      int port =
          said.lines()
              .filter(it -> it.startsWith("port "))
              .findFirst()
              .map(it -> Integer.parseInt(it.substring(5)))
              .orElseThrow();
      byte[] body = (COMMAND + "“Früher” 👂 予算").getBytes(UTF_8);

      HttpResponse<String> answer = send(signed(port, body, Clock.systemUTC()));

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("“Früher” 👂 予算");
    } finally {
      other.getOutputStream().close();
      other.destroy();
    }
  }

  @ParameterizedTest
  @CsvSource({"true, 200, ok", "false, 503, the database does not answer"})
  void health_is_whether_the_database_answers(boolean answers, int status, String words) {
    echo.databaseAnswers.set(answers);

    HttpResponse<String> answer = send(HttpRequest.newBuilder(at(echo.port(), "/healthz")).GET());

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).isEqualTo(words + "\n");
  }

  @Test
  void a_port_that_is_taken_is_one_sentence_that_says_what_to_do() {
    try (WebServer second = new WebServer("127.0.0.1", echo.port(), List.of())) {
      assertThatThrownBy(second::start)
          .isInstanceOf(PortInUse.class)
          .hasMessage(
              "PORT: another program already listens on "
                  + echo.port()
                  + "; stop it, or set PORT to another number.");
    }
    assertThat(sendSigned(COMMAND + "tips").statusCode()).isEqualTo(200);
  }

  @Test
  void after_its_close_nobody_is_let_in() {
    Echo other = new Echo(clock);
    int port = other.port();
    other.close();

    assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
        .isInstanceOf(IOException.class);
  }
}
