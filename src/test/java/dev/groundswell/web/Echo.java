package dev.groundswell.web;

import dev.groundswell.web.SlackDoor.Answer;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** A server with the door, behind which somebody repeats what they were told. */
final class Echo implements AutoCloseable {
  static final String SECRET = "0123456789abcdef0123456789abcdef";

  final AtomicBoolean databaseAnswers = new AtomicBoolean(true);
  final Signature signature;
  private final WebServer server;

  Echo(Clock clock) {
    signature = new Signature(SECRET, clock);
    server =
        new WebServer(
            "127.0.0.1",
            0,
            List.of(
                new SlackDoor(signature, (headers, body) -> repeat(body), clock, turnedAway -> {}),
                new Health(databaseAnswers::get)));
    server.start();
  }

  private static Answer repeat(String body) {
    String text = body.replaceFirst("(?s)^.*&text=", "");
    return new Answer(200, "application/json; charset=utf-8", "{\"text\":\"" + text + "\"}");
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
