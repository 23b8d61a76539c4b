package dev.groundswell.initiative;

import dev.groundswell.kernel.ChannelId;
import dev.groundswell.kernel.WorkspaceId;

/** What is known of a channel that an initiative wants to be at home in, asked of Slack. */
@FunctionalInterface
public interface Channels {

  State find(WorkspaceId workspace, ChannelId channel);

  /** Whether a channel can be a home. */
  enum State {
    OPEN,
    /** Deleted, archived, or not to be seen. */
    GONE,
    /** The bot was not invited. */
    BOT_NOT_IN,
    /** People of other organisations are in it. */
    SHARED,
    /** A conversation between people, and no channel. */
    DIRECT,
    /** Slack can't be asked just now. */
    UNKNOWN
  }
}
