package dev.groundswell.web;

import com.slack.api.Slack;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** A server with the door, behind which a small Bolt app repeats what it was told. */
final class Echo implements AutoCloseable {
  static final String SECRET = "0123456789abcdef0123456789abcdef";

  final AtomicBoolean databaseAnswers = new AtomicBoolean(true);
  final Signature signature;
  private final WebServer server;

  Echo(Clock clock) {
    AppConfig config =
        AppConfig.builder()
            .singleTeamBotToken("xoxb-test")
            .requestVerificationEnabled(false)
            .allEventsApiAutoAckEnabled(true)
            .build();
    App app = new App(config, Slack.getInstance(), List.of());
    app.command("/buyin", (request, context) -> context.ack(request.getPayload().getText()));
    app.command(
        "/broken",
        (request, context) -> {
          throw new IllegalStateException("a bug");
        });
    signature = new Signature(SECRET, clock);
    server =
        new WebServer(
            "127.0.0.1",
            0,
            List.of(new SlackDoor(signature, app), new Health(databaseAnswers::get)));
    server.start();
  }

  int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.close();
  }

  /** In a process of its own, as on a machine without LANG; it ends with its standard input. */
  public static void main(String[] args) throws IOException {
    try (Echo echo = new Echo(Clock.systemUTC())) {
      System.out.println("port " + echo.port());
      while (System.in.read() >= 0) {
        // serving
      }
    }
  }
}
