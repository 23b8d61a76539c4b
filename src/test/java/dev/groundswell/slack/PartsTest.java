package dev.groundswell.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.block.LayoutBlock;
import dev.groundswell.slack.Feature.Reaction;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartsTest {
  private static LayoutBlock block(String id) {
    var block = Blocks.section(id);
    block.setBlockId(id);
    return block;
  }

  private final List<LayoutBlock> three =
      List.of(
          block("one"),
          block("one-buttons"),
          Parts.between(1),
          block("two"),
          Blocks.divider(),
          block("two-buttons"),
          Parts.between(2),
          block("three"));

  private static List<String> ids(Message message) {
    return message.blocks().stream().map(it -> String.valueOf(it.getBlockId())).toList();
  }

  @Test
  void what_is_clicked_changes_alone() {
    assertThat(Parts.isOneOfSeveral(three)).isTrue();
    assertThat(ids(Parts.replace(three, "one-buttons", Message.of("done")).orElseThrow()))
        .containsExactly("null", "between.1", "two", "null", "two-buttons", "between.2", "three");
    assertThat(ids(Parts.replace(three, "two", Message.of("done")).orElseThrow()))
        .containsExactly("one", "one-buttons", "between.1", "null", "between.2", "three");
    assertThat(ids(Parts.replace(three, "three", Message.of("done")).orElseThrow()))
        .endsWith("two-buttons", "between.2", "null");
  }

  @Test
  void a_row_is_settled_and_all_around_it_stays() {
    Reaction settled = Parts.within(three, "two-buttons", new Reaction.Settle(Message.of("done")));
    assertThat(ids(((Reaction.Replace) settled).message()))
        .containsExactly(
            "one", "one-buttons", "between.1", "two", "null", "null", "between.2", "three");
    assertThat(Parts.within(null, "b", new Reaction.Settle(Message.of("done"))))
        .isInstanceOf(Reaction.Replace.class);
  }

  @Test
  void a_block_that_is_not_there_changes_nothing() {
    assertThat(Parts.replace(three, "four", Message.of("done"))).isEmpty();
  }

  @Test
  void a_line_of_a_features_own_makes_no_parts() {
    assertThat(Parts.isOneOfSeveral(List.of(block("one"), Blocks.divider(), block("two"))))
        .isFalse();
    assertThat(Parts.isOneOfSeveral(null)).isFalse();
  }
}
