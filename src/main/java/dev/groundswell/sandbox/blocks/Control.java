package dev.groundswell.sandbox.blocks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Something in a message or view that one can press, choose from or write into.
 *
 * @param address {@code b2} for the element of an input block, {@code b2a} for the accessory of a
 *     section, {@code b2e0} for the first element of an actions block; blocks count from 0
 */
public record Control(String address, ObjectNode block, ObjectNode element) {
  private static final Set<String> PRESSED = Set.of("button", "overflow", "workflow_button");

  /** Every control of these blocks, in order. */
  public static List<Control> in(ArrayNode blocks) {
    List<Control> controls = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i) instanceof ObjectNode block) {
        add(controls, "b" + i, block, block.path("element"));
        if (!block.path("accessory").path("type").asText("").equals("image")) {
          add(controls, "b" + i + "a", block, block.path("accessory"));
        }
        if (block.path("type").asText("").equals("actions")) {
          JsonNode elements = block.path("elements");
          for (int j = 0; j < elements.size(); j++) {
            add(controls, "b" + i + "e" + j, block, elements.path(j));
          }
        }
      }
    }
    return controls;
  }

  public static Optional<Control> at(ArrayNode blocks, String address) {
    return in(blocks).stream().filter(each -> each.address().equals(address)).findFirst();
  }

  private static void add(
      List<Control> controls, String address, ObjectNode block, JsonNode element) {
    if (element instanceof ObjectNode object) {
      controls.add(new Control(address, block, object));
    }
  }

  public String type() {
    return element.path("type").asText("");
  }

  public String blockId() {
    return block.path("block_id").asText("");
  }

  public String actionId() {
    return element.path("action_id").asText("");
  }

  /** Whether it is the field of an input block. */
  public boolean input() {
    return block.path("type").asText("").equals("input");
  }

  public boolean required() {
    return input() && !block.path("optional").asBoolean();
  }

  /** Whether it keeps what one has entered, unlike a button. */
  public boolean holdsValue() {
    return !PRESSED.contains(type());
  }

  /** What one can choose from, its groups joined. */
  public List<JsonNode> options() {
    List<JsonNode> options = new ArrayList<>();
    element.path("options").forEach(options::add);
    for (JsonNode group : element.path("option_groups")) {
      group.path("options").forEach(options::add);
    }
    return options;
  }
}
