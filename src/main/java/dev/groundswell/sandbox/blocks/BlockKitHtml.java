package dev.groundswell.sandbox.blocks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.ZoneId;
import java.util.Map;

/** Blocks as HTML: safe whatever they hold, and nothing is left out silently. */
public final class BlockKitHtml {
  private final Mrkdwn mrkdwn;
  private final RichTextHtml richText;
  private final ElementHtml elements;

  /**
   * For one reader and one message or view.
   *
   * @param prefix what the ids of this message or view start with in the page
   */
  public BlockKitHtml(Names names, Mrkdwn mrkdwn, ZoneId zone, String prefix) {
    this.mrkdwn = mrkdwn;
    this.richText = new RichTextHtml(names, mrkdwn);
    this.elements = new ElementHtml(names, zone, prefix);
  }

  /**
   * The blocks.
   *
   * @param errors what is wrong with the entries, by block_id
   */
  public String of(ArrayNode blocks, Map<String, String> errors) {
    StringBuilder html = new StringBuilder();
    for (int i = 0; i < blocks.size(); i++) {
      JsonNode block = blocks.get(i);
      String type = block.path("type").asText("");
      html.append("<div class=\"bk bk-").append(Html.escape(type)).append("\">");
      html.append(block(blocks, i, errors.getOrDefault(block.path("block_id").asText(""), "")));
      html.append("</div>");
    }
    return html.toString();
  }

  private String block(ArrayNode blocks, int index, String error) {
    JsonNode block = blocks.get(index);
    return switch (block.path("type").asText("")) {
      case "section" -> section(blocks, index);
      case "header" -> "<h3>" + text(block.path("text")) + "</h3>";
      case "divider" -> "<hr>";
      case "context" -> context(block);
      case "actions" -> actions(blocks, index);
      case "image" -> image(block);
      case "input" -> input(blocks, index, error);
      case "rich_text" -> richText.block(block);
      case "table" -> richText.table(block);
      case "markdown" ->
          "<p>" + Html.escape(block.path("text").asText("")).replace("\n", "<br>") + "</p>";
      default -> unsupported(block);
    };
  }

  private String section(ArrayNode blocks, int index) {
    JsonNode block = blocks.get(index);
    StringBuilder html = new StringBuilder("<div class=\"bk-text\">");
    if (block.has("text")) {
      html.append("<div>").append(text(block.path("text"))).append("</div>");
    }
    if (block.has("fields")) {
      html.append("<div class=\"bk-fields\">");
      block
          .path("fields")
          .forEach(each -> html.append("<div>").append(text(each)).append("</div>"));
      html.append("</div>");
    }
    html.append("</div>");
    if (block.has("accessory")) {
      html.append("<div class=\"bk-accessory\">");
      String said = block.path("text").path("text").asText("Choose");
      html.append(
          Control.at(blocks, "b" + index + "a")
              .map(control -> elements.of(control, plain(said), ""))
              .orElseGet(() -> image(block.path("accessory"))));
      html.append("</div>");
    }
    return html.toString();
  }

  private String context(JsonNode block) {
    StringBuilder html = new StringBuilder();
    for (JsonNode each : block.path("elements")) {
      boolean picture = each.path("type").asText("").equals("image");
      html.append("<span>").append(picture ? image(each) : text(each)).append("</span>");
    }
    return html.toString();
  }

  private String actions(ArrayNode blocks, int index) {
    StringBuilder html = new StringBuilder();
    int count = blocks.get(index).path("elements").size();
    for (int i = 0; i < count; i++) {
      html.append(
          Control.at(blocks, "b" + index + "e" + i)
              .map(
                  control ->
                      elements.of(
                          control,
                          control.element().path("placeholder").path("text").asText("Choose"),
                          ""))
              .orElse(""));
    }
    return html.toString();
  }

  private String input(ArrayNode blocks, int index, String error) {
    JsonNode block = blocks.get(index);
    Control control =
        Control.at(blocks, "b" + index)
            .orElseThrow(() -> new IllegalArgumentException("an input block without an element"));
    String id = elements.id(control);
    String hint = block.path("hint").path("text").asText("");
    String described =
        ((hint.isEmpty() ? "" : id + "-hint ") + (error.isEmpty() ? "" : id + "-error")).strip();
    String more =
        Html.attribute("aria-describedby", described)
            + (error.isEmpty() || ElementHtml.group(control) ? "" : " aria-invalid=\"true\"")
            + (control.required() && !ElementHtml.group(control) ? " aria-required=\"true\"" : "");
    String label =
        text(block.path("label"))
            + (control.required() ? "" : " <span class=\"bk-optional\">(optional)</span>");
    StringBuilder html = new StringBuilder();
    html.append(
        ElementHtml.group(control)
            ? "<div class=\"bk-label\" id=\"%s-label\">%s</div>".formatted(Html.escape(id), label)
            : "<label class=\"bk-label\" for=\"%s\">%s</label>".formatted(Html.escape(id), label));
    html.append(elements.of(control, "", more));
    if (!error.isEmpty()) {
      html.append(
          "<div class=\"bk-error\" id=\"%s-error\">%s</div>"
              .formatted(Html.escape(id), Html.escape(error)));
    }
    if (!hint.isEmpty()) {
      html.append(
          "<div class=\"bk-hint\" id=\"%s-hint\">%s</div>"
              .formatted(Html.escape(id), Html.escape(hint)));
    }
    return html.toString();
  }

  private String image(JsonNode image) {
    String alt = image.path("alt_text").asText("");
    String file = image.path("slack_file").path("id").asText("");
    String source = file.isEmpty() ? image.path("image_url").asText("") : "/files/" + file;
    if (!source.matches("(https?://|/files/).*")) {
      return unsupported(image);
    }
    String title = image.path("title").path("text").asText("");
    return (title.isEmpty() ? "" : "<p class=\"bk-title\">" + Html.escape(title) + "</p>")
        + "<img src=\"%s\" alt=\"%s\">".formatted(Html.escape(source), Html.escape(alt));
  }

  private String text(JsonNode text) {
    String words = text.path("text").asText("");
    return text.path("type").asText("").equals("mrkdwn")
        ? mrkdwn.html(words)
        : Emoji.in(Html.escape(words)).replace("\n", "<br>");
  }

  private static String plain(String markup) {
    String words = markup.replaceAll("<[^>]*>|[*_~`]", "").replaceAll("\\s+", " ").strip();
    return words.length() > 80 ? words.substring(0, 79) + "…" : words.isEmpty() ? "Choose" : words;
  }

  /** What this page cannot show, said aloud. */
  static String unsupported(JsonNode what) {
    return "<span class=\"bk-unsupported\">The sandbox cannot show this: %s</span>"
        .formatted(Html.escape(what.path("type").asText("something without a type")));
  }
}
