package dev.groundswell.sandbox.page;

import static dev.groundswell.sandbox.blocks.Html.attribute;
import static dev.groundswell.sandbox.blocks.Html.escape;

import dev.groundswell.sandbox.mailbox.Mailbox;
import dev.groundswell.sandbox.workspace.Conversation;
import dev.groundswell.sandbox.workspace.FakeSlack;
import dev.groundswell.sandbox.workspace.Person;
import dev.groundswell.sandbox.workspace.Workspace;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The left side of the page: who one is, and where one can go. */
final class SidebarHtml {
  private static final List<String> ZONES =
      List.of(
          "America/Los_Angeles",
          "America/Chicago",
          "America/New_York",
          "Europe/London",
          "Europe/Berlin",
          "Asia/Kolkata",
          "Australia/Sydney");

  private final Reader reader;
  private final FakeSlack slack;
  private final Mailbox mailbox;
  private final Unread unread;

  SidebarHtml(Reader reader, FakeSlack slack, Mailbox mailbox, Unread unread) {
    this.reader = reader;
    this.slack = slack;
    this.mailbox = mailbox;
    this.unread = unread;
  }

  String of(Place place) {
    Workspace workspace = reader.workspace();
    StringBuilder html = new StringBuilder();
    html.append("<div class=\"workspace\">")
        .append(escape(workspace.story().workspace()))
        .append("</div>");
    html.append(you());
    html.append("<h2>Channels</h2><ul>");
    for (Conversation channel : workspace.channels()) {
      if (!channel.archived()) {
        long count = unread.count(reader.person(), channel);
        html.append(link(place, channel.id(), "#", channel.name(), count));
      }
    }
    html.append("</ul><h2>Direct messages</h2><ul>");
    long count = unread.count(reader.person(), workspace.directMessages(reader.person().id()));
    Place here = place.home() ? new Place("app") : place;
    html.append(link(here, "app", "", slack.manifest().name(), count));
    html.append("</ul><h2>Outside Slack</h2><ul>");
    html.append(mail(place));
    return html.append("</ul>").toString();
  }

  private String you() {
    Person you = reader.person();
    StringBuilder html = new StringBuilder("<div class=\"you\">");
    html.append(MessageHtml.avatar(reader.workspace(), you.id(), you.name()));
    html.append("<div><label for=\"as\">You are</label><select id=\"as\">");
    for (Person each : reader.workspace().people()) {
      if (each.playable()) {
        html.append("<option")
            .append(attribute("value", each.handle()))
            .append(each.id().equals(you.id()) ? " selected>" : ">")
            .append(escape(each.name()))
            .append("</option>");
      }
    }
    html.append("</select><p class=\"title\">").append(escape(you.title())).append("</p>");
    html.append("<label for=\"zone\">Your time zone</label><select id=\"zone\">");
    Set<String> zones = new TreeSet<>(ZONES);
    zones.add(you.zone().getId());
    for (String zone : zones) {
      html.append("<option")
          .append(attribute("value", zone))
          .append(zone.equals(you.zone().getId()) ? " selected>" : ">")
          .append(escape(city(ZoneId.of(zone))))
          .append("</option>");
    }
    return html.append("</select></div></div>").toString();
  }

  private static String city(ZoneId zone) {
    return zone.getId().replaceFirst(".*/", "").replace('_', ' ');
  }

  private String mail(Place place) {
    int count = mailbox.mails().size();
    return link(place.mailbox() ? new Place("mailbox") : place, "mailbox", "", "Mailbox", count);
  }

  private static String link(Place here, String to, String sign, String name, long count) {
    String counted =
        count == 0
            ? ""
            : "<span class=\"count\"><span aria-hidden=\"true\">%d</span><span class=\"hidden\">, %d %s</span></span>"
                .formatted(count, count, to.equals("mailbox") ? "received" : "unread");
    String mark =
        switch (to) {
          case "app" -> "<img class=\"mark\" src=\"/icon.svg\" alt=\"\">";
          case "mailbox" -> "<span class=\"mark\" aria-hidden=\"true\">✉</span>";
          default -> "<span class=\"mark\" aria-hidden=\"true\">" + sign + "</span>";
        };
    return "<li><a href=\"?at=%s\" data-go=\"%s\"%s%s>%s<span class=\"name\">%s</span>%s</a></li>"
        .formatted(
            escape(to),
            escape(to),
            here.name().equals(to) ? " aria-current=\"page\"" : "",
            count > 0 && !to.equals("mailbox") ? " class=\"unread\"" : "",
            mark,
            escape(name),
            counted);
  }
}
