package dev.groundswell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundswell.config.Settings;
import dev.groundswell.db.DatabaseUrl;
import dev.groundswell.prompt.PromptFiles;
import dev.groundswell.web.PortInUse;
import dev.groundswell.web.Signature;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The whole bot, wired, with a Slack that can't be reached. */
@Timeout(120)
class BotTest {
  private static final String SECRET = "0123456789abcdef0123456789abcdef";
  private static final Pattern VERB = Pattern.compile("(?m)(?:^|\\\\n|\")`/buyin (\\w+)");

  private final SettableClock clock = SettableClock.at(Team.MONDAY_MORNING);
  private final HttpClient client = HttpClient.newHttpClient();

  private Bot bot(String database, int port) {
    Settings settings =
        new Settings(
            port,
            null,
            DatabaseUrl.parse("jdbc:h2:mem:" + database),
            SECRET,
            "xoxb-test",
            null,
            URI.create("http://127.0.0.1:1/api/"),
            null,
            null,
            null,
            null,
            Settings.Figures.OFF);
    return new Bot(
        settings, "127.0.0.1", PromptFiles.packaged(), clock, clock, new Random(7), List.of());
  }

  private String asks(Bot bot, String words) throws IOException, InterruptedException {
    String body =
        "command=%2Fbuyin&team_id=T0HERE&user_id=U0ANN&channel_id=C0CARE&trigger_id=1.2&text="
            + URLEncoder.encode(words, UTF_8);
    HttpResponse<String> answer = send(bot, "application/x-www-form-urlencoded", body);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  private HttpResponse<String> send(Bot bot, String type, String body)
      throws IOException, InterruptedException {
    String time = String.valueOf(clock.instant().getEpochSecond());
    return client.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + bot.port() + "/slack/events"))
            .header("Content-Type", type)
            .header("X-Slack-Request-Timestamp", time)
            .header(
                "X-Slack-Signature", new Signature(SECRET, clock).sign(time, body.getBytes(UTF_8)))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString(UTF_8));
  }

  @Test
  void an_event_that_nobody_listens_to_is_acknowledged_so_that_slack_does_not_repeat_it()
      throws Exception {
    try (Bot bot = bot("events", 0)) {
      bot.start();
      String event =
          """
          {"type":"event_callback","team_id":"T0HERE","api_app_id":"A0","event_id":"Ev1",
           "event":{"type":"reaction_added","user":"U0ANN","reaction":"ear","event_ts":"1.2",
           "item":{"type":"message","channel":"C0CARE","ts":"1.1"}}}
          """;

      assertThat(send(bot, "application/json", event).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void a_signed_body_that_means_nothing_is_answered_all_the_same() throws Exception {
    try (Bot bot = bot("nonsense", 0)) {
      bot.start();
      for (String body : List.of("", "{", "payload=%7B", "payload={\"type\":\"nonsense\"}")) {
        HttpResponse<String> answer = send(bot, "application/x-www-form-urlencoded", body);
        assertThat(answer.statusCode()).as(body).isBetween(200, 500);
        assertThat(answer.body()).doesNotContain("Exception", "\tat ");
      }
      assertThat(asks(bot, "help")).contains("Groundswell");
    }
  }

  @Test
  void every_verb_has_its_line_and_its_help_in_full() throws Exception {
    try (Bot bot = bot("verbs", 0)) {
      bot.start();
      String overview = asks(bot, "");
      List<String> verbs =
          VERB.matcher(overview).results().map(it -> it.group(1)).distinct().toList();

      assertThat(verbs).contains("tips", "input", "inputs", "initiative", "sponsor", "digest");
      for (String verb : verbs) {
        assertThat(asks(bot, "help " + verb)).as(verb).contains("*`/buyin " + verb);
      }
    }
  }

  @Test
  void what_it_knows_it_says_also_when_slack_cannot_be_reached() throws Exception {
    try (Bot bot = bot("silent", 0)) {
      bot.start();

      assertThat(asks(bot, "tips docs")).contains("You could say");
      assertThat(asks(bot, "initiative Diabetes outreach")).contains("has begun");
      assertThat(asks(bot, "input \"Too early\" from Ben")).contains("Too early", "Ben");
      assertThat(asks(bot, "inputs")).contains("Too early");
    }
  }

  @Test
  void a_port_in_use_starts_nothing() {
    try (Bot first = bot("first", 0)) {
      first.start();
      try (Bot second = bot("second", first.port())) {
        assertThatThrownBy(second::start).isInstanceOf(PortInUse.class);
      }
    }
  }
}
