package dev.groundswell;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groundswell.slack.Acknowledgement;
import dev.groundswell.slack.Intake;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Somebody who does what one can do in Slack, without caring what is offered to them. */
final class Visitor {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Among what is chosen: days that are not preset stay empty. */
  static final String NO_DAYS = "no days";

  /** Among what is chosen: nothing is ticked. */
  static final String NO_TICKS = "no ticks";

  /** Goes into each field that takes a number. */
  static final String WEEKS = "47";

  private static final AtomicInteger NEXT = new AtomicInteger();

  private final Intake intake;
  private final String workspace;
  private final String user;
  private final String responseUrl;

  Visitor(Intake intake, String workspace, String user, String responseUrl) {
    this.intake = intake;
    this.workspace = workspace;
    this.user = user;
    this.responseUrl = responseUrl;
  }

  String types(String words) {
    return send(
        "application/x-www-form-urlencoded",
        "command=%2Fbuyin&team_id="
            + workspace
            + "&user_id="
            + user
            + "&channel_id=C0CARE&channel_name=care&trigger_id="
            + NEXT.incrementAndGet()
            + "&response_url="
            + URLEncoder.encode(responseUrl, UTF_8)
            + "&text="
            + URLEncoder.encode(words, UTF_8));
  }

  /** Clicks a button, or chooses that value in a menu of that name. */
  String clicks(String action, String value, @Nullable JsonNode within) {
    ObjectNode payload = payload("block_actions");
    payload.put("response_url", within == null ? responseUrl : "");
    payload.putObject("channel").put("id", "C0CARE").put("name", "care");
    ObjectNode clicked = payload.putArray("actions").addObject();
    clicked.put("action_id", action).put("block_id", "b").put("type", "button").put("value", value);
    clicked.putObject("selected_option").put("value", value);
    if (within != null) {
      payload.remove("channel");
      payload.set("view", within);
    }
    return interacts(payload);
  }

  /**
   * @param chosen the values of the options that are chosen; the first one where there is none
   */
  String sends(JsonNode form, String words, String... chosen) {
    ObjectNode payload = payload("view_submission");
    ObjectNode view = form.deepCopy();
    view.put("id", "V" + NEXT.incrementAndGet()).put("hash", "h");
    view.set("state", filled(form, words, chosen));
    payload.set("view", view);
    return interacts(payload);
  }

  String usesShortcut(String callback, String text) {
    ObjectNode payload = payload("message_action");
    payload.put("callback_id", callback).put("message_ts", "1.5").put("response_url", responseUrl);
    payload.putObject("channel").put("id", "C0CARE").put("name", "care");
    payload.putObject("message").put("type", "message").put("text", text).put("user", "U0ANN");
    return interacts(payload);
  }

  String opensHome() {
    return event(
        JSON.createObjectNode()
            .put("type", "app_home_opened")
            .put("user", user)
            .put("tab", "home")
            .put("channel", "D0DIRECT"));
  }

  String writes(String words) {
    return event(
        JSON.createObjectNode()
            .put("type", "message")
            .put("channel_type", "im")
            .put("user", user)
            .put("text", words)
            .put("channel", "D0DIRECT"));
  }

  private String event(ObjectNode event) {
    ObjectNode payload = JSON.createObjectNode().put("type", "event_callback");
    payload.put("team_id", workspace).put("event_id", "Ev" + NEXT.incrementAndGet());
    payload.set("event", event);
    return send("application/json", payload.toString());
  }

  private ObjectNode payload(String type) {
    ObjectNode payload = JSON.createObjectNode().put("type", type);
    payload.put("trigger_id", String.valueOf(NEXT.incrementAndGet()));
    payload.putObject("team").put("id", workspace).put("domain", "lakeside");
    payload.putObject("user").put("id", user).put("username", "x").put("name", "x");
    return payload;
  }

  private String interacts(ObjectNode payload) {
    return send(
        "application/x-www-form-urlencoded",
        "payload=" + URLEncoder.encode(payload.toString(), UTF_8));
  }

  private String send(String type, String body) {
    Acknowledgement answer = intake.overHttp(Map.of("content-type", List.of(type)), body);
    return answer.body();
  }

  /** Something in each field, whatever kind it is of. */
  static ObjectNode filled(JsonNode form, String words, String... chosen) {
    ObjectNode values = JSON.createObjectNode();
    for (JsonNode block : form.path("blocks")) {
      JsonNode element = block.path("element");
      String action = element.path("action_id").asText("");
      if (block.path("type").asText().equals("input") && !action.isEmpty()) {
        ObjectNode value =
            values.withObjectProperty(block.path("block_id").asText()).putObject(action);
        value.put("type", element.path("type").asText());
        fill(value, element, words, Set.of(chosen));
      }
    }
    ObjectNode state = JSON.createObjectNode();
    state.set("values", values);
    return state;
  }

  private static void fill(ObjectNode value, JsonNode element, String words, Set<String> chosen) {
    JsonNode option = element.path("options").path(0);
    for (JsonNode each : element.path("options")) {
      option = chosen.contains(each.path("value").asText()) ? each : option;
    }
    switch (element.path("type").asText()) {
      case "email_text_input" -> value.put("value", words.replace(" ", "") + "@clinic.example");
      case "url_text_input" ->
          value.put("value", "https://clinic.example/" + words.replace(" ", ""));
      case "number_input" -> value.put("value", "3");
      case "plain_text_input" ->
          value.put("value", element.path("initial_value").asText(typed(element, words)));
      case "users_select" -> value.put("selected_user", "U0ANN");
      case "multi_users_select" -> value.putArray("selected_users").add("U0ANN");
      case "conversations_select" -> value.put("selected_conversation", "C0HOME");
      case "channels_select" -> value.put("selected_channel", "C0HOME");
      case "datepicker" -> {
        String day = chosen.contains(NO_DAYS) ? null : "2026-11-20";
        value.put("selected_date", element.path("initial_date").asText(day));
      }
      case "timepicker" -> value.put("selected_time", "10:00");
      case "datetimepicker" -> value.put("selected_date_time", 1795000000);
      case "file_input" ->
          value.putArray("files").addObject().put("id", "F0LIST").put("name", "list.csv");
      case "checkboxes", "multi_static_select" -> {
        ArrayNode ticked = value.putArray("selected_options");
        if (!chosen.contains(NO_TICKS)) {
          ticked.add(option);
        }
      }
      default -> value.set("selected_option", option);
    }
  }

  /** A few fields take no prose. */
  private static String typed(JsonNode element, String words) {
    String field = element.path("action_id").asText();
    if (field.endsWith("link")) {
      return "https://clinic.example/" + words.replace(" ", "");
    }
    if (field.endsWith("weeks") || field.endsWith("size") || field.endsWith("total")) {
      return WEEKS;
    }
    return field.endsWith("when") ? "next Friday" : words;
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return JSON.createObjectNode();
    }
  }
}
