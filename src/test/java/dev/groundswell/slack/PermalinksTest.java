package dev.groundswell.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.kernel.ChannelId;
import dev.groundswell.slack.ScriptedSlack.Reaction;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The way back to a message, as Slack says it, or as well as it goes without Slack. */
class PermalinksTest {
  private static final String BUILT =
      "https://lakeside.slack.com/archives/C0CARE/p1793627000000100";

  private static String asked(Reaction reaction) throws Exception {
    try (ScriptedSlack slack = new ScriptedSlack(call -> reaction);
        SlackClients clients = new SlackClients(slack.uri(), "xoxb-test")) {
      String link =
          new Permalinks(clients).of("lakeside", new ChannelId("C0CARE"), "1793627000.000100");
      assertThat(slack.calls("chat.getPermalink"))
          .singleElement()
          .satisfies(
              call ->
                  assertThat(call.body())
                      .contains("channel=C0CARE", "message_ts=1793627000.000100"));
      return link;
    }
  }

  @Test
  void it_is_what_slack_says() throws Exception {
    String theirs = "https://lakeside.enterprise.slack.com/archives/C0CARE/p1?thread_ts=1&cid=C1";
    assertThat(asked(ScriptedSlack.json("{\"ok\":true,\"permalink\":\"" + theirs + "\"}")))
        .isEqualTo(theirs);
  }

  @Test
  void where_slack_refuses_it_is_put_together() throws Exception {
    assertThat(asked(ScriptedSlack.json("{\"ok\":false,\"error\":\"channel_not_found\"}")))
        .isEqualTo(BUILT);
    assertThat(asked(ScriptedSlack.status(429, Map.of("Retry-After", "30")))).isEqualTo(BUILT);
    assertThat(asked(ScriptedSlack.drop())).isEqualTo(BUILT);
  }

  @Test
  void a_deleted_message_has_none() throws Exception {
    assertThat(asked(ScriptedSlack.json("{\"ok\":false,\"error\":\"message_not_found\"}")))
        .isEmpty();
  }

  @Test
  void a_slow_slack_leaves_time_to_open_the_form() throws Exception {
    Instant start = Instant.now();
    assertThat(asked(ScriptedSlack.stall())).isEqualTo(BUILT);
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(2));
  }
}
