package dev.groundswell.sandbox;

import static dev.groundswell.sandbox.OpenSandbox.CHANNEL;
import static dev.groundswell.sandbox.OpenSandbox.MAYA;
import static dev.groundswell.sandbox.OpenSandbox.last;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groundswell.sandbox.workspace.Message;
import dev.groundswell.sandbox.workspace.View;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InteractionsTest {
  private OpenSandbox open;
  private SlackCall slack;

  @BeforeEach
  void open() throws Exception {
    open = new OpenSandbox();
    slack = new SlackCall(open.sandbox);
  }

  @AfterEach
  void close() {
    open.close();
  }

  @Test
  void a_button_opens_a_modal() {
    assertThat(openForm().label("title")).isEqualTo("A form");
  }

  @Test
  void slack_itself_asks_for_what_is_required() {
    View form = openForm();
    submit(form, "");
    assertThat(top().errors()).containsEntry("name", "Please complete this required field.");
    assertThat(open.bot.heard).noneMatch(each -> each.startsWith("submitted"));
  }

  @Test
  void errors_of_the_bot_stand_under_their_fields_and_leave_with_the_next_try() {
    View form = openForm();
    submit(form, "wrong");
    assertThat(top().errors()).containsExactly(Map.entry("name", "Nobody has this name"));
    submit(form, "Ann");
    assertThat(open.slack().views().top(MAYA)).isEmpty();
    assertThat(open.bot.heard).contains("submitted wrong", "submitted Ann");
  }

  @Test
  void modals_stand_three_deep_and_no_deeper() {
    View first = openForm();
    submit(first, "push");
    View second = top();
    submit(second, "push");
    View third = top();
    assertThat(open.slack().views().open(MAYA)).containsExactly(third, second, first);
    assertThat(third.previousId()).isEqualTo(second.id());
    assertThat(third.rootId()).isEqualTo(first.id());
    submit(third, "push");
    assertThat(top().errors().get("")).contains("push_limit_reached");
    submit(third, "clear");
    assertThat(open.slack().views().top(MAYA)).isEmpty();
  }

  @Test
  void an_update_keeps_the_id_and_changes_the_hash() {
    View form = openForm();
    submit(form, "update");
    assertThat(top().id()).isEqualTo(form.id());
    assertThat(top().hash()).isNotEqualTo(form.hash());
  }

  @Test
  void closing_tells_the_bot_that_asked_for_it() {
    View form = openForm();
    open.slack().clicks().close(MAYA, form.id());
    assertThat(open.bot.heard).contains("closed form");
    assertThat(open.slack().views().top(MAYA)).isEmpty();
  }

  @Test
  void nobody_submits_the_form_of_another() {
    View form = openForm();
    assertThatThrownBy(() -> open.slack().clicks().submit("U0LUIS", form.id(), Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_trigger_works_once_and_for_three_seconds() throws Exception {
    String modal =
        "{\"type\":\"modal\",\"title\":{\"type\":\"plain_text\",\"text\":\"Hi\"},"
            + "\"blocks\":[{\"type\":\"divider\"}]}";
    open.types("/buyin nothing");
    String trigger = field("trigger_id");
    assertThat(slack.error("views.open", "trigger_id", trigger, "view", modal)).isEqualTo("none");
    assertThat(slack.error("views.open", "trigger_id", trigger, "view", modal))
        .isEqualTo("exchanged_trigger_id");
    open.types("/buyin nothing");
    open.sandbox.clock().advance(Duration.ofSeconds(4));
    assertThat(slack.error("views.open", "trigger_id", field("trigger_id"), "view", modal))
        .isEqualTo("expired_trigger_id");
  }

  @Test
  void a_response_url_works_five_times_in_half_an_hour() throws Exception {
    open.types("/buyin nothing");
    String url = field("response_url");
    for (int i = 0; i < 5; i++) {
      assertThat(respond(url, "{\"text\":\"again\"}").statusCode()).isEqualTo(200);
    }
    assertThat(respond(url, "{\"text\":\"again\"}").body()).contains("used_url");
    open.types("/buyin nothing");
    open.sandbox.clock().advance(Duration.ofMinutes(31));
    HttpResponse<String> late = respond(field("response_url"), "{\"text\":\"late\"}");
    assertThat(late.statusCode()).isEqualTo(404);
    assertThat(late.body()).contains("expired_url");
  }

  @Test
  void a_response_url_replaces_and_deletes_the_message_it_came_from() throws Exception {
    open.types("/buyin hello");
    Message answer = last(open.channel());
    open.slack().clicks().inMessage(MAYA, CHANNEL, answer.ts(), "b1e0", Map.of());
    String url = payload("block_actions").path("response_url").asText();
    respond(url, "{\"text\":\"changed\",\"replace_original\":true}");
    assertThat(last(open.channel()).text()).isEqualTo("changed");
    respond(url, "{\"delete_original\":true}");
    assertThat(open.channel().at(answer.ts())).isEmpty();
    assertThat(respond(url, "{\"blocks\":[{\"type\":\"dance\"}]}").body())
        .contains("invalid_blocks");
  }

  @Test
  void an_ephemeral_message_is_named_so_in_the_payload_and_not_repeated() throws Exception {
    open.types("/buyin hello");
    open.slack().clicks().inMessage(MAYA, CHANNEL, last(open.channel()).ts(), "b1e0", Map.of());
    JsonNode payload = payload("block_actions");
    assertThat(payload.path("container").path("is_ephemeral").asBoolean()).isTrue();
    assertThat(payload.has("message")).isFalse();
    assertThat(payload.path("actions").path(0).path("value").asText()).isEqualTo("7");
  }

  @Test
  void a_shortcut_carries_the_message() {
    Message said = last(open.channel());
    open.slack().clicks().shortcut(MAYA, "input.log", CHANNEL, said.ts());
    assertThat(open.bot.heard).contains("shortcut " + said.text());
    assertThat(top().label("title")).isEqualTo("A form");
  }

  @Test
  void the_bot_hears_direct_messages_and_answers_once() {
    open.slack().typing().say(MAYA, "D0MAYA", "hello <there> @luis");
    await()
        .untilAsserted(
            () ->
                assertThat(last(open.direct()).text())
                    .isEqualTo("You said: hello &lt;there&gt; <@U0LUIS>"));
    // Its own message comes back to it as an event, and it must not answer that.
    await().until(() -> open.bot.bodies.size() >= 2);
    assertThat(open.direct().all()).hasSize(2);
  }

  @Test
  void the_bot_hears_mentions_a_new_zone_and_who_looks_at_home() {
    open.types("@Groundswell are you there?");
    open.slack().typing().move(MAYA, ZoneId.of("Europe/Berlin"));
    open.slack().typing().openApp(MAYA, "home");
    await()
        .untilAsserted(
            () ->
                assertThat(open.bot.heard)
                    .contains(
                        "mention <@U0GROUNDSW> are you there?",
                        "zone Europe/Berlin",
                        "opened home"));
    await().until(() -> open.slack().views().home(MAYA).isPresent());
  }

  private View openForm() {
    open.types("/buyin hello");
    Message answer = last(open.channel());
    open.slack().clicks().inMessage(MAYA, CHANNEL, answer.ts(), "b1e0", Map.of());
    return top();
  }

  private View top() {
    return open.slack().views().top(MAYA).orElseThrow();
  }

  private void submit(View view, String name) {
    open.slack().clicks().submit(MAYA, view.id(), Map.of("b0", List.of(name)));
  }

  /** A field of the newest form that the bot was sent. */
  private String field(String name) {
    String body = open.bot.bodies.get(open.bot.bodies.size() - 1);
    for (String pair : body.split("&")) {
      if (pair.startsWith(name + "=")) {
        return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
      }
    }
    throw new AssertionError("no " + name + " in " + body);
  }

  private JsonNode payload(String type) throws Exception {
    JsonNode payload = SlackCall.json(field("payload"));
    assertThat(payload.path("type").asText()).isEqualTo(type);
    return payload;
  }

  private static HttpResponse<String> respond(String url, String json) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(url))
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
