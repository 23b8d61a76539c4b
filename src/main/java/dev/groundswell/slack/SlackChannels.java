package dev.groundswell.slack;

import com.slack.api.methods.SlackApiException;
import com.slack.api.model.Conversation;
import dev.groundswell.initiative.Channels;
import dev.groundswell.kernel.ChannelId;
import dev.groundswell.kernel.WorkspaceId;
import java.io.IOException;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks Slack about a channel, by conversations.info. */
public final class SlackChannels implements Channels {
  private static final Logger LOG = LoggerFactory.getLogger(SlackChannels.class);
  private static final Set<String> GONE =
      Set.of("channel_not_found", "channel_is_archived", "is_archived");

  private final SlackClients clients;

  public SlackChannels(SlackClients clients) {
    this.clients = clients;
  }

  @Override
  public State find(WorkspaceId workspace, ChannelId channel) {
    try {
      var answer = clients.quick().conversationsInfo(request -> request.channel(channel.value()));
      if (answer.isOk()) {
        return state(answer.getChannel());
      }
      LOG.warn("conversations.info answered {}", answer.getError());
      return GONE.contains(answer.getError()) ? State.GONE : State.UNKNOWN;
    } catch (IOException | SlackApiException e) {
      LOG.warn("Slack could not be asked about a channel: {}", e.getClass().getSimpleName());
      return State.UNKNOWN;
    }
  }

  private static State state(Conversation channel) {
    if (channel.isIm() || channel.isMpim()) {
      return State.DIRECT;
    }
    if (channel.isArchived()) {
      return State.GONE;
    }
    if (channel.isExtShared()) {
      return State.SHARED;
    }
    return channel.isMember() ? State.OPEN : State.BOT_NOT_IN;
  }
}
