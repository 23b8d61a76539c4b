package dev.groundswell.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.kernel.UserId;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MrkdwnTest {
  private static final Pattern REFERENCE = Pattern.compile("<[^>]*>");
  private static final Pattern MARKED = Pattern.compile("(?<!\u2060)[*_~`]|[*_~`](?!\u2060)");

  /** What a person sees of it: the three entities resolved, invisible joiners not seen. */
  private static String seen(String mrkdwn) {
    return mrkdwn
        .replace("\u2060", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!channel> lunch",
        "<!everyone>",
        "<@U0PRIYA>",
        "<https://evil.example|your bank>",
        "<mailto:a@b.org|x>",
        "&lt;!channel&gt;",
        "&amp;lt;",
        "&",
        "<",
        "*bold* _italic_ ~struck~ `code`",
        "```\nblock\n```",
        "> quoted\n> lines",
        ">>> all of it",
        "a*b*c",
        "**",
        "* list",
        "snake_case_name",
        "{{ initiative }} {% if x %}",
        "👩‍⚕️ café ❤️",
        "line\nline",
        ""
      })
  void hostile_text_shows_as_it_was_typed_and_does_nothing(String typed) {
    String safe = Mrkdwn.escape(typed);

    assertThat(seen(safe)).isEqualTo(typed);
    assertThat(REFERENCE.matcher(safe).find()).isFalse();
    assertThat(safe).doesNotContain("<", ">");
    assertThat(safe.replaceAll("&(amp|lt|gt);", "")).doesNotContain("&");
    assertThat(MARKED.matcher(safe).find()).isFalse();
    assertThat(safe.length()).isLessThanOrEqualTo(5 * typed.length());
  }

  @Test
  void plain_text_is_left_alone() {
    assertThat(Mrkdwn.escape("The calls come too early.")).isEqualTo("The calls come too early.");
  }

  @Test
  void a_mention_is_one() {
    assertThat(Mrkdwn.mention(new UserId("U0PRIYA"))).hasToString("<@U0PRIYA>");
  }
}
