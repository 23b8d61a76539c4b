package dev.groundswell.sandbox.blocks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Buttons, menus, pickers and fields as HTML controls, named by their address. */
final class ElementHtml {
  private final Names names;
  private final ZoneId zone;
  private final String prefix;

  ElementHtml(Names names, ZoneId zone, String prefix) {
    this.names = names;
    this.zone = zone;
    this.prefix = prefix;
  }

  /** The id of the control in the page. */
  String id(Control control) {
    return prefix + "-" + control.address();
  }

  /**
   * The control.
   *
   * @param label what names it; empty when a label element of the page does
   * @param more attributes for the control itself
   */
  String of(Control control, String label, String more) {
    ObjectNode element = control.element();
    String named = Html.attribute("aria-label", label);
    String common =
        Html.attribute("id", id(control))
            + Html.attribute("name", control.address())
            + named
            + remembered(control)
            + (element.path("focus_on_load").asBoolean() ? " autofocus" : "")
            + more;
    return switch (control.type()) {
      case "button" -> button(control);
      case "overflow" -> overflow(control);
      case "static_select" ->
          select(control, choices(control), initially(control, "initial_option"), common);
      case "users_select" ->
          select(control, escaped(names.people()), text(element, "initial_user"), common);
      case "conversations_select" ->
          select(control, escaped(names.channels()), text(element, "initial_conversation"), common);
      case "channels_select" ->
          select(control, escaped(names.channels()), text(element, "initial_channel"), common);
      case "radio_buttons" -> boxes(control, "radio", choices(control), label, more);
      case "checkboxes", "multi_static_select" ->
          boxes(control, "checkbox", choices(control), label, more);
      case "multi_users_select" -> boxes(control, "checkbox", escaped(names.people()), label, more);
      case "multi_conversations_select", "multi_channels_select" ->
          boxes(control, "checkbox", escaped(names.channels()), label, more);
      case "datepicker" -> field("date", control, text(element, "initial_date"), common);
      case "timepicker" -> field("time", control, text(element, "initial_time"), common);
      case "datetimepicker" ->
          field(
              "datetime-local",
              control,
              element.has("initial_date_time")
                  ? FormState.local(element.path("initial_date_time"), zone)
                  : "",
              common);
      case "plain_text_input" -> written(control, common);
      case "email_text_input" -> field("email", control, text(element, "initial_value"), common);
      case "url_text_input" -> field("url", control, text(element, "initial_value"), common);
      case "number_input" ->
          field("number", control, text(element, "initial_value"), common + numbers(element));
      default -> BlockKitHtml.unsupported(element);
    };
  }

  /** Whether the page shows it as a group of boxes, which takes a legend and no label. */
  static boolean group(Control control) {
    return control.type().equals("checkboxes")
        || control.type().equals("radio_buttons")
        || control.type().startsWith("multi_");
  }

  /** Marks what is entered, so that the page keeps it when the view is shown anew. */
  private static String remembered(Control control) {
    return Html.attribute("data-entry", control.blockId() + " " + control.actionId())
        + dispatched(control);
  }

  private static String dispatched(Control control) {
    boolean acts = !control.input() || control.block().path("dispatch_action").asBoolean();
    return acts ? " data-act" : "";
  }

  private String button(Control control) {
    ObjectNode element = control.element();
    String style = text(element, "style");
    String common =
        Html.attribute("class", "bk-button" + (style.isEmpty() ? "" : " bk-" + style))
            + Html.attribute("id", id(control))
            + Html.attribute("data-press", control.address())
            + Html.attribute("aria-label", text(element, "accessibility_label"))
            + confirm(element);
    String words = Emoji.in(Html.escape(element.path("text").path("text").asText("")));
    String url = text(element, "url");
    return url.isEmpty()
        ? "<button type=\"button\"" + common + ">" + words + "</button>"
        : "<a target=\"_blank\" rel=\"noopener noreferrer\" href=\"%s\"%s>%s</a>"
            .formatted(Html.escape(url), common, words);
  }

  private static String confirm(ObjectNode element) {
    JsonNode confirm = element.path("confirm");
    if (!confirm.isObject()) {
      return "";
    }
    StringBuilder attributes = new StringBuilder();
    for (String part : new String[] {"title", "text", "confirm", "deny"}) {
      attributes.append(
          Html.attribute("data-confirm-" + part, confirm.path(part).path("text").asText("")));
    }
    return attributes
        .append(Html.attribute("data-confirm-style", text(confirm, "style")))
        .toString();
  }

  private String overflow(Control control) {
    StringBuilder html =
        new StringBuilder(
            "<details class=\"bk-overflow\"><summary aria-label=\"More actions\">⋯</summary><div>");
    List<JsonNode> options = control.options();
    for (int i = 0; i < options.size(); i++) {
      html.append("<button type=\"button\"")
          .append(Html.attribute("data-press", control.address()))
          .append(Html.attribute("data-value", Integer.toString(i)))
          .append(confirm(control.element()))
          .append(">")
          .append(words(options.get(i)))
          .append("</button>");
    }
    return html.append("</div></details>").toString();
  }

