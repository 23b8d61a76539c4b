package dev.groundswell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.groundswell.db.Database;
import dev.groundswell.db.DatabaseUrl;
import dev.groundswell.slack.ScriptedSlack;
import dev.groundswell.web.Signature;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as it is started: a process of its own, without a locale. */
@Tag("jdk")
class ServeTest {
  private static final String SECRET = "8f742231b10e8888abcd99aaa00085a5";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private Path log() {
    return folder.resolve("log");
  }

  private String logged() {
    try {
      return Files.readString(log());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Process serve(Map<String, String> settings) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.groundswell.Main",
                "serve")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log().toFile());
    builder.environment().clear();
    builder.environment().putAll(settings);
    return builder.start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static HttpResponse<String> post(int port, String body) throws Exception {
    byte[] raw = body.getBytes(StandardCharsets.UTF_8);
    Signature signature = new Signature(SECRET, Clock.systemUTC());
    String timestamp = String.valueOf(Clock.systemUTC().instant().getEpochSecond());
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/slack/events"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Slack-Request-Timestamp", timestamp)
                .header("X-Slack-Signature", signature.sign(timestamp, raw))
                .POST(BodyPublishers.ofByteArray(raw))
                .build(),
            BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  @Test
  void it_answers_in_any_script_without_a_locale_and_stops_in_order() throws Exception {
    int port = freePort();
    try (ScriptedSlack slack =
        new ScriptedSlack(
            call -> ScriptedSlack.json("{\"ok\":false,\"error\":\"user_not_found\"}"))) {
      Map<String, String> settings = new HashMap<>();
      settings.put("PORT", String.valueOf(port));
      settings.put("SLACK_API_URL", slack.uri().toString());
      settings.put("SLACK_BOT_TOKEN", "xoxb-1");
      settings.put("SLACK_SIGNING_SECRET", SECRET);
      settings.put("ENCRYPTION_KEY", Team.ENCRYPTION_KEY);
      Process process = serve(settings);
      try {
        await().until(() -> !process.isAlive() || logged().contains("listens on port " + port));

        HttpResponse<String> answer =
            post(
                port,
                "command=/buyin&text=ärzte-健康-🌱&team_id=T1&user_id=U1&channel_id=C1&trigger_id=1");
        assertThat(answer.statusCode()).as(logged()).isEqualTo(200);
        assertThat(answer.body()).contains("ärzte-健康-🌱").contains("ephemeral");

        Path file = folder.resolve("data/groundswell.mv.db");
        long before = Files.size(file);
        process.destroy();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).as(logged()).isTrue();

        assertThat(process.exitValue()).isIn(0, 143);
        assertThat(logged()).doesNotContain("did not stop cleanly").doesNotContain("Exception");
        assertThat(Files.size(file)).isLessThanOrEqualTo(before);
        String url = "jdbc:h2:file:" + folder.resolve("data/groundswell");
        try (Database reopened = Database.open(DatabaseUrl.parse(url))) {
          assertThat(reopened.isMigrated()).isTrue();
        }
      } finally {
        process.destroyForcibly();
      }
    }
  }

  @Test
  void a_missing_setting_is_one_line() throws Exception {
    Process process = serve(Map.of("SLACK_BOT_TOKEN", "xoxb-1"));

    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();

    assertThat(process.exitValue()).isEqualTo(2);
    assertThat(logged().strip()).startsWith("SLACK_SIGNING_SECRET is missing").hasLineCount(1);
  }
}
