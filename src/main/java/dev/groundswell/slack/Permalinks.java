package dev.groundswell.slack;

import com.slack.api.methods.SlackApiException;
import dev.groundswell.kernel.ChannelId;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The address of a message, by chat.getPermalink. A form waits for it, so Slack is not given long;
 * when it is slow, or does not tell (the bot is not in that channel), the address is put together
 * as Slack does it for people of the workspace.
 */
final class Permalinks {
  private static final Logger LOG = LoggerFactory.getLogger(Permalinks.class);

  private final SlackClients clients;

  Permalinks(SlackClients clients) {
    this.clients = clients;
  }

  /**
   * @param domain of the workspace, as in {@code https://domain.slack.com}
   * @return empty if the message was deleted
   */
  String of(String domain, ChannelId channel, String ts) {
    try {
      var answer =
          clients.hasty().chatGetPermalink(asked -> asked.channel(channel.value()).messageTs(ts));
      if (answer.isOk() && answer.getPermalink() != null) {
        return answer.getPermalink();
      }
      LOG.info("chat.getPermalink answered {}", answer.getError());
      if ("message_not_found".equals(answer.getError())) {
        return "";
      }
    } catch (IOException | SlackApiException e) {
      LOG.info("Slack could not be asked for an address: {}", e.getClass().getSimpleName());
    }
    return "https://" + domain + ".slack.com/archives/" + channel.value() + "/p" + digits(ts);
  }

  private static String digits(String ts) {
    return ts.replace(".", "");
  }
}
