package dev.groundswell.sandbox;

import static dev.groundswell.sandbox.OpenSandbox.CHANNEL;
import static dev.groundswell.sandbox.OpenSandbox.GENERAL;
import static dev.groundswell.sandbox.OpenSandbox.MAYA;
import static dev.groundswell.sandbox.OpenSandbox.last;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groundswell.sandbox.workspace.Trouble;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebApiTest {
  private OpenSandbox open;
  private SlackCall slack;

  @BeforeEach
  void open() throws Exception {
    Set<String> scopes = new HashSet<>(OpenSandbox.manifest().scopes());
    scopes.addAll(Set.of("chat:write", "im:write", "im:history", "users:read"));
    scopes.remove("channels:history");
    open = new OpenSandbox(OpenSandbox.manifest().with(scopes));
    slack = new SlackCall(open.sandbox);
  }

  @AfterEach
  void close() {
    open.close();
  }

  @Test
  void the_bot_learns_who_it_is() throws Exception {
    JsonNode answer = slack.call("auth.test");
    assertThat(answer.path("ok").asBoolean()).isTrue();
    assertThat(answer.path("team_id").asText()).isEqualTo("T0LAKESIDE");
    assertThat(answer.path("user_id").asText()).isEqualTo("U0GROUNDSW");
  }

  @Test
  void another_token_is_invalid_and_none_is_not_authed() throws Exception {
    assertThat(new SlackCall(open.sandbox.apiUrl(), "xoxb-other").error("auth.test"))
        .isEqualTo("invalid_auth");
    assertThat(new SlackCall(open.sandbox.apiUrl(), "").error("auth.test")).isEqualTo("not_authed");
  }

  @Test
  void an_unknown_method_is_named_so() throws Exception {
    assertThat(slack.error("chat.postNonsense")).isEqualTo("unknown_method");
  }

  @Test
  void a_method_outside_the_manifest_names_the_scope_it_needs() throws Exception {
    JsonNode answer = slack.call("conversations.history", "channel", CHANNEL);
    assertThat(answer.path("error").asText()).isEqualTo("missing_scope");
    assertThat(answer.path("needed").asText()).isEqualTo("channels:history");
    assertThat(answer.path("provided").asText()).contains("chat:write");
    assertThat(slack.error("team.info")).isEqualTo("missing_scope");
    assertThat(slack.error("usergroups.list")).isEqualTo("missing_scope");
  }

  @Test
  void a_channel_without_the_bot_answers_not_in_channel() throws Exception {
    assertThat(slack.error("chat.postMessage", "channel", GENERAL, "text", "hi"))
        .isEqualTo("not_in_channel");
  }

  @Test
  void an_archived_channel_takes_nothing_and_an_unknown_one_is_not_found() throws Exception {
    assertThat(slack.error("chat.postMessage", "channel", "C0OLDPILOT", "text", "hi"))
        .isEqualTo("is_archived");
    assertThat(slack.error("chat.postMessage", "channel", "C0NOWHERE", "text", "hi"))
        .isEqualTo("channel_not_found");
  }

  @Test
  void a_message_is_posted_changed_and_deleted() throws Exception {
    JsonNode posted = slack.call("chat.postMessage", "channel", CHANNEL, "text", "Hello");
    String ts = posted.path("ts").asText();
    assertThat(last(open.channel()).text()).isEqualTo("Hello");
    slack.call("chat.update", "channel", CHANNEL, "ts", ts, "text", "Hello all");
    assertThat(last(open.channel()).text()).isEqualTo("Hello all");
    assertThat(last(open.channel()).editedAt()).isNotNull();
    assertThat(slack.call("chat.delete", "channel", CHANNEL, "ts", ts).path("ok").asBoolean())
        .isTrue();
    assertThat(slack.error("chat.delete", "channel", CHANNEL, "ts", ts))
        .isEqualTo("message_not_found");
  }

  @Test
  void nobody_changes_what_another_has_said() throws Exception {
    String ts = last(open.channel()).ts();
    assertThat(slack.error("chat.update", "channel", CHANNEL, "ts", ts, "text", "x"))
        .isEqualTo("cant_update_message");
    assertThat(slack.error("chat.delete", "channel", CHANNEL, "ts", ts))
        .isEqualTo("cant_delete_message");
  }

  @Test
  void a_message_without_words_is_refused_and_so_are_wrong_blocks() throws Exception {
    assertThat(slack.error("chat.postMessage", "channel", CHANNEL)).isEqualTo("no_text");
    JsonNode answer =
        slack.call("chat.postMessage", "channel", CHANNEL, "blocks", "[{\"type\":\"dance\"}]");
    assertThat(answer.path("error").asText()).isEqualTo("invalid_blocks");
    assertThat(answer.path("response_metadata").path("messages").path(0).asText())
        .contains("/blocks/0")
        .contains("dance");
    String section = "{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"%s\"}}";
    String five = (section.formatted("x".repeat(2700)) + ",").repeat(5);
    assertThat(
            slack.error(
                "chat.postMessage",
                "channel",
                CHANNEL,
                "blocks",
                "[" + five.substring(0, five.length() - 1) + "]"))
        .isEqualTo("msg_blocks_too_long");
  }

  @Test
  void a_direct_message_is_opened_for_people_only() throws Exception {
    assertThat(slack.call("conversations.open", "users", MAYA).path("channel").path("id").asText())
        .isEqualTo("D0MAYA");
    assertThat(slack.error("conversations.open", "users", "U0NOBODY")).isEqualTo("user_not_found");
    assertThat(slack.error("conversations.open", "users", "U0DENISE")).isEqualTo("user_disabled");
    assertThat(slack.error("conversations.open", "users", "U0GROUNDSW")).isEqualTo("cannot_dm_bot");
  }

  @Test
  void the_history_shows_the_metadata_when_asked_and_never_what_is_ephemeral() throws Exception {
    slack.json(
        "chat.postMessage",
        """
        {"channel": "D0MAYA", "text": "one",
         "metadata": {"event_type": "groundswell", "event_payload": {"key": "abc"}}}
        """);
    slack.call("chat.postEphemeral", "channel", "D0MAYA", "user", MAYA, "text", "psst");
    JsonNode with =
        slack.call("conversations.history", "channel", "D0MAYA", "include_all_metadata", "true");
    assertThat(with.path("messages")).hasSize(1);
    JsonNode message = with.path("messages").path(0);
    assertThat(message.path("metadata").path("event_payload").path("key").asText())
        .isEqualTo("abc");
    JsonNode without = slack.call("conversations.history", "channel", "D0MAYA");
    assertThat(without.path("messages").path(0).has("metadata")).isFalse();
  }

  @Test
  void the_history_comes_page_by_page_newest_first() throws Exception {
    for (String text : new String[] {"one", "two", "three"}) {
      slack.call("chat.postMessage", "channel", "D0MAYA", "text", text);
    }
    JsonNode first = slack.call("conversations.history", "channel", "D0MAYA", "limit", "2");
    assertThat(first.path("messages").findValuesAsText("text")).containsExactly("three", "two");
    assertThat(first.path("has_more").asBoolean()).isTrue();
    String cursor = first.path("response_metadata").path("next_cursor").asText();
    JsonNode second =
        slack.call("conversations.history", "channel", "D0MAYA", "limit", "2", "cursor", cursor);
    assertThat(second.path("messages").findValuesAsText("text")).containsExactly("one");
    assertThat(second.path("has_more").asBoolean()).isFalse();
  }

  @Test
  void a_permalink_leads_to_the_page() throws Exception {
    String ts = last(open.channel()).ts();
    assertThat(
            slack
                .call("chat.getPermalink", "channel", CHANNEL, "message_ts", ts)
                .path("permalink")
                .asText())
        .endsWith("/archives/" + CHANNEL + "/p" + ts.replace(".", ""));
  }

  @Test
  void a_modal_needs_a_trigger_and_home_needs_none() throws Exception {
    String modal =
        """
        {"type":"modal","title":{"type":"plain_text","text":"Hi"},
         "blocks":[{"type":"divider"}]}
        """;
    assertThat(slack.error("views.open", "trigger_id", "1.2.3", "view", modal))
        .isEqualTo("invalid_trigger_id");
    String home = "{\"type\":\"home\",\"blocks\":[{\"type\":\"divider\"}]}";
    JsonNode published = slack.call("views.publish", "user_id", MAYA, "view", home);
    String hash = published.path("view").path("hash").asText();
    assertThat(slack.call("views.publish", "user_id", MAYA, "view", home, "hash", hash).path("ok"))
        .hasToString("true");
    assertThat(slack.error("views.publish", "user_id", MAYA, "view", home, "hash", hash))
        .isEqualTo("hash_conflict");
    assertThat(slack.error("views.update", "view_id", "V0", "view", modal)).isEqualTo("not_found");
  }

  @Test
  void posting_too_fast_is_told_to_wait() throws Exception {
    HttpResponse<String> answer = slack.response("api.test");
    for (int i = 0; i < 12 && answer.statusCode() == 200; i++) {
      answer = slack.response("chat.postMessage", "channel", "D0MAYA", "text", "n" + i);
    }
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
    assertThat(slack.error("chat.postMessage", "channel", "D0LUIS", "text", "x")).isEqualTo("none");
    open.slack().postingRate().limited(false);
    assertThat(slack.error("chat.postMessage", "channel", "D0MAYA", "text", "x")).isEqualTo("none");
  }

  @Test
  void trouble_comes_as_often_as_asked_and_then_goes() throws Exception {
    var troubles = open.slack().troubles();
    troubles.next(1, "chat.postMessage", new Trouble.RateLimited(Duration.ofSeconds(7)));
    troubles.next(1, "*", new Trouble.ServerError());
    troubles.next(1, "auth.test", new Trouble.Refusal("token_revoked"));
    String[] post = {"channel", "D0MAYA", "text", "hi"};
    HttpResponse<String> limited = slack.response("chat.postMessage", post);
    assertThat(limited.statusCode()).isEqualTo(429);
    assertThat(limited.headers().firstValue("Retry-After")).hasValue("7");
    assertThat(slack.response("chat.postMessage", post).statusCode()).isEqualTo(500);
    assertThat(slack.error("auth.test")).isEqualTo("token_revoked");
    assertThat(open.direct().all()).isEmpty();
    assertThat(troubles.left()).isZero();
    assertThat(slack.error("chat.postMessage", post)).isEqualTo("none");
  }

  @Test
  void a_dropped_answer_has_happened_all_the_same() {
    open.slack().troubles().next(1, "chat.postMessage", new Trouble.Dropped());
    assertThatThrownBy(() -> slack.call("chat.postMessage", "channel", "D0MAYA", "text", "hi"))
        .isInstanceOf(IOException.class);
    assertThat(open.direct().all()).hasSize(1);
  }

  @Test
  void a_slow_answer_comes_late() throws Exception {
    open.slack().troubles().next(1, "auth.test", new Trouble.Slow(Duration.ofMillis(400)));
    long before = System.nanoTime();
    assertThat(slack.error("auth.test")).isEqualTo("none");
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(390));
  }
}
