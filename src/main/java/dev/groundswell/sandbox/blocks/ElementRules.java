package dev.groundswell.sandbox.blocks;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Block elements: buttons, menus, pickers, fields. */
final class ElementRules {
  private static final Map<String, Set<String>> FIELDS =
      Map.ofEntries(
          of("button", "text url value style confirm accessibility_label"),
          of("image", "image_url slack_file alt_text"),
          of("overflow", "options confirm"),
          of("static_select", "options option_groups initial_option " + menu()),
          of("external_select", "initial_option min_query_length " + menu()),
          of("users_select", "initial_user " + menu()),
          of("channels_select", "initial_channel response_url_enabled " + menu()),
          of(
              "conversations_select",
              "initial_conversation default_to_current_conversation response_url_enabled filter "
                  + menu()),
          of("multi_static_select", "options option_groups initial_options " + multi()),
          of("multi_external_select", "initial_options min_query_length " + multi()),
          of("multi_users_select", "initial_users " + multi()),
          of("multi_channels_select", "initial_channels " + multi()),
          of(
              "multi_conversations_select",
              "initial_conversations default_to_current_conversation filter " + multi()),
          of("datepicker", "initial_date " + menu()),
          of("timepicker", "initial_time timezone " + menu()),
          of("datetimepicker", "initial_date_time confirm focus_on_load"),
          of("checkboxes", "options initial_options confirm focus_on_load"),
          of("radio_buttons", "options initial_option confirm focus_on_load"),
          of("plain_text_input", "initial_value multiline min_length max_length " + field()),
          of("email_text_input", "initial_value " + field()),
          of("url_text_input", "initial_value " + field()),
          of("number_input", "initial_value is_decimal_allowed min_value max_value " + field()),
          of("rich_text_input", "initial_value " + field()),
          of("file_input", "filetypes max_files"));

  private static final Set<String> IN_ACTIONS =
      Set.of(
          "button",
          "overflow",
          "static_select",
          "external_select",
          "users_select",
          "channels_select",
          "conversations_select",
          "datepicker",
          "timepicker",
          "datetimepicker",
          "checkboxes",
          "radio_buttons");
  private static final Set<String> NOT_IN_INPUT = Set.of("button", "overflow", "image");
  private static final Set<String> IN_INPUT_ONLY =
      Set.of(
          "plain_text_input",
          "email_text_input",
          "url_text_input",
          "number_input",
          "rich_text_input",
          "file_input",
          "datetimepicker");

  private ElementRules() {}

  private static Map.Entry<String, Set<String>> of(String type, String fields) {
    Set<String> all = new HashSet<>(List.of(fields.split(" ")));
    all.add("type");
    if (!type.equals("image")) {
      all.add("action_id");
    }
    return Map.entry(type, Set.copyOf(all));
  }

  private static String menu() {
    return "confirm focus_on_load placeholder";
  }

  private static String multi() {
    return menu() + " max_selected_items";
  }

  private static String field() {
    return "dispatch_action_config focus_on_load placeholder";
  }

  static void inActions(Checked element) {
    if (known(element) && !IN_ACTIONS.contains(element.type())) {
      element.wrong(element.type() + " does not go into an actions block");
    }
  }

  static void inSection(Checked element) {
    if (known(element) && IN_INPUT_ONLY.contains(element.type())) {
      element.wrong(element.type() + " does not go into a section");
    }
  }

  static void inInput(Checked element) {
    if (known(element) && NOT_IN_INPUT.contains(element.type())) {
      element.wrong(element.type() + " does not go into an input block");
    }
  }

  /** Checks the element itself; false when nobody knows such a type. */
  private static boolean known(Checked element) {
    if (!element.object()) {
      return false;
    }
    Set<String> fields = FIELDS.get(element.type());
    if (fields == null) {
      element.wrong("is of an unknown type: " + element.type());
      return false;
    }
    element.only(fields);
    element.string("action_id", 1, 255);
    element.bool("focus_on_load", "multiline", "is_decimal_allowed");
    TextRules.confirm(element.child("confirm"));
    TextRules.plain(element.child("placeholder"), 150);
    Checked most = element.child("max_selected_items");
    if (most.present() && most.node().asInt(0) < 1) {
      most.wrong("must be at least 1");
    }
    byType(element);
    return true;
  }

  private static void byType(Checked element) {
    switch (element.type()) {
      case "button" -> {
        element.needs("text");
        TextRules.plain(element.child("text"), 75);
        element.string("value", 1, 2000);
        element.string("accessibility_label", 1, 75);
        element.link("url", TextRules.LINKS);
        element.oneOf("style", Set.of("primary", "danger"));
      }
      case "image" -> TextRules.image(element);
      case "static_select", "multi_static_select" -> OptionRules.menu(element);
      case "overflow" -> OptionRules.list(element, 5);
      case "checkboxes", "radio_buttons" -> OptionRules.list(element, 10);
      case "datepicker" -> date(element.child("initial_date"));
      case "timepicker" -> time(element);
      case "datetimepicker" -> moment(element.child("initial_date_time"));
      case "plain_text_input" -> written(element);
      case "number_input" -> number(element);
      default -> {}
    }
  }

  private static void date(Checked date) {
    if (date.present()) {
      try {
        LocalDate.parse(date.node().asText());
      } catch (DateTimeException e) {
        date.wrong("is no date of the calendar: " + date.node().asText());
      }
    }
  }

  private static void time(Checked element) {
    Checked time = element.child("initial_time");
    if (time.present()) {
      try {
        LocalTime.parse(time.node().asText());
      } catch (DateTimeException e) {
        time.wrong("is no time of day: " + time.node().asText());
      }
      if (!time.node().asText().matches("\\d\\d:\\d\\d")) {
        time.wrong("must be written as HH:mm");
      }
    }
    Checked zone = element.child("timezone");
    if (zone.present() && !ZoneId.getAvailableZoneIds().contains(zone.node().asText())) {
      zone.wrong("is no time zone: " + zone.node().asText());
    }
  }

  private static void moment(Checked moment) {
    if (moment.present() && !moment.node().asText().matches("\\d{10}")) {
      moment.wrong("must be ten digits, the seconds since 1970");
    }
  }

  private static void written(Checked field) {
    int least = bound(field.child("min_length"), 0, 3000, 0);
    int most = bound(field.child("max_length"), 1, 3000, 3000);
    if (least > most) {
      field.wrong("has a min_length above its max_length");
    }
    field.string("initial_value", 1, most);
  }

  private static int bound(Checked bound, int least, int most, int otherwise) {
    if (!bound.present()) {
      return otherwise;
    }
    int value = bound.node().asInt(-1);
    if (value < least || value > most) {
      bound.wrong("must be between %d and %d".formatted(least, most));
      return otherwise;
    }
    return value;
  }

  private static void number(Checked field) {
    field.needs("is_decimal_allowed");
    for (String name : new String[] {"initial_value", "min_value", "max_value"}) {
      Checked number = field.child(name);
      if (number.present()) {
        try {
          new BigDecimal(number.node().asText());
        } catch (NumberFormatException e) {
          number.wrong("must be a number, written as a string");
        }
      }
    }
  }
}
