package dev.groundswell.sandbox.blocks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groundswell.sandbox.blocks.BlockRules.Surface;
import java.util.List;
import java.util.Set;

/**
 * Says what Slack would not take of a message, a modal or a Home view. It knows each documented
 * limit, and what Slack finds out only when it is too late: a second table, an initial option that
 * is not an option, a date that is not in the calendar.
 */
public final class BlockKitValidator {
  /** What all blocks of a message may hold together; undocumented, see slackapi/bolt-js#2509. */
  public static final int MESSAGE_CHARACTERS = 13_200;

  private static final Set<String> FIELDS =
      Set.of(
          "type",
          "blocks",
          "title",
          "submit",
          "close",
          "private_metadata",
          "callback_id",
          "clear_on_close",
          "notify_on_close",
          "external_id",
          "submit_disabled");

  private static final ObjectMapper mapper = new ObjectMapper();

  /** What is wrong with the blocks of a message, an array. */
  public List<Problem> message(JsonNode blocks) {
    Checked message = Checked.whole(mapper.createObjectNode().set("blocks", blocks));
    BlockRules.all(message, "blocks", Surface.MESSAGE);
    int characters = BlockRules.characters(blocks);
    if (characters > MESSAGE_CHARACTERS) {
      message.tooLong(
          "the blocks together must have at most %d characters, have %d"
              .formatted(MESSAGE_CHARACTERS, characters));
    }
    return List.copyOf(message.problems());
  }

  /** What is wrong with a view of type {@code modal}. */
  public List<Problem> modal(JsonNode view) {
    Checked modal = view(view, "modal", Surface.MODAL);
    modal.needs("title");
    for (String label : new String[] {"title", "submit", "close"}) {
      TextRules.plain(modal.child(label), 24);
    }
    boolean input = false;
    for (JsonNode block : view.path("blocks")) {
      input |= block.path("type").asText("").equals("input");
    }
    if (input && !modal.has("submit")) {
      modal.wrong("has an input block, so it needs submit");
    }
    return List.copyOf(modal.problems());
  }

  /** What is wrong with a view of type {@code home}. */
  public List<Problem> home(JsonNode view) {
    Checked home = view(view, "home", Surface.HOME);
    for (String label : new String[] {"title", "submit", "close"}) {
      if (home.has(label)) {
        home.child(label).wrong("does not go into a Home view");
      }
    }
    return List.copyOf(home.problems());
  }

  /** The same for blocks as text: {@code [{"type": …}, …]}. */
  public List<Problem> message(String blocks) {
    return message(read(blocks));
  }

  public List<Problem> modal(String view) {
    return modal(read(view));
  }

  public List<Problem> home(String view) {
    return home(read(view));
  }

  private static Checked view(JsonNode source, String type, Surface surface) {
    Checked view = Checked.whole(source);
    if (!view.object()) {
      return view;
    }
    view.only(FIELDS);
    if (!view.type().equals(type)) {
      view.child("type").wrong("must be " + type);
    }
    view.string("private_metadata", 0, 3000);
    view.string("callback_id", 0, 255);
    view.string("external_id", 0, 255);
    view.bool("clear_on_close", "notify_on_close", "submit_disabled");
    BlockRules.all(view, "blocks", surface);
    return view;
  }

  private static JsonNode read(String text) {
    try {
      return mapper.readTree(text);
    } catch (JsonProcessingException e) {
      return mapper.missingNode();
    }
  }
}
