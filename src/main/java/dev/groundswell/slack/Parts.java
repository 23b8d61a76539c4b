package dev.groundswell.slack;

import com.slack.api.model.block.DividerBlock;
import com.slack.api.model.block.LayoutBlock;
import dev.groundswell.slack.Feature.Reaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message that says several things, with a line between two. What is clicked in one of them
 * changes that one alone.
 */
final class Parts {
  private static final String BETWEEN = "between.";

  private Parts() {}

  /**
   * The line between two things.
   *
   * @param number of the thing that follows
   */
  static DividerBlock between(int number) {
    DividerBlock divider = Blocks.divider();
    divider.setBlockId(BETWEEN + number);
    return divider;
  }

  static boolean isOneOfSeveral(@Nullable List<LayoutBlock> blocks) {
    return blocks != null && blocks.stream().anyMatch(Parts::isBetween);
  }

  /** The message in which the thing with that block has become another; empty if it has none. */
  static Optional<Message> replace(List<LayoutBlock> blocks, String blockId, Message by) {
    int clicked = -1;
    for (int i = 0; i < blocks.size(); i++) {
      if (blockId.equals(blocks.get(i).getBlockId())) {
        clicked = i;
      }
    }
    if (clicked < 0) {
      return Optional.empty();
    }
    int from = clicked;
    while (from > 0 && !isBetween(blocks.get(from - 1))) {
      from--;
    }
    int to = clicked;
    while (to < blocks.size() - 1 && !isBetween(blocks.get(to + 1))) {
      to++;
    }
    List<LayoutBlock> all = new ArrayList<>(blocks.subList(0, from));
    all.addAll(by.blocks());
    all.addAll(blocks.subList(to + 1, blocks.size()));
    return Optional.of(new Message(by.text(), all));
  }

  /** The same reaction, changing only the thing that was clicked on. */
  static Reaction within(@Nullable List<LayoutBlock> blocks, String blockId, Reaction reaction) {
    if (reaction instanceof Reaction.Settle it) {
      return new Reaction.Replace(blocks == null ? it.message() : row(blocks, blockId, it));
    }
    if (blocks == null || !isOneOfSeveral(blocks)) {
      return reaction;
    }
    if (reaction instanceof Reaction.Replace it) {
      return new Reaction.Replace(replace(blocks, blockId, it.message()).orElse(it.message()));
    }
    return reaction instanceof Reaction.Answer it
        ? new Reaction.Answer(replace(blocks, blockId, it.message()).orElse(it.message()))
        : reaction;
  }

  private static Message row(List<LayoutBlock> blocks, String blockId, Reaction.Settle by) {
    List<LayoutBlock> all = new ArrayList<>();
    for (LayoutBlock block : blocks) {
      if (blockId.equals(block.getBlockId())) {
        all.addAll(by.message().blocks());
      } else {
        all.add(block);
      }
    }
    return new Message(by.message().text(), all);
  }

  private static boolean isBetween(LayoutBlock block) {
    return block.getBlockId() != null && block.getBlockId().startsWith(BETWEEN);
  }
}
