package dev.groundswell.sandbox;

import static dev.groundswell.sandbox.OpenSandbox.CHANNEL;
import static dev.groundswell.sandbox.OpenSandbox.MAYA;
import static dev.groundswell.sandbox.OpenSandbox.last;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.sandbox.workspace.Message;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommandsTest {
  private OpenSandbox open;

  @BeforeEach
  void open() throws Exception {
    open = new OpenSandbox();
  }

  @AfterEach
  void close() {
    open.close();
  }

  @Test
  void a_command_is_answered_to_whoever_gave_it() {
    open.types("/buyin tips docs");
    Message answer = last(open.channel());
    assertThat(answer.visibleTo()).isEqualTo(MAYA);
    assertThat(answer.blocks().toString()).contains("You said *tips docs*");
    assertThat(open.channel().seenBy("U0LUIS")).doesNotContain(answer);
  }

  @Test
  void an_answer_in_the_channel_is_seen_by_everybody() {
    open.types("/buyin aloud");
    assertThat(last(open.channel()).ephemeral()).isFalse();
  }

  @Test
  void an_empty_answer_says_nothing() {
    Message before = last(open.channel());
    open.types("/buyin nothing");
    assertThat(last(open.channel())).isEqualTo(before);
  }

  @Test
  void a_response_url_reaches_the_person() {
    open.types("/buyin later");
    assertThat(last(open.channel()).text()).isEqualTo("over the response URL");
    assertThat(last(open.channel()).visibleTo()).isEqualTo(MAYA);
  }

  @Test
  void mentions_links_and_signs_arrive_as_slack_escapes_them() {
    open.types("/buyin input \"a < b & c\" from @Priya Nair in #general see https://example.com.");
    assertThat(open.bot.heard)
        .contains(
            "command input \"a &lt; b &amp; c\" from <@U0PRIYA|priya> in <#C0GENERAL|general>"
                + " see <https://example.com>.");
  }

  @Test
  void a_first_name_is_enough_and_a_mail_address_is_a_link() {
    open.types("/buyin sponsor @tom tom.becker@lakeside.example");
    assertThat(open.bot.heard)
        .contains(
            "command sponsor <@U0TOM|tom>"
                + " <mailto:tom.becker@lakeside.example|tom.becker@lakeside.example>");
  }

  @Test
  void a_late_answer_is_a_timeout_to_the_person() {
    open.types("/buyin late");
    assertThat(last(open.channel()).text())
        .isEqualTo("/buyin failed with the error \"operation_timeout\"");
    assertThat(last(open.channel()).visibleTo()).isEqualTo(MAYA);
  }

  @Test
  void an_unknown_command_is_slacks_own_business() {
    open.types("/dance");
    assertThat(last(open.channel()).text()).startsWith("/dance is not a valid command");
    assertThat(open.bot.heard).isEmpty();
  }

  @Test
  void a_button_replaces_the_message_it_is_in() {
    open.types("/buyin hello");
    Message answer = last(open.channel());
    open.slack().clicks().inMessage(MAYA, CHANNEL, answer.ts(), "b1e1", Map.of());
    assertThat(last(open.channel()).text()).isEqualTo("All done");
    assertThat(last(open.channel()).ts()).isEqualTo(answer.ts());
  }
}
