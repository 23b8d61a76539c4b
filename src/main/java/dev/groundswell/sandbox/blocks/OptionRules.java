package dev.groundswell.sandbox.blocks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What one can choose from, and what is chosen at first. */
final class OptionRules {
  private OptionRules() {}

  /** Options or groups of options, and {@code initial_option(s)} among them. */
  static void menu(Checked menu) {
    if (menu.has("options") == menu.has("option_groups")) {
      menu.wrong("needs either options or option_groups");
      return;
    }
    List<JsonNode> all = new ArrayList<>();
    if (menu.has("options")) {
      all.addAll(options(menu, 1, 100, false));
    } else {
      for (Checked group : menu.array("option_groups", 1, 100)) {
        if (group.object()) {
          group.only(Set.of("label", "options"));
          group.needs("label");
          TextRules.plain(group.child("label"), 75);
          all.addAll(options(group, 1, 100, false));
        }
      }
    }
    initial(menu, all);
  }

  /** A short list: checkboxes, radio buttons, an overflow menu. */
  static void list(Checked element, int most) {
    boolean formatted = !element.type().equals("overflow");
    initial(element, options(element, 1, most, formatted));
  }

  private static List<JsonNode> options(Checked of, int least, int most, boolean formatted) {
    List<JsonNode> found = new ArrayList<>();
    for (Checked option : of.array("options", least, most)) {
      if (option.object()) {
        one(option, formatted, of.type().equals("overflow"));
        found.add(option.node());
      }
    }
    return found;
  }

  private static void one(Checked option, boolean formatted, boolean overflow) {
    option.only(
        overflow
            ? Set.of("text", "value", "description", "url")
            : Set.of("text", "value", "description"));
    option.needs("text", "value");
    if (formatted) {
      TextRules.any(option.child("text"), 75);
      TextRules.any(option.child("description"), 75);
    } else {
      TextRules.plain(option.child("text"), 75);
      TextRules.plain(option.child("description"), 75);
    }
    option.string("value", 1, 150);
    option.link("url", TextRules.LINKS);
  }

  private static void initial(Checked element, List<JsonNode> options) {
    Checked one = element.child("initial_option");
    if (one.present() && !options.contains(one.node())) {
      one.wrong("is not among the options");
    }
    if (element.child("initial_options").present()) {
      for (Checked each : element.array("initial_options", 1, 100)) {
        if (!options.contains(each.node())) {
          each.wrong("is not among the options");
        }
      }
      int most = element.node().path("max_selected_items").asInt(100);
      if (element.node().path("initial_options").size() > most) {
        element.child("initial_options").wrong("are more than max_selected_items");
      }
    }
  }
}
