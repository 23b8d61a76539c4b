package dev.groundswell.sandbox.blocks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Blocks, one by one and together. */
final class BlockRules {
  private static final Map<String, Set<String>> FIELDS =
      Map.ofEntries(
          of("section", "text", "fields", "accessory", "expand"),
          of("header", "text"),
          of("divider"),
          of("context", "elements"),
          of("actions", "elements"),
          of("image", "alt_text", "image_url", "slack_file", "title"),
          of("input", "label", "element", "dispatch_action", "hint", "optional"),
          of("rich_text", "elements"),
          of("table", "rows", "column_settings"),
          of("markdown", "text"));

  /** Where blocks are shown. */
  enum Surface {
    MESSAGE(50),
    MODAL(100),
    HOME(100);

    private final int most;

    Surface(int most) {
      this.most = most;
    }
  }

  private BlockRules() {}

  private static Map.Entry<String, Set<String>> of(String type, String... fields) {
    Set<String> all = new HashSet<>(List.of(fields));
    all.add("type");
    all.add("block_id");
    return Map.entry(type, Set.copyOf(all));
  }

  /** All the text that a reader could read in this tree, counted in characters. */
  static int characters(JsonNode tree) {
    int sum = 0;
    for (Map.Entry<String, JsonNode> each : tree.properties()) {
      boolean read = Set.of("text", "alt_text").contains(each.getKey());
      sum +=
          each.getValue().isTextual() && read
              ? each.getValue().asText().length()
              : characters(each.getValue());
    }
    if (tree.isArray()) {
      for (JsonNode each : tree) {
        sum += characters(each);
      }
    }
    return sum;
  }

  static void all(Checked holder, String name, Surface surface) {
    Set<String> ids = new HashSet<>();
    int tables = 0;
    int focused = 0;
    for (Checked block : holder.array(name, 1, surface.most)) {
      if (!block.object()) {
        continue;
      }
      one(block, surface);
      String id = block.string("block_id");
      if (!id.isEmpty() && !ids.add(id)) {
        block.child("block_id").wrong("is there twice: " + id);
      }
      actionIds(block);
      focused +=
          block.node().findValues("focus_on_load").stream()
              .mapToInt(each -> each.asBoolean() ? 1 : 0)
              .sum();
      if (block.type().equals("table") && ++tables > 1) {
        block.wrong("is a second table; a message has one");
      }
    }
    if (focused > 1) {
      holder.child(name).wrong("has more than one element with focus_on_load");
    }
  }

  private static void actionIds(Checked block) {
    Set<String> seen = new HashSet<>();
    for (Checked element : block.child("elements").children()) {
      String id = element.string("action_id");
      if (!id.isEmpty() && !seen.add(id)) {
        element.child("action_id").wrong("is there twice in its block: " + id);
      }
    }
  }

  private static void one(Checked block, Surface surface) {
    Set<String> fields = FIELDS.get(block.type());
    if (fields == null) {
      block.wrong("is of an unknown type: " + block.type());
      return;
    }
    if (surface != Surface.MESSAGE && Set.of("table", "markdown").contains(block.type())) {
      block.wrong("a " + block.type() + " goes into messages only");
    }
    block.only(fields);
    block.string("block_id", 1, 255);
    switch (block.type()) {
      case "section" -> section(block);
      case "header" -> {
        block.needs("text");
        TextRules.plain(block.child("text"), 150);
      }
      case "context" -> block.array("elements", 1, 10).forEach(BlockRules::inContext);
      case "actions" -> block.array("elements", 1, 25).forEach(ElementRules::inActions);
      case "image" -> {
        TextRules.image(block);
        TextRules.plain(block.child("title"), 2000);
      }
      case "input" -> input(block);
      case "rich_text" -> RichTextRules.block(block);
      case "table" -> RichTextRules.table(block);
      case "markdown" -> {
        block.needs("text");
        block.string("text", 1, 12_000);
      }
      default -> {}
    }
  }

  private static void section(Checked block) {
    if (!block.has("text") && !block.has("fields")) {
      block.wrong("needs text or fields");
    }
    block.bool("expand");
    TextRules.any(block.child("text"), 3000);
    if (block.has("fields")) {
      block.array("fields", 1, 10).forEach(field -> TextRules.any(field, 2000));
    }
    if (block.has("accessory")) {
      ElementRules.inSection(block.child("accessory"));
    }
  }

  private static void inContext(Checked element) {
    if (!element.object()) {
      return;
    }
    if (element.type().equals("image")) {
      element.only(Set.of("type", "image_url", "slack_file", "alt_text"));
      TextRules.image(element);
    } else {
      TextRules.any(element, 3000);
    }
  }

  private static void input(Checked block) {
    block.needs("label", "element");
    block.bool("dispatch_action", "optional");
    TextRules.plain(block.child("label"), 2000);
    TextRules.plain(block.child("hint"), 2000);
    if (block.has("element")) {
      ElementRules.inInput(block.child("element"));
    }
  }
}
