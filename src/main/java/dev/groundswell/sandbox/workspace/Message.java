package dev.groundswell.sandbox.workspace;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A message in a conversation.
 *
 * @param author the id of a person or of the bot; {@link #SLACK} for Slack's own words
 * @param blocks never changed once here
 * @param visibleTo the one person who sees it, for an ephemeral message
 */
public record Message(
    String channel,
    String ts,
    String author,
    String text,
    ArrayNode blocks,
    @Nullable ObjectNode metadata,
    @Nullable String visibleTo,
    @Nullable String threadTs,
    @Nullable String editedAt) {

  /** The author of what Slack itself says. */
  public static final String SLACK = "USLACKBOT";

  public boolean ephemeral() {
    return visibleTo != null;
  }

  public boolean seenBy(String userId) {
    return visibleTo == null || visibleTo.equals(userId);
  }

  Message edited(String newText, ArrayNode newBlocks, @Nullable ObjectNode newMetadata, String at) {
    return new Message(
        channel, ts, author, newText, newBlocks, newMetadata, visibleTo, threadTs, at);
  }
}
