package dev.groundswell.sandbox.page;

import static dev.groundswell.sandbox.blocks.Html.attribute;
import static dev.groundswell.sandbox.blocks.Html.escape;

import dev.groundswell.config.Manifest;
import dev.groundswell.sandbox.workspace.Conversation;
import dev.groundswell.sandbox.workspace.Message;
import dev.groundswell.sandbox.workspace.Person;
import dev.groundswell.sandbox.workspace.Workspace;
import java.util.List;
import java.util.Map;

/** The messages of a conversation, day by day. */
final class MessageHtml {
  private final Reader reader;
  private final Manifest manifest;

  MessageHtml(Reader reader, Manifest manifest) {
    this.reader = reader;
    this.manifest = manifest;
  }

  String log(Conversation in) {
    StringBuilder html = new StringBuilder();
    String day = "";
    String author = "";
    for (Message message : in.seenBy(reader.person().id())) {
      String today = reader.day(Reader.instant(message.ts()));
      if (!today.equals(day)) {
        html.append(
            "<div class=\"day\" data-key=\"day %1$s\"><span>%1$s</span></div>"
                .formatted(escape(today)));
        author = "";
      }
      day = today;
      html.append(one(message));
      author = message.author();
    }
    if (author.isEmpty()) {
      html.append("<p class=\"empty\" data-key=\"empty\">Nothing has been said here yet.</p>");
    }
    return html.toString();
  }

  private String one(Message message) {
    String name = name(message);
    String time = reader.time(Reader.instant(message.ts()));
    boolean bot = message.author().equals(reader.workspace().story().botUserId());
    StringBuilder html = new StringBuilder("<article");
    html.append(attribute("class", classes(message)));
    html.append(attribute("data-key", message.ts()));
    html.append(attribute("data-channel", message.channel()));
    html.append(attribute("data-author", name));
    html.append(attribute("aria-label", name + ", " + time)).append(">");
    html.append(avatar(message, name, bot));
    html.append("<div class=\"said\"><div class=\"by\"><strong>").append(escape(name));
    html.append("</strong>");
    if (bot) {
      html.append(" <span class=\"badge\">App</span>");
    }
    html.append(" <time>").append(time).append("</time></div>");
    if (message.ephemeral()) {
      html.append("<div class=\"only-you\"><span>Only visible to you</span>");
      html.append("<button type=\"button\" class=\"quiet\" data-dismiss>Dismiss</button></div>");
    }
    html.append("<div class=\"content\">").append(content(message));
    if (message.editedAt() != null) {
      html.append(" <span class=\"edited\">(edited)</span>");
    }
    html.append("</div></div>").append(tools(message, name)).append("</article>");
    return html.toString();
  }

  private String content(Message message) {
    return message.blocks().isEmpty()
        ? "<div class=\"text\">" + reader.mrkdwn().html(message.text()) + "</div>"
        : reader.blocks("m" + message.ts().replace(".", "-")).of(message.blocks(), Map.of());
  }

  private static String classes(Message message) {
    return "msg"
        + (message.ephemeral() ? " ephemeral" : "")
        + (message.threadTs() == null ? "" : " reply");
  }

  private String name(Message message) {
    return message.author().equals(Message.SLACK)
        ? "Slack"
        : reader.person(message.author()).orElse("Somebody");
  }

  private String avatar(Message message, String name, boolean bot) {
    return bot
        ? "<span class=\"avatar app\" aria-hidden=\"true\"><img src=\"/icon.svg\" alt=\"\"></span>"
        : avatar(reader.workspace(), message.author(), name);
  }

  /** The initials of a person, each in a colour of their own. */
  static String avatar(Workspace workspace, String id, String name) {
    StringBuilder initials = new StringBuilder();
    for (String word : name.replaceFirst("^Dr\\. ", "").split(" ")) {
      if (!word.isEmpty() && initials.length() < 2) {
        initials.append(word.charAt(0));
      }
    }
    int tone = workspace.people().stream().map(Person::id).toList().indexOf(id) + 1;
    return "<span class=\"avatar tone-%d\" aria-hidden=\"true\">%s</span>"
        .formatted(tone % 6, escape(initials.toString()));
  }

  private String tools(Message message, String author) {
    List<Manifest.Shortcut> shortcuts =
        manifest.shortcuts().stream().filter(Manifest.Shortcut::ofMessages).toList();
    if (message.ephemeral() || shortcuts.isEmpty()) {
      return "";
    }
    StringBuilder html =
        new StringBuilder("<div class=\"tools\" role=\"group\"")
            .append(attribute("aria-label", "Shortcuts for the message of " + author))
            .append(">");
    for (Manifest.Shortcut each : shortcuts) {
      html.append("<button type=\"button\"")
          .append(attribute("data-shortcut", each.callbackId()))
          .append(attribute("title", each.description()))
          .append(">")
          .append(escape(each.name()))
          .append("</button>");
    }
    return html.append("</div>").toString();
  }
}
