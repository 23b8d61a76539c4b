package dev.groundswell.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.groundswell.web.SlackDoor.Answer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlackDoorTest {
  private final Clock clock = Clock.systemUTC();
  private final Signature signature = new Signature("8f742231b10e8888abcd99yyyzzz85a5", clock);
  private final AtomicInteger handled = new AtomicInteger();
  private final CountDownLatch inside = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final List<String> turnedAway = new CopyOnWriteArrayList<>();
  private final SlackDoor door =
      new SlackDoor(signature, (headers, body) -> answer(body), clock, turnedAway::add);
  private final WebServer server = new WebServer("127.0.0.1", 0, List.of(door));
  // One connection, kept alive, unless two requests overlap.
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private Answer answer(String body) {
    int number = handled.incrementAndGet();
    inside.countDown();
    if (body.contains("slow")) {
      try {
        assertThat(goOn.await(120, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return new Answer(200, "application/json", "{\"number\":" + number + "}");
  }

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    goOn.countDown();
    server.close();
  }

  private HttpRequest signed(String body) {
    String timestamp = String.valueOf(clock.instant().getEpochSecond());
    return unsigned(body)
        .header("X-Slack-Request-Timestamp", timestamp)
        .header(
            "X-Slack-Signature", signature.sign(timestamp, body.getBytes(StandardCharsets.UTF_8)))
        .build();
  }

  private HttpRequest.Builder unsigned(String body) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + SlackDoor.PATH))
        .POST(BodyPublishers.ofString(body));
  }

  private HttpResponse<String> send(HttpRequest request) throws Exception {
    return http.send(request, BodyHandlers.ofString());
  }

  @Test
  void a_request_that_comes_again_gets_the_same_answer_and_has_no_effect() throws Exception {
    HttpRequest request = signed("command=%2Fbuyin&trigger_id=1");

    HttpResponse<String> first = send(request);
    HttpResponse<String> again = send(request);

    assertThat(first.body()).isEqualTo("{\"number\":1}");
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body()).isEqualTo("{\"number\":1}");
    assertThat(again.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(handled).hasValue(1);
    assertThat(turnedAway).containsExactly("replayed");
    assertThat(send(signed("command=%2Fbuyin&trigger_id=2")).body()).isEqualTo("{\"number\":2}");
  }

  @Test
  void a_request_that_comes_again_meanwhile_waits_for_the_first() throws Exception {
    HttpRequest request = signed("slow");
    var first = http.sendAsync(request, BodyHandlers.ofString());
    assertThat(inside.await(120, TimeUnit.SECONDS)).isTrue();
    var again = http.sendAsync(request, BodyHandlers.ofString());
    await().until(() -> waitingForTheFirst() == 1);

    goOn.countDown();

    assertThat(first.get().body()).isEqualTo("{\"number\":1}");
    assertThat(again.get().body()).isEqualTo("{\"number\":1}");
    assertThat(handled).hasValue(1);
  }

  private static long waitingForTheFirst() {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(it -> it.getKey().getName().startsWith("http"))
        .filter(
            it -> List.of(it.getValue()).toString().contains("dev.groundswell.kernel.Once$Held"))
        .count();
  }

  @Test
  void an_unsigned_request_is_refused_and_reaches_nobody() throws Exception {
    HttpResponse<String> answer = send(unsigned("{\"type\":\"event_callback\"}").build());

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(handled).hasValue(0);
    assertThat(turnedAway).containsExactly("refused");
  }

  @Test
  void slack_may_check_the_certificate_unsigned() throws Exception {
    HttpResponse<String> answer = send(unsigned("ssl_check=1&token=abc").build());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(handled).hasValue(0);
    assertThat(send(unsigned("ssl_check=1&command=%2Fbuyin").build()).statusCode()).isEqualTo(401);
  }

  @Test
  void closing_answers_what_was_taken_and_sends_others_away() throws Exception {
    // A first connection that is idle when the server begins to stop.
    HttpClient other = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    assertThat(other.send(signed("quick"), BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    var slow = http.sendAsync(signed("slow"), BodyHandlers.ofString());
    await().until(() -> handled.get() == 2);

    HttpRequest lateRequest = signed("late");
    CompletableFuture<Void> closing = CompletableFuture.runAsync(server::close);
    await().until(server::isStopping);
    HttpResponse<String> late = other.send(lateRequest, BodyHandlers.ofString());

    assertThat(late.statusCode()).isEqualTo(503);
    assertThat(late.headers().firstValue("Connection")).contains("close");
    assertThat(closing).isNotDone();
    goOn.countDown();
    assertThat(slow.get(120, TimeUnit.SECONDS).body()).isEqualTo("{\"number\":2}");
    closing.get(120, TimeUnit.SECONDS);
    assertThat(handled).hasValue(2);
  }
}
