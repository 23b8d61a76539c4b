package dev.groundswell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.groundswell.config.Settings;
import dev.groundswell.config.SettingsReader;
import dev.groundswell.prompt.PromptFiles;
import dev.groundswell.slack.ScriptedSlack;
import dev.groundswell.web.Signature;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole bot, from whoever runs it. */
@Tag("jdk")
class OperationsTest {
  private static final String SECRET = "8f742231b10e8888abcd99aaa00085a5";

  private final ScriptedSlack slack =
      new ScriptedSlack(call -> ScriptedSlack.json("{\"ok\":false,\"error\":\"internal_error\"}"));
  private final HttpClient http = HttpClient.newHttpClient();
  private final Signature signature = new Signature(SECRET, Clock.systemUTC());

  private Bot bot = start();

  private Bot start(String... namesAndValues) {
    Map<String, String> settings = new HashMap<>();
    settings.put("SLACK_API_URL", slack.uri().toString());
    settings.put("SLACK_BOT_TOKEN", "xoxb-1");
    settings.put("SLACK_SIGNING_SECRET", SECRET);
    settings.put("ENCRYPTION_KEY", Team.ENCRYPTION_KEY);
    settings.put("DATABASE_URL", "jdbc:h2:mem:operations-" + System.identityHashCode(settings));
    for (int i = 0; i < namesAndValues.length; i += 2) {
      settings.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    settings.values().removeIf(String::isEmpty);
    Settings read = SettingsReader.of(settings, "").forServer();
    Bot started =
        new Bot(
            onAnyPort(read),
            "127.0.0.1",
            PromptFiles.packaged(),
            Clock.systemUTC(),
            Clock.systemUTC(),
            new Random(1),
            List.of());
    started.start();
    return started;
  }

  private static Settings onAnyPort(Settings it) {
    return new Settings(
        0,
        it.publicUrl(),
        it.database(),
        it.slackSigningSecret(),
        it.slackBotToken(),
        it.slackAppToken(),
        it.slackApiUrl(),
        it.slackMessagesPerMinute(),
        it.smtpUrl(),
        it.mailFrom(),
        it.mailReplyTo(),
        it.prompts(),
        it.figures(),
        it.encryptionKey(),
        it.imapUrl(),
        it.mailFolder(),
        14,
        5,
        Settings.USUAL_GRANT_LIMIT,
        false);
  }

  private void restart(String... namesAndValues) {
    bot.close();
    bot = start(namesAndValues);
  }

  @AfterEach
  void stop() {
    bot.close();
    slack.close();
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + bot.port() + path);
  }

