package dev.groundswell.sandbox.blocks;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** Rich text and tables as HTML. */
final class RichTextHtml {
  private final Names names;
  private final Mrkdwn mrkdwn;

  RichTextHtml(Names names, Mrkdwn mrkdwn) {
    this.names = names;
    this.mrkdwn = mrkdwn;
  }

  String block(JsonNode block) {
    StringBuilder html = new StringBuilder();
    block.path("elements").forEach(each -> html.append(part(each)));
    return html.toString();
  }

  private String part(JsonNode part) {
    return switch (part.path("type").asText("")) {
      case "rich_text_section" -> "<p>" + leaves(part) + "</p>";
      case "rich_text_quote" -> "<blockquote>" + leaves(part) + "</blockquote>";
      case "rich_text_preformatted" -> "<pre><code>" + leaves(part) + "</code></pre>";
      case "rich_text_list" -> list(part);
      default -> BlockKitHtml.unsupported(part);
    };
  }

  private String list(JsonNode part) {
    String tag = part.path("style").asText("").equals("ordered") ? "ol" : "ul";
    StringBuilder html = new StringBuilder("<" + tag);
    html.append(Html.attribute("class", "indent-" + part.path("indent").asInt(0)));
    if (tag.equals("ol") && part.path("offset").asInt(0) > 0) {
      html.append(Html.attribute("start", Integer.toString(part.path("offset").asInt() + 1)));
    }
    html.append(">");
    part.path("elements").forEach(each -> html.append("<li>").append(leaves(each)).append("</li>"));
    return html.append("</" + tag + ">").toString();
  }

  private String leaves(JsonNode of) {
    StringBuilder html = new StringBuilder();
    of.path("elements").forEach(each -> html.append(styled(each)));
    return html.toString();
  }

  private String styled(JsonNode leaf) {
    String html = leaf(leaf);
    JsonNode style = leaf.path("style");
    if (style.path("code").asBoolean()) {
      html = "<code>" + html + "</code>";
    }
    if (style.path("bold").asBoolean()) {
      html = "<strong>" + html + "</strong>";
    }
    if (style.path("italic").asBoolean()) {
      html = "<em>" + html + "</em>";
    }
    return style.path("strike").asBoolean() ? "<s>" + html + "</s>" : html;
  }

  private String leaf(JsonNode leaf) {
    String text = leaf.path("text").asText("");
    return switch (leaf.path("type").asText("")) {
      case "text" -> Html.escape(text).replace("\n", "<br>");
      case "link" -> {
        String url = leaf.path("url").asText("");
        yield Html.link(url, Html.escape(text.isEmpty() ? url : text));
      }
      case "user" -> mention("@", names.person(leaf.path("user_id").asText("")).orElse("unknown"));
      case "channel" ->
          mention("#", names.channel(leaf.path("channel_id").asText("")).orElse("unknown"));
      case "broadcast" -> mention("@", leaf.path("range").asText("channel"));
      case "usergroup" -> mention("@", "group");
      case "emoji" -> Html.escape(Emoji.named(leaf.path("name").asText("")));
      case "date" ->
          Html.escape(
              mrkdwn.written(
                  Instant.ofEpochSecond(leaf.path("timestamp").asLong()),
                  leaf.path("format").asText("{date}")));
      default -> BlockKitHtml.unsupported(leaf);
    };
  }

  private static String mention(String sign, String name) {
    return "<span class=\"mention\">" + Html.escape(sign + name) + "</span>";
  }

  /** A table whose first row is its head. */
  String table(JsonNode table) {
    StringBuilder html = new StringBuilder("<div class=\"bk-table\"><table>");
    boolean head = true;
    for (JsonNode row : table.path("rows")) {
      html.append(head ? "<thead><tr>" : "<tr>");
      for (JsonNode cell : row) {
        String inside =
            cell.path("type").asText("").equals("raw_text")
                ? Html.escape(cell.path("text").asText(""))
                : block(cell);
        html.append(head ? "<th scope=\"col\">" : "<td>").append(inside);
        html.append(head ? "</th>" : "</td>");
      }
      html.append(head ? "</tr></thead><tbody>" : "</tr>");
      head = false;
    }
    return html.append("</tbody></table></div>").toString();
  }
}
