package dev.groundswell.sandbox.workspace;

import dev.groundswell.config.Manifest;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What people do with the keyboard: they write messages and give commands. */
public final class Typing {
  private final Workspace workspace;
  private final Manifest manifest;
  private final Escaping escaping;
  private final Triggers triggers;
  private final ResponseUrls responseUrls;
  private final Events events;
  private final Views views;
  private final UserJson users;
  private final Bot bot;

  Typing(
      Workspace workspace,
      Manifest manifest,
      Triggers triggers,
      ResponseUrls responseUrls,
      Events events,
      Views views,
      UserJson users,
      Bot bot) {
    this.workspace = workspace;
    this.manifest = manifest;
    this.escaping = new Escaping(workspace);
    this.triggers = triggers;
    this.responseUrls = responseUrls;
    this.events = events;
    this.views = views;
    this.users = users;
    this.bot = bot;
  }

  /** A line from the composer of a conversation: a command when it starts with a slash. */
  public void say(String userId, String channel, String typed) {
    Conversation in = conversation(channel);
    String line = typed.strip();
    if (line.startsWith("/")) {
      command(userId, in, line);
    } else if (!line.isEmpty() && !in.archived()) {
      in.join(userId);
      Message message = workspace.say(in, userId, escaping.message(line), Json.array());
      events.posted(in, message);
    }
  }

  /** This person looks at the app's Home or at its messages; {@code tab} is Slack's word. */
  public void openApp(String userId, String tab) {
    events.homeOpened(userId, workspace.directMessages(userId), tab, views.home(userId));
  }

  /** This person lives elsewhere now. */
  public void move(String userId, ZoneId zone) {
    workspace.move(userId, zone);
    workspace.person(userId).ifPresent(person -> events.userChanged(users.of(person)));
  }

  /** This person no longer wants to see an ephemeral message. */
  public void dismiss(String userId, String channel, String ts) {
    Conversation in = conversation(channel);
    in.at(ts)
        .filter(each -> userId.equals(each.visibleTo()))
        .ifPresent(each -> workspace.delete(in, ts));
  }

  private void command(String userId, Conversation in, String line) {
    String[] words = line.split("\\s+", 2);
    Optional<Manifest.Command> known =
        manifest.commands().stream().filter(each -> each.name().equals(words[0])).findFirst();
    if (known.isEmpty()) {
      workspace.complain(
          in,
          userId,
          "%s is not a valid command. In Slack, a line that starts with a slash is a command."
              .formatted(words[0]));
      return;
    }
    String text = words.length == 1 ? "" : words[1].strip();
    Story story = workspace.story();
    Map<String, String> form = new LinkedHashMap<>();
    form.put("token", "");
    form.put("team_id", story.teamId());
    form.put("team_domain", story.domain());
    form.put("channel_id", in.id());
    form.put("channel_name", in.name());
    form.put("user_id", userId);
    form.put("user_name", workspace.person(userId).map(Person::handle).orElse(userId));
    form.put("command", known.get().name());
    form.put("text", known.get().escapes() ? escaping.command(text) : text);
    form.put("api_app_id", story.appId());
    form.put("is_enterprise_install", "false");
    form.put("response_url", responseUrls.issue(userId, in.id(), null));
    form.put("trigger_id", triggers.issue(userId));
    Reply reply = bot.form(form);
    if (reply instanceof Reply.Failed failed) {
      workspace.complain(
          in, userId, "%s failed with the error \"%s\"".formatted(words[0], failed.code()));
    } else if (reply instanceof Reply.Acknowledged acknowledged) {
      answer(userId, in, words[0], acknowledged);
    }
  }

  private void answer(
      String userId, Conversation in, String command, Reply.Acknowledged acknowledged) {
    if (acknowledged.body().isBlank()) {
      return;
    }
    try {
      var json = acknowledged.json();
      if (json.isObject()) {
        if (json.has("text") || json.has("blocks")) {
          responseUrls.say(userId, in.id(), null, json);
        }
      } else {
        responseUrls.say(
            userId, in.id(), null, Json.object().put("text", acknowledged.body().strip()));
      }
    } catch (Refused e) {
      workspace.complain(
          in,
          userId,
          "%s failed with the error \"%s\" %s"
              .formatted(command, e.code(), String.join(" ", e.messages())));
    }
  }

  private Conversation conversation(String channel) {
    return workspace
        .conversation(channel)
        .orElseThrow(() -> new IllegalArgumentException("no conversation " + channel));
  }
}