  private String select(
      Control control, Map<String, String> choices, String initial, String common) {
    String placeholder = control.element().path("placeholder").path("text").asText("Choose…");
    StringBuilder html = new StringBuilder("<select class=\"bk-select\"");
    html.append(common).append(confirm(control.element())).append(">");
    html.append("<option value=\"\">").append(Html.escape(placeholder)).append("</option>");
    JsonNode groups = control.element().path("option_groups");
    if (groups.isArray()) {
      int index = 0;
      for (JsonNode group : groups) {
        html.append("<optgroup")
            .append(Html.attribute("label", group.path("label").path("text").asText("")))
            .append(">");
        for (JsonNode option : group.path("options")) {
          String key = Integer.toString(index++);
          html.append(option(key, words(option), key.equals(initial)));
        }
        html.append("</optgroup>");
      }
    } else {
      choices.forEach((key, words) -> html.append(option(key, words, key.equals(initial))));
    }
    return html.append("</select>").toString();
  }

  private static String option(String key, String words, boolean chosen) {
    return "<option value=\"%s\"%s>%s</option>"
        .formatted(Html.escape(key), chosen ? " selected" : "", words);
  }

  private String boxes(
      Control control, String type, Map<String, String> choices, String label, String more) {
    String role = type.equals("radio") ? "radiogroup" : "group";
    StringBuilder html = new StringBuilder("<div class=\"bk-boxes\" role=\"" + role + "\"");
    html.append(Html.attribute("id", id(control)));
    html.append(
        label.isEmpty()
            ? Html.attribute("aria-labelledby", id(control) + "-label")
            : Html.attribute("aria-label", label));
    html.append(more).append(">");
    choices.forEach(
        (key, words) -> {
          html.append("<label><input type=\"").append(type).append("\"");
          html.append(Html.attribute("name", control.address()))
              .append(Html.attribute("value", key));
          html.append(remembered(control)).append(chosen(control, key) ? " checked" : "");
          html.append("><span>").append(words).append("</span></label>");
        });
    return html.append("</div>").toString();
  }

  private static boolean chosen(Control control, String key) {
    ObjectNode element = control.element();
    for (String list :
        new String[] {"initial_users", "initial_conversations", "initial_channels"}) {
      for (JsonNode each : element.path(list)) {
        if (each.asText("").equals(key)) {
          return true;
        }
      }
    }
    if (!key.matches("\\d{1,4}") || Integer.parseInt(key) >= control.options().size()) {
      return false;
    }
    JsonNode option = control.options().get(Integer.parseInt(key));
    return element.path("initial_option").equals(option)
        || element.path("initial_options").valueStream().anyMatch(option::equals);
  }

  private static String initially(Control control, String name) {
    int index = control.options().indexOf(control.element().path(name));
    return index < 0 ? "" : Integer.toString(index);
  }

  private static Map<String, String> choices(Control control) {
    Map<String, String> choices = new LinkedHashMap<>();
    List<JsonNode> options = control.options();
    for (int i = 0; i < options.size(); i++) {
      choices.put(Integer.toString(i), words(options.get(i)));
    }
    return choices;
  }

  private static Map<String, String> escaped(Map<String, String> choices) {
    Map<String, String> safe = new LinkedHashMap<>();
    choices.forEach((key, words) -> safe.put(key, Html.escape(words)));
    return safe;
  }

  private static String words(JsonNode option) {
    String words = Emoji.in(Html.escape(option.path("text").path("text").asText("")));
    String description = option.path("description").path("text").asText("");
    return description.isEmpty() ? words : words + " – " + Emoji.in(Html.escape(description));
  }

  private static String field(String type, Control control, String value, String common) {
    String placeholder = control.element().path("placeholder").path("text").asText("");
    boolean takesPlaceholder = !type.startsWith("date") && !type.equals("time");
    return "<input class=\"bk-field\" type=\"%s\"%s%s%s%s>"
        .formatted(
            type,
            common,
            takesPlaceholder ? Html.attribute("placeholder", placeholder) : "",
            Html.attribute("value", value),
            confirm(control.element()));
  }

  private static String written(Control control, String common) {
    ObjectNode element = control.element();
    String most = Html.attribute("maxlength", element.path("max_length").asText("3000"));
    String value = text(element, "initial_value");
    if (!element.path("multiline").asBoolean()) {
      return field("text", control, value, common + most);
    }
    return "<textarea class=\"bk-field\" rows=\"%d\"%s%s%s>\n%s</textarea>"
        .formatted(
            Math.min(12, Math.max(4, (int) value.lines().count() + value.length() / 60)),
            common,
            most,
            Html.attribute("placeholder", element.path("placeholder").path("text").asText("")),
            Html.escape(value));
  }

  private static String numbers(ObjectNode element) {
    return Html.attribute("min", text(element, "min_value"))
        + Html.attribute("max", text(element, "max_value"))
        + Html.attribute("step", element.path("is_decimal_allowed").asBoolean() ? "any" : "1");
  }

  private static String text(JsonNode element, String name) {
    return element.path(name).asText("");
  }
}
