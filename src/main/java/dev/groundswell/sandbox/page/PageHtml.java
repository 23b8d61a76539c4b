package dev.groundswell.sandbox.page;

import static dev.groundswell.sandbox.blocks.Html.attribute;
import static dev.groundswell.sandbox.blocks.Html.escape;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groundswell.sandbox.mailbox.Mailbox;
import dev.groundswell.sandbox.workspace.Conversation;
import dev.groundswell.sandbox.workspace.FakeSlack;
import dev.groundswell.sandbox.workspace.Json;
import dev.groundswell.sandbox.workspace.Person;
import dev.groundswell.sandbox.workspace.SandboxClock;
import dev.groundswell.sandbox.workspace.Story;
import dev.groundswell.sandbox.workspace.Workspace;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The page as somebody sees it somewhere: its parts by name, or all of it. */
final class PageHtml {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("EEEE d MMMM, HH:mm", Locale.ENGLISH);

  private final FakeSlack slack;
  private final Mailbox mailbox;
  private final SandboxClock clock;
  private final Unread unread;
  private final String template;

  PageHtml(FakeSlack slack, Mailbox mailbox, SandboxClock clock, Unread unread, String template) {
    this.slack = slack;
    this.mailbox = mailbox;
    this.clock = clock;
    this.unread = unread;
    this.template = template;
  }

  /** The person with this handle, or the first of the story. */
  Person person(String handle) {
    return slack.workspace().people().stream()
        .filter(Person::playable)
        .filter(each -> each.handle().equals(handle))
        .findFirst()
        .orElseGet(() -> slack.workspace().people().get(0));
  }

  /** The place of this name, or the first channel. */
  Place place(String name) {
    boolean known =
        name.matches("app|home|mailbox|mail-\\d{1,6}")
            || (name.startsWith("C") && slack.workspace().conversation(name).isPresent());
    return new Place(known ? name : slack.workspace().channels().get(0).id());
  }

  /** The conversation of a place; the direct messages with the app where there is none other. */
  Conversation conversation(Person person, Place place) {
    Workspace workspace = slack.workspace();
    return workspace
        .conversation(place.name())
        .orElseGet(() -> workspace.directMessages(person.id()));
  }

  String all(Person person, Place place) {
    String html = template;
    for (Map.Entry<String, String> each : parts(person, place).entrySet()) {
      html = html.replace("<!--" + each.getKey() + "-->", each.getValue());
    }
    return html.replace("{{kind}}", kind(place)).replace("{{words}}", escape(words().toString()));
  }

  /** What the script of the page shows: the version, where it is, and every part. */
  ObjectNode json(Person person, Place place, long version) {
    ObjectNode json = Json.object();
    json.put("version", version).put("as", person.handle()).put("at", place.name());
    json.put("kind", kind(place)).put("name", name(person, place));
    ObjectNode parts = json.putObject("parts");
    parts(person, place).forEach(parts::put);
    return json;
  }

  private Map<String, String> parts(Person person, Place place) {
    Reader reader = new Reader(person, slack.workspace(), clock.instant());
    Conversation in = conversation(person, place);
    if (place.conversation()) {
      unread.read(person, in);
    }
    Map<String, String> parts = new TreeMap<>();
    parts.put("sidebar", new SidebarHtml(reader, slack, mailbox, unread).of(place));
    parts.put("clock", clock(reader));
    parts.put("place", heading(person, place));
    parts.put("log", place.conversation() ? new MessageHtml(reader, slack.manifest()).log(in) : "");
    parts.put("board", board(reader, place));
    parts.put("tries", tries());
    parts.put("trouble", trouble());
    parts.put("dialog", new ModalHtml(reader, slack.views()).dialog());
    return parts;
  }

  private String board(Reader reader, Place place) {
    if (place.home()) {
      return new ModalHtml(reader, slack.views()).home();
    }
    return place.mailbox() ? new MailHtml(reader, mailbox).of(place) : "";
  }

