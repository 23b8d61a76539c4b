package dev.groundswell;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The buttons and forms that were put before somebody. */
final class Offered {
  /**
   * @param within the form in which it stands, or an empty object
   */
  record Button(String action, String value, JsonNode within) {}

  final Set<Button> buttons = new LinkedHashSet<>();
  final Map<String, List<JsonNode>> forms = new LinkedHashMap<>();

  /** Takes in what is in an answer or a call. */
  void see(JsonNode shown) {
    look(shown, Visitor.json("{}"));
  }

  private void look(JsonNode shown, JsonNode within) {
    if (shown.path("type").asText().equals("modal") && !shown.path("callback_id").isMissingNode()) {
      List<JsonNode> same =
          forms.computeIfAbsent(shown.path("callback_id").asText(), it -> new ArrayList<>());
      if (same.size() < 5 && !same.contains(shown)) {
        same.add(shown);
      }
      shown.forEach(it -> look(it, shown));
      return;
    }
    String action = shown.path("action_id").asText("");
    if (!action.isEmpty()) {
      buttons.add(new Button(action, shown.path("value").asText(""), within));
      shown
          .path("options")
          .forEach(it -> buttons.add(new Button(action, it.path("value").asText(""), within)));
    }
    shown.forEach(it -> look(it, within));
  }
}
