package dev.groundswell.sandbox.blocks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a form of Block Kit holds: Slack's {@code state.values}, read from a form of HTML. */
public final class FormState {
  private static final JsonNodeFactory json = JsonNodeFactory.instance;

  private final List<Control> controls;
  private final Map<String, List<String>> entries;
  private final ZoneId zone;

  private FormState(List<Control> controls, Map<String, List<String>> entries, ZoneId zone) {
    this.controls = controls;
    this.entries = entries;
    this.zone = zone;
  }

  /**
   * Reads a form.
   *
   * @param entries by the address of the control; a choice is the index of its option, a date and
   *     time is local; a control without an entry holds what it held at first
   */
  public static FormState of(ArrayNode blocks, Map<String, List<String>> entries, ZoneId zone) {
    return new FormState(Control.in(blocks), entries, zone);
  }

  /** By block_id, then by action_id. */
  public ObjectNode values() {
    ObjectNode values = json.objectNode();
    for (Control control : controls) {
      if (control.holdsValue()) {
        values.withObjectProperty(control.blockId()).set(control.actionId(), held(control));
      }
    }
    return values;
  }

  /** The entry of {@code actions} for this control, without its {@code action_ts}. */
  public ObjectNode action(Control control) {
    ObjectNode action = json.objectNode();
    action.put("action_id", control.actionId()).put("block_id", control.blockId());
    if (control.type().equals("button")) {
      action.set("text", control.element().path("text"));
      if (control.element().has("value")) {
        action.set("value", control.element().path("value"));
      }
      if (control.element().has("style")) {
        action.set("style", control.element().path("style"));
      }
      return action.put("type", "button");
    }
    action.setAll(held(control));
    return action;
  }

  /** What a person has to correct before Slack sends the form at all, by block_id. */
  public Map<String, String> incomplete() {
    Map<String, String> problems = new LinkedHashMap<>();
    for (Control control : controls) {
      if (control.input()) {
        String problem = problem(control);
        if (!problem.isEmpty()) {
          problems.put(control.blockId(), problem);
        }
      }
    }
    return problems;
  }

  private String problem(Control control) {
    ObjectNode held = held(control);
    JsonNode value = held.path("value");
    boolean empty =
        Stream.of(
                "value",
                "selected_option",
                "selected_user",
                "selected_conversation",
                "selected_channel",
                "selected_date",
                "selected_time",
                "selected_date_time")
            .allMatch(name -> held.path(name).isMissingNode() || held.path(name).isNull());
    boolean nothing =
        Stream.of(
                "selected_options", "selected_users", "selected_conversations", "selected_channels")
            .allMatch(name -> held.path(name).isEmpty());
    if (empty && nothing) {
      return control.required() ? "Please complete this required field." : "";
    }
    String text = value.asText("");
    ObjectNode element = control.element();
    if (control.type().equals("plain_text_input")) {
      int least = element.path("min_length").asInt(0);
      int most = element.path("max_length").asInt(3000);
      if (text.length() < least || text.length() > most) {
        return "Please write between %d and %d characters.".formatted(least, most);
      }
    }
    if (control.type().equals("email_text_input")
        && !text.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
      return "Please enter a valid email address.";
    }
    if (control.type().equals("url_text_input") && !text.matches("https?://\\S+")) {
      return "Please enter a valid URL.";
    }
    return control.type().equals("number_input") ? numberProblem(element, text) : "";
  }

  private static String numberProblem(ObjectNode element, String text) {
    if (!text.matches("-?\\d+(\\.\\d+)?")) {
      return "Please enter a number.";
    }
    if (text.contains(".") && !element.path("is_decimal_allowed").asBoolean()) {
      return "Please enter a whole number.";
    }
    BigDecimal number = new BigDecimal(text);
    if (element.has("min_value")
        && number.compareTo(new BigDecimal(element.path("min_value").asText("0"))) < 0) {
      return "Please enter a number of at least " + element.path("min_value").asText() + ".";
    }
    if (element.has("max_value")
        && number.compareTo(new BigDecimal(element.path("max_value").asText("0"))) > 0) {
      return "Please enter a number of at most " + element.path("max_value").asText() + ".";
    }
    return "";
  }

