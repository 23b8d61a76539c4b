package dev.groundswell.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.view.View;
import dev.groundswell.Team;
import dev.groundswell.metrics.Metrics;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What Slack says when the app is removed, and that a request shows that it is back. */
class AppRemovedEventsTest {
  private static final URI NOWHERE = URI.create("http://localhost:1/api/");

  private final Team team = Team.assembles();
  private final Metrics metrics = new Metrics();
  private final SlackClients clients = new SlackClients(NOWHERE, "xoxb-test");
  private final Replies replies = new Replies(clients, NOWHERE);
  private final Feature home =
      new Feature() {
        @Override
        public Optional<BiFunction<Caller, Optional<Message>, View>> home() {
          return Optional.of((caller, answer) -> Blocks.notice("Home", "Close", "welcome"));
        }
      };
  private final Intake intake =
      new Intake(
          new SlackApp("xoxb-test", clients, team.people, Team.WORDS, replies, List.of(home)),
          team.clock,
          metrics);

  @AfterEach
  void close() {
    replies.close();
    clients.close();
    metrics.close();
    team.close();
  }

  private void hears(String event) {
    String body =
        "{\"type\":\"event_callback\",\"team_id\":\"T0HERE\",\"api_app_id\":\"A0\",\"event_id\":\"Ev"
            + UUID.randomUUID()
            + "\",\"event\":"
            + event
            + "}";
    intake.overHttp(Map.of("content-type", List.of("application/json")), body);
  }

  private void asks() {
    intake.overHttp(
        Map.of("content-type", List.of("application/x-www-form-urlencoded")),
        "command=%2Fbuyin&team_id=T0HERE&user_id=U0ANN&channel_id=C0CARE&trigger_id=1&text=");
  }

  @Test
  void a_workspace_that_removed_the_app_is_gone_until_somebody_asks_something() {
    hears("{\"type\":\"app_uninstalled\"}");
    assertThat(team.rows("departed")).isEqualTo(1);

    asks();
    assertThat(team.rows("departed")).isZero();
  }

  @Test
  void a_revoked_token_of_the_bot_counts_and_one_of_a_person_does_not() {
    hears("{\"type\":\"tokens_revoked\",\"tokens\":{\"oauth\":[\"U0ANN\"]}}");
    assertThat(team.rows("departed")).isZero();

    hears("{\"type\":\"tokens_revoked\",\"tokens\":{\"oauth\":[],\"bot\":[\"U0BOT\"]}}");
    assertThat(team.rows("departed")).isEqualTo(1);
  }
}
