package dev.groundswell.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.kernel.UserId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      textBlock =
          """
          plain words                              → plain words
          fish &amp; chips                         → fish & chips
          a &lt;b&gt; c                            → a <b> c
          &amp;lt;b&amp;gt;                        → &lt;b&gt;
          &lt;!channel&gt;                         → <!channel>
          thanks <@U0PRIYA|priya>!                 → thanks @priya!
          thanks <@U0PRIYA>                        → thanks @U0PRIYA
          in <#C0CARE|care>                        → in #care
          in <#C0CARE>                             → in #C0CARE
          in <#C0CARE|>                            → in #C0CARE
          <!here> all                              → @here all
          <!channel>                               → @channel
          <!everyone|everyone>                     → @everyone
          <!subteam^S0DOCS>                        → @S0DOCS
          <!subteam^S0DOCS|docs>                   → @docs
          <!subteam^S0DOCS|@docs>                  → @docs
          see <https://example.org/a?b=1>          → see https://example.org/a?b=1
          see <http://example.org|example.org>     → see example.org
          see <https://evil.example|example.org>   → see https://evil.example
          <mailto:ann@example.org|ann@example.org> → ann@example.org
          <https://example.org/?a=1&amp;b=2>       → https://example.org/?a=1&b=2
          5 < 6 and 7 > 3                          → 5 < 6 and 7 > 3
          costs $1 \\ visit                        → costs $1 \\ visit
          """)
  void what_slack_sends_reads_as_it_was_typed(String sent, String typed) {
    assertThat(SlackText.plain(sent)).isEqualTo(typed);
  }

  @Test
  void lines_and_blanks_stay() {
    assertThat(SlackText.plain("a\n\n  b\t")).isEqualTo("a\n\n  b\t");
    assertThat(SlackText.plain("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"<@U0PRIYA>", "<@U0PRIYA|priya>", " <@U0PRIYA|> ", "<@U0PRIYA|a b>"})
  void an_account_alone_is_found(String sent) {
    assertThat(SlackText.account(sent)).contains(new UserId("U0PRIYA"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "priya",
        "@priya",
        "&lt;@U0PRIYA&gt;",
        "<@U0PRIYA> and <@U0ANN>",
        "<#C0CARE|care>",
        "<@>",
        "<!subteam^S0DOCS>",
        "<@u0priya>",
        "dear <@U0PRIYA>"
      })
  void anything_else_is_no_account(String sent) {
    assertThat(SlackText.account(sent)).isEmpty();
  }
}
