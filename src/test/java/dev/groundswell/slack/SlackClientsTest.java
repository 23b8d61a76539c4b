package dev.groundswell.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SlackClientsTest {
  private static Set<Thread> cleaning() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(it -> it.getName().startsWith("slack-api-metrics"))
        .collect(Collectors.toSet());
  }

  @Test
  void no_thread_cleans_up_statistics_that_nobody_keeps() {
    Set<Thread> ofOthers = cleaning();
    SlackConfig config = new SlackConfig();
    assertThat(cleaning()).hasSizeGreaterThan(ofOthers.size());

    SlackClients.withoutStatistics(config);
    Slack.getInstance(config).methods("xoxb-1");

    await().untilAsserted(() -> assertThat(cleaning()).isSubsetOf(ofOthers));
  }
}
