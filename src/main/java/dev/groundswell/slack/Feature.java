package dev.groundswell.slack;

import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What a feature listens to. Action ids and callback ids are whole words that begin with the
 * feature's name and are owned by one view; a word that two features want stops the start.
 */
public interface Feature {
  default List<Verb> verbs() {
    return List.of();
  }

  /** What a click on a button or a choice in a menu does, by action id. */
  default Map<String, Function<Click, Reaction>> clicks() {
    return Map.of();
  }

  /** What the sending of a form does, by callback id. */
  default Map<String, Function<Submission, Ending>> submissions() {
    return Map.of();
  }

  /** What is answered to a direct message or a mention; one feature has it. */
  default Optional<BiFunction<Caller, String, Message>> conversation() {
    return Optional.empty();
  }

  /**
   * The Home of a person, with the answer to what they just asked or did there, if there is one;
   * one feature has it.
   */
  default Optional<BiFunction<Caller, Optional<Message>, View>> home() {
    return Optional.empty();
  }

  /**
   * A click.
   *
   * @param value the value of the button, or of the chosen option
   * @param blockId the id of the block that it stands in
   * @param responseUrl by which the message with the button can be replaced; empty in a modal
   */
  record Click(Caller caller, String value, String blockId, String responseUrl) {}

  /** What happens after a click. */
  sealed interface Reaction {
    /** The message with the button becomes this one. */
    record Replace(Message message) implements Reaction {}

    /** The message with the button becomes this one; on the Home it stands below the question. */
    record Answer(Message message) implements Reaction {}

    /** The person gets this besides, for their eyes only. */
    record Say(Message message) implements Reaction {}

    /** Everybody in the channel gets this. */
    record Share(Message message) implements Reaction {}

    /** A form opens. */
    record Open(View modal) implements Reaction {}

    /** The person's Home becomes this. */
    record ShowHome(View home) implements Reaction {}
  }

  /**
   * A form that was sent.
   *
   * @param metadata what was put into the form when it was opened
   */
  record Submission(Caller caller, String metadata, String requestKey, ViewState state) {
    /** What was typed into a field of {@link Blocks#field}; empty for nothing. */
    public String text(String field) {
      return value(field).map(ViewState.Value::getValue).orElse("");
    }

    /** What was chosen in a menu or among radio buttons. */
    public Optional<String> choice(String field) {
      return value(field)
          .map(ViewState.Value::getSelectedOption)
          .map(ViewState.SelectedOption::getValue);
    }

    /** The id of the person who was chosen. */
    public Optional<String> user(String field) {
      return value(field).map(ViewState.Value::getSelectedUser);
    }

    /** Whether any of some checkboxes is ticked. */
    public boolean isTicked(String field) {
      return value(field)
          .map(ViewState.Value::getSelectedOptions)
          .map(options -> !options.isEmpty())
          .orElse(false);
    }

    /** The day that was picked, as Slack writes it: {@code 2026-11-30}; empty for none. */
    public String day(String field) {
      return value(field).map(ViewState.Value::getSelectedDate).orElse("");
    }

    /** The time that was picked, as Slack writes it: {@code 09:30}; empty for none. */
    public String time(String field) {
      return value(field).map(ViewState.Value::getSelectedTime).orElse("");
    }

    private Optional<ViewState.Value> value(String field) {
      return Optional.ofNullable(state.getValues().get(field)).map(values -> values.get(field));
    }
  }

  /** What becomes of a form that was sent. */
  sealed interface Ending {
    /** It stays open, with a sentence under each field that needs another look. */
    record Errors(Map<String, String> byField) implements Ending {}

    /** It shows this instead, and the message behind the url becomes that, if there is one. */
    record Show(View modal, Optional<Reply> reply) implements Ending {}

    /** It closes, and the message behind the url becomes that, if there is one. */
    record Close(Optional<Reply> reply) implements Ending {}
  }

  /** A message that replaces the one a form was opened from. */
  record Reply(String responseUrl, Message message) {}
}