  private ObjectNode held(Control control) {
    ObjectNode held = json.objectNode().put("type", control.type());
    List<String> entered = entries.get(control.address());
    boolean untouched = entered == null;
    List<String> entry =
        entered == null ? List.of() : entered.stream().filter(each -> !each.isBlank()).toList();
    ObjectNode element = control.element();
    switch (control.type()) {
      case "static_select", "radio_buttons", "overflow", "external_select" ->
          held.set(
              "selected_option",
              untouched ? first(element, "initial_option") : chosen(control, entry));
      case "checkboxes", "multi_static_select", "multi_external_select" ->
          held.set(
              "selected_options",
              untouched ? many(element, "initial_options") : allChosen(control, entry));
      case "users_select" ->
          held.set("selected_user", one(element, "initial_user", untouched, entry));
      case "channels_select" ->
          held.set("selected_channel", one(element, "initial_channel", untouched, entry));
      case "conversations_select" ->
          held.set("selected_conversation", one(element, "initial_conversation", untouched, entry));
      case "multi_users_select" ->
          held.set("selected_users", all(element, "initial_users", untouched, entry));
      case "multi_channels_select" ->
          held.set("selected_channels", all(element, "initial_channels", untouched, entry));
      case "multi_conversations_select" ->
          held.set(
              "selected_conversations", all(element, "initial_conversations", untouched, entry));
      case "datepicker" ->
          held.set("selected_date", one(element, "initial_date", untouched, entry));
      case "timepicker" ->
          held.set("selected_time", one(element, "initial_time", untouched, entry));
      case "datetimepicker" ->
          held.set(
              "selected_date_time",
              untouched ? first(element, "initial_date_time") : moment(entry));
      default -> held.set("value", one(element, "initial_value", untouched, entry));
    }
    return held;
  }

  private JsonNode moment(List<String> entry) {
    if (entry.isEmpty()) {
      return json.nullNode();
    }
    try {
      return json.numberNode(LocalDateTime.parse(entry.get(0)).atZone(zone).toEpochSecond());
    } catch (DateTimeParseException e) {
      return json.nullNode();
    }
  }

  /** The moment that a datetimepicker starts with, as its HTML field writes it. */
  static String local(JsonNode epochSeconds, ZoneId zone) {
    return Instant.ofEpochSecond(epochSeconds.asLong()).atZone(zone).toLocalDateTime().toString();
  }

  private static JsonNode chosen(Control control, List<String> entry) {
    List<JsonNode> all = allChosen(control, entry).valueStream().toList();
    return all.isEmpty() ? json.nullNode() : all.get(0);
  }

  private static ArrayNode allChosen(Control control, List<String> entry) {
    ArrayNode chosen = json.arrayNode();
    List<JsonNode> options = control.options();
    for (String index : entry) {
      if (index.matches("\\d{1,4}") && Integer.parseInt(index) < options.size()) {
        chosen.add(options.get(Integer.parseInt(index)));
      }
    }
    return chosen;
  }

  private static JsonNode one(
      ObjectNode element, String initial, boolean untouched, List<String> entry) {
    if (untouched) {
      return first(element, initial);
    }
    return entry.isEmpty() ? json.nullNode() : json.textNode(entry.get(0));
  }

  private static JsonNode all(
      ObjectNode element, String initial, boolean untouched, List<String> entry) {
    if (untouched) {
      return many(element, initial);
    }
    ArrayNode all = json.arrayNode();
    entry.forEach(all::add);
    return all;
  }

  private static JsonNode first(ObjectNode element, String name) {
    return element.hasNonNull(name) ? element.get(name) : json.nullNode();
  }

  private static JsonNode many(ObjectNode element, String name) {
    return element.hasNonNull(name) ? element.get(name) : json.arrayNode();
  }
}
