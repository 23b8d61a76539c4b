package dev.groundswell.slack;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import dev.groundswell.kernel.ChannelId;
import dev.groundswell.kernel.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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

  /** What a shortcut of a message does, by callback id; the manifest names each. */
  default Map<String, Function<Shortcut, Reaction>> shortcuts() {
    return Map.of();
  }

  /**
   * Which initiative the answer to a verb was about, for a line beneath it; empty where it goes
   * without saying. One feature has it.
   */
  default Optional<Function<Caller, Optional<Footing>>> footing() {
    return Optional.empty();
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
   * @param metadata what was put into the form that it stands in; empty outside of forms
   * @param state what stands in the fields of that form by now
   */
  record Click(
      Caller caller,
      String value,
      String blockId,
      String responseUrl,
      String metadata,
      ViewState state)
      implements Filled {
    /** A click outside of forms. */
    public Click(Caller caller, String value, String blockId, String responseUrl) {
      this(caller, value, blockId, responseUrl, "", new ViewState());
    }
  }

  /**
   * A shortcut that was used on a message.
   *
   * @param text of the message, as Slack sends it: escaped, with {@code <@U…>} for people
   * @param author who wrote it, or null for a bot
   * @param link by which people of the workspace find the message again; empty if it is gone
   */
  record Shortcut(
      Caller caller,
      String text,
      @Nullable UserId author,
      ChannelId channel,
      String ts,
      String link) {}

  /** The initiative that an answer was about, as it is named beneath a message or in a form. */
  record Footing(LayoutBlock beneathMessage, LayoutBlock inForm) {}

  /** What happens after a click. */
  sealed interface Reaction {
    /** The message with the button becomes this one. */
    record Replace(Message message) implements Reaction {}

    /** The message with the button becomes this one; on the Home it stands below the question. */
    record Answer(Message message) implements Reaction {}

    /** The row with the button becomes this; the rest of the message stays as it is. */
    record Settle(Message message) implements Reaction {}

    /** The person gets this besides, for their eyes only. */
    record Say(Message message) implements Reaction {}

    /** Everybody in the channel gets this. */
    record Share(Message message) implements Reaction {}

    /** A form opens. */
    record Open(View modal) implements Reaction {}

    /** A form opens on top of the one with the button. */
    record Push(View modal) implements Reaction {}

    /** The form with the button becomes this one. */
    record Update(View modal) implements Reaction {}

    /** The person's Home becomes this. */
    record ShowHome(View home) implements Reaction {}
  }

  /**
   * A form that was sent.
   *
   * @param metadata what was put into the form when it was opened
   */
  record Submission(Caller caller, String metadata, String requestKey, ViewState state)
      implements Filled {}

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
