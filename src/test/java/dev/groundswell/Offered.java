package dev.groundswell;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The buttons and forms that were put before somebody. */
final class Offered {
  /**
   * @param within the form in which it stands, or an empty object
   */
  record Button(String action, String value, JsonNode within) {
    /** Without the form, which may be large. */
    @Override
    public int hashCode() {
      return Objects.hash(action, value);
    }
  }

  final Set<Button> buttons = new LinkedHashSet<>();
  final Map<String, List<JsonNode>> forms = new LinkedHashMap<>();

  private final Map<String, JsonNode> latest = new LinkedHashMap<>();

  /**
   * The button that was put before them last.
   *
   * @param begin how its value begins
   */
  Optional<Button> button(String action, String begin) {
    return buttons.stream()
        .filter(it -> it.action().equals(action) && it.value().startsWith(begin))
        .reduce((first, second) -> second);
  }

  Set<String> actions() {
    Set<String> actions = new LinkedHashSet<>();
    buttons.forEach(it -> actions.add(it.action()));
    return actions;
  }

  /** The form that was put before them last. */
  Optional<JsonNode> form(String id) {
    return Optional.ofNullable(latest.get(id));
  }

  /** Takes in what is in an answer or a call. */
  void see(JsonNode shown) {
    look(shown, Visitor.json("{}"));
  }

  private void look(JsonNode shown, JsonNode within) {
    boolean isModal = shown.path("type").asText().equals("modal");
    if (isModal && shown.path("callback_id").isMissingNode()) {
      // One that only says something may have buttons, and carry what these are about.
      shown.forEach(it -> look(it, shown));
      return;
    }
    if (isModal) {
      List<JsonNode> same =
          forms.computeIfAbsent(shown.path("callback_id").asText(), it -> new ArrayList<>());
      if (same.size() < 5 && !same.contains(shown)) {
        same.add(shown);
      }
      latest.put(shown.path("callback_id").asText(), shown);
      shown.forEach(it -> look(it, shown));
      return;
    }
    String action = shown.path("action_id").asText("");
    if (!action.isEmpty()) {
      add(new Button(action, shown.path("value").asText(""), within));
      shown
          .path("options")
          .forEach(it -> add(new Button(action, it.path("value").asText(""), within)));
    }
    shown.forEach(it -> look(it, within));
  }

  /** What is seen again is the last that was seen. */
  private void add(Button button) {
    buttons.remove(button);
    buttons.add(button);
  }
}
