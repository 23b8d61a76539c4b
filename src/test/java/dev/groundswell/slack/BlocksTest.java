package dev.groundswell.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.block.composition.MarkdownTextObject;
import dev.groundswell.prompt.Mrkdwn;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlocksTest {
  private static final String EAR = "👂"; // two chars

  @Test
  void what_fits_is_left_alone() {
    assertThat(Blocks.cut("abcde", 5)).isEqualTo("abcde");
    assertThat(Blocks.cut("", 5)).isEmpty();
    assertThat(Blocks.cut("a &amp;", 7)).isEqualTo("a &amp;");
  }

  @Test
  void what_does_not_fit_ends_with_dots() {
    assertThat(Blocks.cut("abcdef", 5)).isEqualTo("abcd…");
    assertThat(Blocks.cut("ab", 1)).isEqualTo("…");
  }

  @Test
  void half_an_emoji_never_stands_at_the_end() {
    assertThat(Blocks.cut("abc" + EAR + "def", 5)).isEqualTo("abc…");
    assertThat(Blocks.cut("abc" + EAR + "def", 6)).isEqualTo("abc" + EAR + "…");
    assertThat(Blocks.cut(EAR + EAR, 2)).isEqualTo("…");
  }

  @Test
  void half_an_escaped_character_never_stands_at_the_end() {
    for (int longest = 3; longest < 7; longest++) {
      assertThat(Blocks.cut("ab&amp;cdefgh", longest)).isEqualTo("ab…");
    }
    assertThat(Blocks.cut("ab&amp;cdefgh", 8)).isEqualTo("ab&amp;…");
    assertThat(Blocks.cut("ab&lt;&gt;cdefgh", 8)).isEqualTo("ab&lt;…");
  }

  @Test
  void at_no_length_does_a_hostile_text_break() {
    String hostile = Mrkdwn.escape("a<b&" + EAR + ">*c*" + EAR + "&&<" + EAR);

    for (int longest = 1; longest <= hostile.length(); longest++) {
      String cut = Blocks.cut(hostile, longest);
      assertThat(cut).hasSizeLessThanOrEqualTo(longest);
      assertThat(cut.replaceAll("&(amp|lt|gt);", "")).doesNotContain("&");
      assertThat(cut.codePoints().anyMatch(it -> Character.getType(it) == Character.SURROGATE))
          .isFalse();
    }
  }

  @Test
  void slack_makes_no_links_of_what_was_typed() {
    MarkdownTextObject text = (MarkdownTextObject) Blocks.section("@channel example.org").getText();

    assertThat(text.getVerbatim()).isTrue();
  }

  @Test
  void the_text_of_a_message_is_cut_as_carefully() {
    String text = "a".repeat(2997) + "&amp;&amp;";

    assertThat(new Message(text, List.of()).text()).isEqualTo("a".repeat(2997) + "…");
  }
}
