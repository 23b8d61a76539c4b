package dev.groundswell.slack;

import dev.groundswell.kernel.ChannelId;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.people.People;
import dev.groundswell.prompt.Words;
import org.jspecify.annotations.Nullable;

/** Makes out who asks, of what Slack sends. */
final class Callers {
  private final People people;
  private final Words words;

  Callers(People people, Words words) {
    this.people = people;
    this.words = words;
  }

  /** Somebody in a conversation. */
  Caller in(String workspace, String user, @Nullable String channel, @Nullable String name) {
    return caller(workspace, user, channel, name == null ? "" : channelName(name));
  }

  /** Somebody in a channel whose name Slack does not tell. */
  Caller inSomeChannel(String workspace, String user, String channel) {
    return caller(workspace, user, channel, words.plain("help.this-conversation"));
  }

  /** Somebody in a direct message, on the Home, or in a form that was opened from a channel. */
  Caller alone(String workspace, String user, @Nullable String channel) {
    return caller(workspace, user, channel, "");
  }

  private Caller caller(String workspace, String user, @Nullable String channel, String name) {
    WorkspaceId here = new WorkspaceId(workspace);
    people.isHere(here);
    return new Caller(
        here,
        new UserId(user),
        channel == null || channel.isEmpty() ? null : new ChannelId(channel),
        name,
        people);
  }

  /** {@code #name}; Slack has other words where there is no channel of that name. */
  private String channelName(String name) {
    if (name.isEmpty() || name.equals("directmessage")) {
      return "";
    }
    return name.equals("privategroup") || name.startsWith("mpdm-")
        ? words.plain("help.this-conversation")
        : "#" + name;
  }
}