  private HttpResponse<String> post(String body, String... headers) throws Exception {
    String timestamp = String.valueOf(Clock.systemUTC().instant().getEpochSecond());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri("/slack/events"))
            .header("X-Slack-Request-Timestamp", timestamp)
            .header(
                "X-Slack-Signature",
                signature.sign(timestamp, body.getBytes(StandardCharsets.UTF_8)))
            .POST(BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static String interactive(String json) {
    return "payload=" + URLEncoder.encode(json, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'block_actions','actions':[{'action_id':'gone.button','type':'button'}]}",
        "{'type':'block_actions','actions':[{'action_id':'tips.more','type':'button'},"
            + "{'action_id':'tips.more','type':'button'}]}",
        "{'type':'view_submission','view':{'id':'V1','type':'modal','callback_id':'gone.form'}}",
        "{'type':'view_closed','view':{'id':'V1','type':'modal','callback_id':'gone.form'}}",
        "{'type':'shortcut','callback_id':'gone.shortcut'}",
        "{'type':'message_action','callback_id':'gone.shortcut'}",
        "{'type':'a_kind_of_next_year'}",
      })
  void what_nobody_listens_to_is_acknowledged(String payload) throws Exception {
    String json =
        payload
            .replace('\'', '"')
            .replaceFirst("\\{", "{\"team\":{\"id\":\"T1\"},\"user\":{\"id\":\"U1\"},");

    HttpResponse<String> answer = post(interactive(json));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void suggestions_that_nobody_has_are_none() throws Exception {
    HttpResponse<String> answer =
        post(
            interactive(
                "{\"type\":\"block_suggestion\",\"action_id\":\"gone\",\"value\":\"x\","
                    + "\"team\":{\"id\":\"T1\"},\"user\":{\"id\":\"U1\"}}"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"options\":[]}");
  }

  @Test
  void an_event_that_nobody_wants_is_acknowledged_each_time_it_comes() throws Exception {
    String event =
        "{\"type\":\"event_callback\",\"event_id\":\"Ev1\",\"team_id\":\"T1\",\"event\":"
            + "{\"type\":\"emoji_changed\",\"subtype\":\"add\"}}";

    assertThat(post(event).statusCode()).isEqualTo(200);
    // A retry is signed anew; a space makes the signature differ within the same second.
    assertThat(
            post(event + " ", "X-Slack-Retry-Num", "1", "X-Slack-Retry-Reason", "http_timeout")
                .statusCode())
        .isEqualTo(200);
    assertThat(get("/metrics").body())
        .contains("groundswell_requests_total{outcome=\"answered\",verb=\"event\"} 1.0")
        .contains("groundswell_requests_total{outcome=\"repeated\",verb=\"event\"} 1.0");
  }

  @Test
  void slack_verifies_the_address() throws Exception {
    HttpResponse<String> answer =
        post("{\"type\":\"url_verification\",\"token\":\"x\",\"challenge\":\"3eZbrw1aB\"}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("3eZbrw1aB");
    assertThat(post("ssl_check=1&token=x").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"type\":\"event_callback\"}", "payload=%7B", "[]", "{"})
  void what_is_signed_and_broken_is_refused_and_the_bot_lives_on(String body) throws Exception {
    assertThat(post(body).statusCode()).isEqualTo(400);
    assertThat(get("/healthz").statusCode()).isEqualTo(200);
  }

  @Test
  void the_figures_tell_what_happened_and_nothing_that_was_typed() throws Exception {
    post("command=%2Fbuyin&text=tips+clinicians&team_id=T1&user_id=U1&channel_id=C1&trigger_id=1");
    post("command=%2Fbuyin&text=mysecret+thing&team_id=T1&user_id=U1&channel_id=C1&trigger_id=2");

    String page = get("/metrics").body();

    assertThat(page)
        .contains("groundswell_requests_total{outcome=\"answered\",verb=\"tips\"} 1.0")
        .contains("groundswell_requests_total{outcome=\"answered\",verb=\"unknown\"} 1.0")
        .contains("groundswell_ack_seconds_bucket{le=\"3.0\"} 2")
        .contains("groundswell_ack_seconds_count 2")
        .contains("groundswell_search_seconds_count 0")
        .contains("groundswell_outbox_messages{state=\"waiting\"} 0.0")
        .contains("groundswell_outbox_messages{state=\"given_up\"} 0.0")
        .contains("groundswell_reminders_waiting 0.0")
        .contains("groundswell_reminders_overdue 0.0")
        .contains("groundswell_database_connections{state=\"most\"} 16.0")
        .contains("jvm_memory_used_bytes")
        .contains("process_uptime_seconds")
        .doesNotContain("groundswell_database_file_bytes")
        .doesNotContain("mysecret");
  }

  @Test
  void a_file_of_h2_has_a_size(@TempDir Path folder) throws Exception {
    restart("DATABASE_URL", "jdbc:h2:file:" + folder.resolve("db"));

    assertThat(get("/metrics").body())
        .containsPattern("groundswell_database_file_bytes [1-9][0-9.E]+\n");
  }

  @Test
  void the_figures_are_for_whom_the_setting_says() throws Exception {
    assertThat(get("/metrics").statusCode()).isEqualTo(200);
    // A proxy on this machine asks for somebody elsewhere.
    assertThat(get("/metrics", "X-Forwarded-For", "192.0.2.1").statusCode()).isEqualTo(404);

    restart("METRICS", "open");
    assertThat(get("/metrics", "X-Forwarded-For", "192.0.2.1").statusCode()).isEqualTo(200);

    restart("METRICS", "off");
    assertThat(get("/metrics").statusCode()).isEqualTo(404);
  }

  @Test
  void it_is_ready_when_every_part_is() throws Exception {
    await().until(() -> get("/readyz").statusCode() == 200);

    assertThat(get("/readyz").body())
        .isEqualTo("database: answers\nmigrations: applied\nticks: run\n");
  }

  @Test
  void with_socket_mode_on_and_not_connected_it_lives_but_is_not_ready() throws Exception {
    restart("SLACK_APP_TOKEN", "xapp-1-A1", "SLACK_SIGNING_SECRET", "");

    await().until(() -> get("/readyz").body().contains("ticks: run"));
    HttpResponse<String> ready = get("/readyz");
    assertThat(ready.statusCode()).isEqualTo(503);
    assertThat(ready.body()).contains("socket mode: not connected\n");
    assertThat(get("/healthz").statusCode()).isEqualTo(200);
    assertThat(post("command=%2Fbuyin&text=help").statusCode()).isEqualTo(404);
  }
}
