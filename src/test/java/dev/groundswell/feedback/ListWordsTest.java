package dev.groundswell.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.feedback.InputList.Decisions;
import dev.groundswell.feedback.InputList.Tab;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ListWordsTest {

  @Test
  void nothing_typed_means_who_waits() {
    assertThat(ListWords.read("  ").list()).isEqualTo(InputList.FIRST);
  }

  @Test
  void words_come_in_any_order() {
    InputList expected =
        InputList.FIRST.tab(Tab.OVERDUE).decisions(Decisions.UNDECIDED).onlyMine(true);

    assertThat(ListWords.read("overdue undecided mine").list()).isEqualTo(expected);
    assertThat(ListWords.read("Mine, only undecided, OVERDUE").list()).isEqualTo(expected);
  }

  @Test
  void a_round_stands_last_with_its_name() {
    ListWords read = ListWords.read("told round Spring survey 2026");

    assertThat(read.round()).contains("Spring survey 2026");
    assertThat(read.list().tab()).isEqualTo(Tab.TOLD);
    assertThat(ListWords.read("round “Spring survey”").round()).contains("Spring survey");
  }

  @Test
  void a_page_is_counted_from_one() {
    assertThat(ListWords.read("page 3 told").list())
        .isEqualTo(InputList.FIRST.tab(Tab.TOLD).page(2));
    assertThat(ListWords.read("page 3").list().page()).isEqualTo(2);
    assertThat(ListWords.read("page 0").list().page()).isZero();
  }

  @Test
  void what_is_no_such_word_is_told() {
    assertThat(ListWords.read("told by @ann").unknown()).containsExactly("by", "@ann");
  }

  @Test
  void a_list_survives_its_way_through_a_button() {
    InputList list =
        InputList.FIRST
            .tab(Tab.UNREACHABLE)
            .decisions(Decisions.DECIDED)
            .round(new UUID(3, 4))
            .onlyMine(true)
            .page(7);

    assertThat(InputList.read(list.toText())).isEqualTo(list);
    assertThat(InputList.read(InputList.FIRST.toText())).isEqualTo(InputList.FIRST);
  }
}
