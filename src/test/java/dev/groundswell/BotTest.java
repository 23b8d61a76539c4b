package dev.groundswell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundswell.config.Settings;
import dev.groundswell.config.Settings.Figures;
import dev.groundswell.db.DatabaseUrl;
import dev.groundswell.prompt.PromptFiles;
import dev.groundswell.web.PortInUse;
import dev.groundswell.web.Signature;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The whole bot, wired, with a Slack that can't be reached. */
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
            500,
            null,
            null,
            null,
            null,
            Figures.LOOPBACK,
            Team.KEYS,
            null,
            null,
            14,
            5,
            Settings.USUAL_GRANT_LIMIT,
            false);
    return new Bot(
        settings, "127.0.0.1", PromptFiles.packaged(), clock, clock, new Random(7), List.of());
  }

  private String asks(Bot bot, String words) throws IOException, InterruptedException {
    String body =
        "command=%2Fbuyin&team_id=T0HERE&user_id=U0ANN&channel_id=C0CARE&trigger_id="
            + UUID.randomUUID()
            + "&text="
            + URLEncoder.encode(words, UTF_8);
    String time = String.valueOf(clock.instant().getEpochSecond());
    var answer =
        client.send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + bot.port() + "/slack/events"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Slack-Request-Timestamp", time)
                .header(
                    "X-Slack-Signature",
                    new Signature(SECRET, clock).sign(time, body.getBytes(UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString(UTF_8));
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
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
