package dev.groundswell.sandbox.blocks;

import java.util.Set;

/** Rich text, alone or in the cells of a table. */
final class RichTextRules {
  private static final Set<String> PARTS =
      Set.of("rich_text_section", "rich_text_list", "rich_text_preformatted", "rich_text_quote");
  private static final Set<String> LEAVES =
      Set.of(
          "text",
          "link",
          "user",
          "usergroup",
          "channel",
          "emoji",
          "date",
          "broadcast",
          "color",
          "team");

  private RichTextRules() {}

  static void block(Checked block) {
    for (Checked part : block.array("elements", 1, 1000)) {
      if (part.object()) {
        part(part);
      }
    }
  }

  private static void part(Checked part) {
    if (!PARTS.contains(part.type())) {
      part.wrong("is of an unknown type: " + part.type());
      return;
    }
    part.only(Set.of("type", "elements", "style", "indent", "offset", "border", "language"));
    boolean list = part.type().equals("rich_text_list");
    if (list) {
      part.needs("style");
      part.oneOf("style", Set.of("bullet", "ordered"));
    }
    for (Checked each : part.array("elements", 0, 1000)) {
      if (each.object()) {
        if (list) {
          part(each);
        } else {
          leaf(each);
        }
      }
    }
  }

  private static void leaf(Checked leaf) {
    if (!LEAVES.contains(leaf.type())) {
      leaf.wrong("is of an unknown type: " + leaf.type());
    }
    switch (leaf.type()) {
      case "text" -> {
        leaf.needs("text");
        leaf.string("text", 1, 13_200);
      }
      case "link" -> {
        leaf.needs("url");
        leaf.link("url", TextRules.LINKS);
      }
      case "user" -> leaf.needs("user_id");
      case "channel" -> leaf.needs("channel_id");
      case "emoji" -> leaf.needs("name");
      case "date" -> leaf.needs("timestamp", "format");
      default -> {}
    }
  }

  /** A table: at most 100 rows of at most 20 cells, 10,000 characters together. */
  static void table(Checked table) {
    int characters = 0;
    for (Checked row : table.array("rows", 1, 100)) {
      if (!row.node().isArray() || row.node().isEmpty()) {
        row.wrong("must be an array of cells");
        continue;
      }
      if (row.node().size() > 20) {
        row.wrong("must have at most 20 cells, has " + row.node().size());
      }
      for (Checked cell : row.children()) {
        characters += BlockRules.characters(cell.node());
        switch (cell.type()) {
          case "raw_text" -> {
            cell.only(Set.of("type", "text"));
            cell.needs("text");
            cell.string("text", 1, 10_000);
          }
          case "rich_text" -> block(cell);
          default -> cell.wrong("is of an unknown type: " + cell.type());
        }
      }
    }
    if (characters > 10_000) {
      table.tooLong("must have at most 10000 characters, has " + characters);
    }
    if (table.has("column_settings")) {
      for (Checked column : table.array("column_settings", 1, 20)) {
        if (column.node().isObject()) {
          column.only(Set.of("align", "is_wrapped"));
          column.oneOf("align", Set.of("left", "center", "right"));
        }
      }
    }
  }
}
