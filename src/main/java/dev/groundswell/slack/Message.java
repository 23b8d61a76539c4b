package dev.groundswell.slack;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;

/**
 * What the bot says.
 *
 * @param text the whole of it in words, for notifications and screen readers
 * @param blocks how it looks
 */
public record Message(String text, List<LayoutBlock> blocks) {
  private static final int LONGEST_TEXT = 3000;

  public Message {
    blocks = List.copyOf(blocks);
    text = Blocks.cut(text, LONGEST_TEXT);
  }

  /** One paragraph of mrkdwn. */
  public static Message of(String mrkdwn) {
    return new Message(mrkdwn, List.of(Blocks.section(mrkdwn)));
  }
}
