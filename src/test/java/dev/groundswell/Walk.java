package dev.groundswell;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Somebody who takes the ways through a feature, with the buttons and forms that they are shown.
 */
final class Walk {
  private final Visitor visitor;
  private final WatchedSlack slack;
  private final List<String> stuck = new ArrayList<>();

  Walk(Visitor visitor, WatchedSlack slack) {
    this.visitor = visitor;
    this.slack = slack;
  }

  Walk types(String words) {
    return saw(visitor.types(words));
  }

  Walk opensHome() {
    return saw(visitor.opensHome());
  }

  Walk usesShortcut(String callback, String text) {
    return saw(visitor.usesShortcut(callback, text));
  }

  /** The button of that name that was seen last. */
  Walk clicks(String action) {
    return clicks(action, "");
  }

  /**
   * @param begin how the value of the button, or of the option, begins
   */
  Walk clicks(String action, String begin) {
    Optional<Offered.Button> button = offered(action, begin);
    return button.map(this::clicks).orElse(this);
  }

  /** Such a button has to come up, and is left alone. */
  Walk awaits(String action, String begin) {
    offered(action, begin);
    return this;
  }

  private Optional<Offered.Button> offered(String action, String begin) {
    Optional<Offered.Button> button = inTime(() -> sees(action, begin));
    if (button.isEmpty()) {
      stuck.add(action + " " + begin);
    }
    return button;
  }

  /** Such a button, the one that was seen last. */
  Optional<Offered.Button> sees(String action, String begin) {
    synchronized (slack.offered) {
      return slack.offered.button(action, begin);
    }
  }

  private Optional<JsonNode> seesForm(String form) {
    synchronized (slack.offered) {
      return slack.offered.form(form);
    }
  }

  /** What is answered later may take a moment. */
  private <T> Optional<T> inTime(Supplier<Optional<T>> wanted) {
    for (int i = 0; i < 50 && wanted.get().isEmpty(); i++) {
      slack.quiet();
    }
    return wanted.get();
  }

  /** Steps that could not be taken, since what they need was not offered. */
  List<String> stuck() {
    return List.copyOf(stuck);
  }

  Walk clicks(Offered.Button button) {
    return saw(
        visitor.clicks(
            button.action(), button.value(), button.within().isEmpty() ? null : button.within()));
  }

  /** The form of that name that was seen last, with these words in each empty field. */
  Walk sends(String form, String words, String... chosen) {
    Optional<JsonNode> shown = inTime(() -> seesForm(form));
    if (shown.isEmpty()) {
      stuck.add(form);
    }
    return shown.map(it -> sends(it, words, chosen)).orElse(this);
  }

  Walk sends(JsonNode form, String words, String... chosen) {
    return saw(visitor.sends(form, words, chosen));
  }

  private Walk saw(String answer) {
    slack.look(answer);
    slack.quiet();
    return this;
  }
}
