package dev.groundswell.crash;

import dev.groundswell.web.Signature;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** People who log input, each with a word of its own, and remember which of it was kept. */
final class Commands {
  static final Pattern WORD = Pattern.compile("zq\\d{6}zq");
  private static final int PEOPLE_AT_ONCE = 4;

  /** Of 25 inputs five belong to one person, and share a message if they are due at one tick. */
  private static final int SHARE = 25;

  private final List<Node> nodes;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final Signature signature = new Signature(Node.SECRET, Clock.systemUTC());
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger brokenOff = new AtomicInteger();
  private final Set<String> kept = ConcurrentHashMap.newKeySet();
  private final Set<String> owners = ConcurrentHashMap.newKeySet();

  Commands(List<Node> nodes) {
    this.nodes = nodes;
  }

  /** The words of the inputs that were acknowledged. */
  Set<String> kept() {
    return kept;
  }

  /** How many commands were cut off in the middle. */
  int brokenOff() {
    return brokenOff.get();
  }

  /** Begins to type, and goes on until so many inputs in all are acknowledged. */
  List<Thread> untilKept(int inputs) {
    return java.util.stream.IntStream.range(0, PEOPLE_AT_ONCE)
        .mapToObj(
            i -> {
              Thread typist = new Thread(() -> type(inputs), "typist-" + i);
              typist.setDaemon(true);
              typist.start();
              return typist;
            })
        .toList();
  }

  private void type(int inputs) {
    try {
      while (kept.size() < inputs) {
        int number = next.incrementAndGet();
        Node node = nodes.get(number % nodes.size());
        if (!node.isUp()) {
          TimeUnit.MILLISECONDS.sleep(20);
          continue;
        }
        String word = "zq%06dzq".formatted(number);
        String owner = number % 5 == 0 ? "UTEAM" + number / SHARE : "U" + number;
        String text = "input \"They said " + word + "\" from Resident " + number;
        // Only who takes part in an initiative records input: each has one of their own.
        if (!owners.contains(owner)) {
          if (!answered(node, owner, "initiative Of " + owner, "has begun|already an initiative")) {
            continue;
          }
          owners.add(owner);
        }
        if (answered(node, owner, text, word + "[\\s\\S]*I will remind you")) {
          kept.add(word);
        }
        // People pause, and a run has time for its kills.
        TimeUnit.MILLISECONDS.sleep(10);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Starts the initiative that all input belongs to. */
  void startInitiative() throws InterruptedException {
    if (!answered(nodes.get(0), "U0LEAD", "initiative Crash course", "has begun")) {
      throw new IllegalStateException("the initiative could not be started");
    }
  }

  private boolean answered(Node node, String user, String text, String expected)
      throws InterruptedException {
    node.asked.incrementAndGet();
    try {
      HttpResponse<String> answer =
          http.send(request(node, user, text), BodyHandlers.ofString(StandardCharsets.UTF_8));
      return answer.statusCode() == 200 && Pattern.compile(expected).matcher(answer.body()).find();
    } catch (ConnectException e) {
      return false;
    } catch (IOException e) {
      brokenOff.incrementAndGet();
      return false;
    } finally {
      node.asked.decrementAndGet();
    }
  }

  private HttpRequest request(Node node, String user, String text) {
    String body =
        "command=%2Fbuyin&team_id=T0CRASH&channel_id=C0CRASH&user_id="
            + user
            + "&trigger_id="
            + next.get()
            + "."
            + System.nanoTime()
            + "&response_url=http%3A%2F%2F127.0.0.1%3A1%2Fresponse&text="
            + URLEncoder.encode(text, StandardCharsets.UTF_8);
    String time = String.valueOf(Clock.systemUTC().instant().getEpochSecond());
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.port + "/slack/events"))
        .timeout(Duration.ofSeconds(60))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("X-Slack-Request-Timestamp", time)
        .header("X-Slack-Signature", signature.sign(time, body.getBytes(StandardCharsets.UTF_8)))
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  /** What a node says of its outbox and its reminders: how much is still to do. */
  double leftAt(Node node, boolean remindersToo) throws InterruptedException {
    try {
      String figures =
          http.send(
                  HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.port + "/metrics"))
                      .timeout(Duration.ofSeconds(10))
                      .build(),
                  BodyHandlers.ofString(StandardCharsets.UTF_8))
              .body();
      return figures
          .lines()
          .filter(
              line ->
                  line.startsWith("groundswell_outbox_messages{state=\"waiting\"}")
                      || line.startsWith("groundswell_outbox_messages{state=\"sending\"}")
                      || (remindersToo && line.startsWith("groundswell_reminders_overdue ")))
          .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
          .reduce(Double::sum)
          .orElse(Double.NaN);
    } catch (IOException e) {
      return Double.NaN;
    }
  }
}
