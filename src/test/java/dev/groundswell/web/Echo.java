package dev.groundswell.web;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
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
                new SlackDoor(signature, Echo::repeat, clock, why -> {}),
                new Health(databaseAnswers::get)));
    server.start();
  }

  /** Repeats the text of a command; one command is broken. */
  private static SlackDoor.Answer repeat(Map<String, List<String>> headers, String body) {
    String text = "";
    for (String pair : body.split("&")) {
      String value = URLDecoder.decode(pair.replaceFirst("^[^=]*=", ""), StandardCharsets.UTF_8);
      if (pair.startsWith("text=")) {
        text = value;
      } else if (pair.startsWith("command=") && value.equals("/broken")) {
        return new SlackDoor.Answer(500, "text/plain", "");
      }
    }
    return new SlackDoor.Answer(
        200, "application/json", "{\"text\":\"" + text.replace("\"", "\\\"") + "\"}");
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