  private static String kind(Place place) {
    return place.conversation() ? "conversation" : place.home() ? "home" : "mailbox";
  }

  private String name(Person person, Place place) {
    if (place.mailbox()) {
      return "Mailbox";
    }
    Conversation in = conversation(person, place);
    return in.direct() ? slack.manifest().name() : "#" + in.name();
  }

  private static String clock(Reader reader) {
    return "<strong>%s</strong> <span>%s’s time</span>"
        .formatted(escape(reader.now().format(CLOCK)), escape(reader.person().firstName()));
  }

  private String heading(Person person, Place place) {
    StringBuilder html = new StringBuilder("<h1>").append(escape(name(person, place)));
    html.append("</h1>");
    if (place.mailbox()) {
      return html.append("<p>What the bot has mailed, to whomever</p>").toString();
    }
    Conversation in = conversation(person, place);
    if (!in.direct()) {
      boolean there = in.has(slack.workspace().story().botUserId());
      return html.append("<p>")
          .append(escape(in.topic()))
          .append(
              there
                  ? ""
                  : " · Groundswell is not in this channel"
                      .replace("Groundswell", escape(slack.manifest().name())))
          .append("</p>")
          .toString();
    }
    html.append("<ul class=\"tabs\">");
    for (String tab : new String[] {"home", "app"}) {
      html.append(
          "<li><a href=\"?at=%1$s\" data-go=\"%1$s\"%2$s>%3$s</a></li>"
              .formatted(
                  tab,
                  place.name().equals(tab) ? " aria-current=\"page\"" : "",
                  tab.equals("home") ? "Home" : "Messages"));
    }
    return html.append("</ul>").toString();
  }

  private String tries() {
    StringBuilder html = new StringBuilder();
    for (Story.Card card : slack.workspace().story().cards()) {
      String channel =
          slack
              .workspace()
              .channelCalled(card.channel())
              .map(Conversation::id)
              .orElse(card.channel());
      html.append("<li class=\"card\"><h3>").append(escape(card.title())).append("</h3><p>");
      html.append(escape(card.text())).append("</p>");
      html.append("<button type=\"button\" class=\"bk-button\"")
          .append(attribute("data-fill", card.fill()))
          .append(attribute("data-at", channel))
          .append("><code>")
          .append(escape(card.fill()))
          .append("</code></button>");
      if (!card.then().isEmpty()) {
        html.append("<ol>");
        card.then().forEach(each -> html.append("<li>").append(escape(each)).append("</li>"));
        html.append("</ol>");
      }
      html.append("</li>");
    }
    return html.toString();
  }

  private String trouble() {
    int left = slack.troubles().left();
    return left == 0
        ? "<p>All is well.</p>"
        : "<p>%d %s of the bot will go wrong. <button type=\"button\" class=\"quiet\" data-well>All is well</button></p>"
            .formatted(left, left == 1 ? "call" : "calls");
  }

  /** What the composer completes: people after an @, channels after a #, commands after a slash. */
  private ObjectNode words() {
    ObjectNode words = Json.object();
    ArrayNode people = words.putArray("@");
    slack
        .workspace()
        .people()
        .forEach(
            each ->
                people
                    .addObject()
                    .put("word", "@" + each.name())
                    .put("also", each.handle())
                    .put("hint", each.deactivated() ? "has left" : each.title()));
    ArrayNode channels = words.putArray("#");
    slack
        .workspace()
        .channels()
        .forEach(
            each ->
                channels
                    .addObject()
                    .put("word", "#" + each.name())
                    .put("also", "")
                    .put("hint", each.topic()));
    ArrayNode commands = words.putArray("/");
    slack
        .manifest()
        .commands()
        .forEach(
            each ->
                commands
                    .addObject()
                    .put("word", each.name())
                    .put("also", "")
                    .put("hint", each.description())
                    .put("usage", each.usageHint()));
    return words;
  }
}
