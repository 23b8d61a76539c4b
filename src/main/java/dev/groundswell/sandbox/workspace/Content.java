package dev.groundswell.sandbox.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groundswell.sandbox.blocks.BlockKitValidator;
import dev.groundswell.sandbox.blocks.Problem;
import java.util.List;

/** Lets in what Block Kit allows, with the ids that Slack adds where the app gave none. */
final class Content {
  private static final int VIEW_BYTES = 250_000;

  private final BlockKitValidator validator = new BlockKitValidator();
  private final Tokens tokens;

  Content(Tokens tokens) {
    this.tokens = tokens;
  }

  ArrayNode message(ArrayNode blocks) {
    refuse("invalid_blocks", validator.message(blocks));
    complete(blocks);
    return blocks;
  }

  /** The blocks of a message that came over a response URL or as the answer to a command. */
  ArrayNode ofReply(JsonNode blocks) {
    JsonNode tree = blocks.isTextual() ? Json.read(blocks.asText()) : blocks;
    if (tree.isMissingNode() || tree.isNull()) {
      return Json.array();
    }
    if (!(tree instanceof ArrayNode array)) {
      throw new Refused("invalid_blocks_format");
    }
    return message(array.deepCopy());
  }

  ObjectNode modal(JsonNode view) {
    return view(view, "modal");
  }

  ObjectNode home(JsonNode view) {
    return view(view, "home");
  }

  private ObjectNode view(JsonNode view, String type) {
    if (!(view instanceof ObjectNode source)) {
      throw new Refused("invalid_arguments", List.of("[ERROR] the view is not an object"));
    }
    if (source.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8).length > VIEW_BYTES) {
      throw new Refused("view_too_large");
    }
    refuse(
        "invalid_arguments",
        type.equals("home") ? validator.home(source) : validator.modal(source));
    ObjectNode copy = source.deepCopy();
    complete(copy.withArrayProperty("blocks"));
    return copy;
  }

  private static void refuse(String code, List<Problem> problems) {
    if (problems.stream().anyMatch(each -> each.path().isEmpty() && each.tooLong())) {
      throw new Refused("msg_blocks_too_long");
    }
    if (!problems.isEmpty()) {
      throw new Refused(
          code,
          problems.stream()
              .map(each -> "[ERROR] %s [json-pointer:%s]".formatted(each.sentence(), each.path()))
              .toList());
    }
  }

  private void complete(ArrayNode blocks) {
    for (JsonNode block : blocks) {
      if (block instanceof ObjectNode object) {
        if (!object.has("block_id")) {
          object.put("block_id", tokens.next(5));
        }
        name(object.path("accessory"));
        name(object.path("element"));
        if (object.path("type").asText("").equals("actions")) {
          object.path("elements").forEach(this::name);
        }
      }
    }
  }

  private void name(JsonNode element) {
    if (element instanceof ObjectNode object
        && !object.has("action_id")
        && !object.path("type").asText("").equals("image")) {
      object.put("action_id", tokens.next(5));
    }
  }
}
