package dev.groundswell.sandbox;

import static dev.groundswell.sandbox.OpenSandbox.CHANNEL;
import static dev.groundswell.sandbox.OpenSandbox.MAYA;
import static dev.groundswell.sandbox.OpenSandbox.last;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever the sandbox says is called as Slack calls it: no field has a name of our own. */
class SlackSamplesTest {
  private OpenSandbox open;
  private SlackCall slack;

  @BeforeEach
  void open() throws Exception {
    Set<String> scopes = new HashSet<>(OpenSandbox.manifest().scopes());
    scopes.addAll(
        Set.of(
            "channels:history",
            "im:history",
            "channels:read",
            "im:read",
            "team:read",
            "usergroups:read",
            "files:read",
            "files:write"));
    open = new OpenSandbox(OpenSandbox.manifest().with(scopes));
    slack = new SlackCall(open.sandbox);
  }

  @AfterEach
  void close() {
    open.close();
  }

  @Test
  void the_answers_of_the_web_api_have_slacks_field_names() throws Exception {
    String home = "{\"type\":\"home\",\"blocks\":[{\"type\":\"divider\",\"block_id\":\"d\"}]}";
    String ts = compared("chat.postMessage", "channel", CHANNEL, "text", "hi").path("ts").asText();
    compared("chat.update", "channel", CHANNEL, "ts", ts, "text", "hi all");
    compared("chat.getPermalink", "channel", CHANNEL, "message_ts", ts);
    compared("conversations.history", "channel", CHANNEL, "include_all_metadata", "true");
    compared("chat.delete", "channel", CHANNEL, "ts", ts);
    compared("chat.postEphemeral", "channel", CHANNEL, "user", MAYA, "text", "hi");
    compared("auth.test");
    compared("users.info", "user", MAYA);
    compared("users.list");
    compared("team.info");
    compared("usergroups.list");
    compared("conversations.open", "users", MAYA, "return_im", "true");
    compared("conversations.info", "channel", CHANNEL, "include_num_members", "true");
    compared("conversations.members", "channel", CHANNEL);
    compared("views.publish", "user_id", MAYA, "view", home);
    String id =
        compared("files.getUploadURLExternal", "filename", "a.png", "length", "3")
            .path("file_id")
            .asText();
    assertThat(id).startsWith("F");
  }

  @Test
  void the_payloads_have_slacks_field_names() throws Exception {
    open.types("/buyin hello");
    Set<String> form = new TreeSet<>();
    for (String pair : open.bot.bodies.get(0).split("&")) {
      form.add(pair.substring(0, pair.indexOf('=')));
    }
    assertThat(sample("payload.SlashCommand").properties().stream().map(Map.Entry::getKey))
        .containsAll(form);
    slack.call(
        "chat.postMessage",
        "channel",
        CHANNEL,
        "text",
        "press",
        "blocks",
        "[{\"type\":\"actions\",\"elements\":[{\"type\":\"button\",\"action_id\":\"form.open\","
            + "\"text\":{\"type\":\"plain_text\",\"text\":\"Open\"}}]}]");
    open.slack().clicks().inMessage(MAYA, CHANNEL, last(open.channel()).ts(), "b0e0", Map.of());
    comparedPayload("payload.BlockAction", "block_actions");
    String view = open.slack().views().top(MAYA).orElseThrow().id();
    open.slack().clicks().submit(MAYA, view, Map.of("b0", List.of("wrong")));
    comparedPayload("payload.ViewSubmission", "view_submission");
    open.slack().clicks().close(MAYA, view);
    comparedPayload("payload.ViewClosed", "view_closed");
    open.slack().clicks().shortcut(MAYA, "input.log", CHANNEL, last(open.channel()).ts());
    comparedPayload("payload.MessageShortcut", "message_action");
  }

  @Test
  void the_events_have_slacks_field_names() throws Exception {
    open.slack().typing().say(MAYA, "D0MAYA", "hello");
    comparedEvent("payload.Message", "message", "");
    open.types("@Groundswell hello");
    comparedEvent("payload.AppMention", "app_mention", "");
    open.slack().typing().openApp(MAYA, "home");
    comparedEvent("payload.AppHomeOpened", "app_home_opened", "");
    open.slack().typing().move(MAYA, ZoneId.of("Europe/Berlin"));
    comparedEvent("payload.UserChange", "user_change", "");
    String ts =
        slack.call("chat.postMessage", "channel", "D0MAYA", "text", "a").path("ts").asText();
    slack.call("chat.update", "channel", "D0MAYA", "ts", ts, "text", "b");
    comparedEvent("payload.MessageChanged", "message", "message_changed");
    slack.call("chat.delete", "channel", "D0MAYA", "ts", ts);
    comparedEvent("payload.MessageDeleted", "message", "message_deleted");
  }

  private JsonNode compared(String method, String... fields) throws Exception {
    JsonNode answer = slack.call(method, fields);
    assertThat(answer.path("ok").asBoolean()).as(answer.toString()).isTrue();
    assertThat(unknown("", answer, sample("api." + method))).as(method).isEmpty();
    return answer;
  }

  private void comparedPayload(String sample, String type) throws Exception {
    String body = open.bot.bodies.get(open.bot.bodies.size() - 1);
    String text = URLDecoder.decode(body.substring("payload=".length()), StandardCharsets.UTF_8);
    JsonNode payload = SlackCall.json(text);
    assertThat(payload.path("type").asText()).isEqualTo(type);
    assertThat(unknown("", payload, sample(sample))).as(type).isEmpty();
  }

  private void comparedEvent(String sample, String type, String subtype) throws Exception {
    await().until(() -> !event(type, subtype).isMissingNode());
    JsonNode envelope = event(type, subtype);
    assertThat(unknown("", envelope, sample(sample))).as(type + " " + subtype).isEmpty();
  }

  private JsonNode event(String type, String subtype) throws Exception {
    for (String body : open.bot.bodies) {
      if (body.startsWith("{")) {
        JsonNode envelope = SlackCall.json(body);
        if (envelope.path("event").path("type").asText().equals(type)
            && envelope.path("event").path("subtype").asText().equals(subtype)) {
          return envelope;
        }
      }
    }
    return SlackCall.json("{}").path("missing");
  }

  /** Fields that the sample lacks. What is called by ids, and Block Kit itself, is not compared. */
  private static Set<String> unknown(String path, JsonNode ours, JsonNode slacks) {
    Set<String> unknown = new TreeSet<>();
    for (Map.Entry<String, JsonNode> each : ours.properties()) {
      String name = each.getKey();
      String here = path + "/" + name;
      if (!slacks.has(name) && !name.equals("blocks")) {
        unknown.add(here);
      } else if (!Set.of("blocks", "values", "state", "event_payload", "icons", "metadata")
          .contains(name)) {
        unknown.addAll(unknown(here, each.getValue(), slacks.path(name)));
      }
    }
    if (ours.isArray() && slacks.isArray() && !slacks.isEmpty()) {
      ours.forEach(each -> unknown.addAll(unknown(path + "/*", each, slacks.path(0))));
    }
    return unknown;
  }

  private static JsonNode sample(String name) throws Exception {
    try (InputStream file =
        SlackSamplesTest.class.getResourceAsStream("/slack-samples/" + name + ".json")) {
      return SlackCall.json(
          new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
