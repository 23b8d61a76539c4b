package dev.groundswell.sandbox.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MrkdwnTest {
  static final Names NAMES =
      new Names() {
        @Override
        public Optional<String> person(String id) {
          return id.equals("U1") ? Optional.of("Ann <b>") : Optional.empty();
        }

        @Override
        public Optional<String> channel(String id) {
          return id.equals("C1") ? Optional.of("outreach") : Optional.empty();
        }

        @Override
        public Map<String, String> people() {
          return Map.of("U1", "Ann <b>");
        }

        @Override
        public Map<String, String> channels() {
          return Map.of("C1", "#outreach");
        }
      };

  static Mrkdwn mrkdwn() {
    return new Mrkdwn(NAMES, ZoneId.of("America/Chicago"), LocalDate.of(2026, 11, 22));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*bold* and _italic_ and ~gone~ | <strong>bold</strong> and <em>italic</em> and <s>gone</s>",
        "2 * 3 * 4 and snake_case_name | 2 * 3 * 4 and snake_case_name",
        "*_both_* | <strong><em>both</em></strong>",
        "`*code* <x>` | <code>*code* &lt;x&gt;</code>",
        "a &lt;b&gt; &amp; 'c' | a &lt;b&gt; &amp; &#39;c&#39;",
        ":tada: :no_such_thing: | 🎉 :no_such_thing:",
      })
  void what_people_write_looks_as_in_slack(String written, String html) {
    assertThat(mrkdwn().html(written)).isEqualTo(html);
  }

  @Test
  void links_mentions_and_dates_are_read_as_words() {
    assertThat(mrkdwn().html("<https://example.com/?a=1&amp;b=2|the page>"))
        .isEqualTo(
            "<a href=\"https://example.com/?a=1&amp;b=2\" target=\"_blank\""
                + " rel=\"noopener noreferrer\">the page</a>");
    assertThat(mrkdwn().html("<@U1> <@U2|bob> <#C1> <!channel>"))
        .isEqualTo(
            "<span class=\"mention\">@Ann &lt;b&gt;</span> <span class=\"mention\">@bob</span>"
                + " <span class=\"mention\">#outreach</span> <span class=\"mention\">@channel</span>");
    assertThat(mrkdwn().html("<!date^1795360440^{date_pretty} at {time}|Sunday>"))
        .isEqualTo("<time datetime=\"2026-11-22T15:14:00Z\">today at 9:14 AM</time>");
    assertThat(mrkdwn().html("<!date^1795960440^{date_short_pretty}|later>"))
        .contains("Nov 29, 2026");
  }

  @Test
  void quotes_lines_and_code_keep_their_shape() {
    assertThat(mrkdwn().html("&gt; one\n&gt; two\nthree"))
        .isEqualTo("<blockquote>one<br>two</blockquote>three");
    assertThat(mrkdwn().html("a\n```\n*x* <y>\n```\nb"))
        .isEqualTo("a<br><pre><code>*x* &lt;y&gt;</code></pre><br>b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<script>alert(1)</script>",
        "<javascript:alert(1)|click>",
        "<https://x.example/\"onmouseover=\"alert(1)|click>",
        "<@U1|\"><img src=x onerror=alert(1)>>",
        "```</code></pre><script>alert(1)</script>```",
        "<!date^1^\"><script>alert(1)</script>|x>",
        "<data:text/html,<script>alert(1)</script>|x>",
      })
  void nothing_that_is_written_becomes_markup(String evil) {
    assertThat(mrkdwn().html(evil))
        .doesNotContain("<script", "<img", "href=\"javascript", "href=\"data", "\"onmouseover");
  }
}
