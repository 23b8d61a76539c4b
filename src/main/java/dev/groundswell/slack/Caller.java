package dev.groundswell.slack;

import dev.groundswell.kernel.ChannelId;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.people.People;
import dev.groundswell.people.Person;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, and from where.
 *
 * @param channel the conversation, also that from which a form was opened; null on the Home
 * @param channelName as {@code #name}, or empty where nothing can be shared: in direct messages, in
 *     a modal, on the Home
 */
public record Caller(
    WorkspaceId workspace,
    UserId user,
    @Nullable ChannelId channel,
    String channelName,
    People people) {

  /** The one who asks, with their zone; looked up only when it matters. */
  public Person person() {
    return people.get(workspace, user);
  }
}
