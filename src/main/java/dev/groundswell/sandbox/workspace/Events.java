package dev.groundswell.sandbox.workspace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groundswell.config.Manifest;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/**
 * What Slack tells the app has happened: in order, from a thread of its own, once more at once when
 * the app does not take it. Only what the manifest subscribes to is told.
 */
final class Events {
  private final Story story;
  private final Manifest manifest;
  private final MessageJson messages;
  private final Tokens tokens;
  private final SandboxClock clock;
  private final Bot bot;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "sandbox-events");
            thread.setDaemon(true);
            return thread;
          });

  Events(
      Story story,
      Manifest manifest,
      MessageJson messages,
      Tokens tokens,
      SandboxClock clock,
      Bot bot) {
    this.story = story;
    this.manifest = manifest;
    this.messages = messages;
    this.tokens = tokens;
    this.clock = clock;
    this.bot = bot;
  }

  void posted(Conversation in, Message message) {
    ObjectNode event = messages.of(message, true);
    if (in.direct()) {
      tell("message.im", stamped(in, event, message.ts()).put("channel_type", "im"));
    } else if (message.text().contains("<@" + story.botUserId() + ">")
        && !message.author().equals(story.botUserId())
        && in.has(story.botUserId())) {
      tell("app_mention", stamped(in, event.put("type", "app_mention"), message.ts()));
    }
  }

  void changed(Conversation in, Message before, Message after) {
    if (in.direct()) {
      ObjectNode event = Json.object().put("type", "message").put("subtype", "message_changed");
      event.put("hidden", true);
      event.set("message", messages.of(after, true).without("app_id"));
      event.set("previous_message", messages.of(before, true).without("app_id"));
      String at = after.editedAt() == null ? after.ts() : after.editedAt();
      tell("message.im", stamped(in, event, at).put("ts", at).put("channel_type", "im"));
    }
  }

  void deleted(Conversation in, Message before) {
    if (in.direct()) {
      ObjectNode event = Json.object().put("type", "message").put("subtype", "message_deleted");
      event.put("hidden", true).put("deleted_ts", before.ts());
      event.set("previous_message", messages.of(before, true).without("app_id"));
      String at = now();
      tell("message.im", stamped(in, event, at).put("ts", at).put("channel_type", "im"));
    }
  }

  void homeOpened(String userId, Conversation direct, String tab, java.util.Optional<View> home) {
    ObjectNode event = Json.object().put("type", "app_home_opened").put("user", userId);
    event.put("tab", tab);
    home.ifPresent(view -> event.set("view", view.json(story, Json.object())));
    tell("app_home_opened", stamped(direct, event, now()));
  }

  void userChanged(ObjectNode user) {
    ObjectNode event = Json.object().put("type", "user_change");
    event.set("user", user);
    event.put("cache_ts", clock.instant().getEpochSecond());
    tell("user_change", event);
  }

  void uninstalled() {
    tell("app_uninstalled", Json.object().put("type", "app_uninstalled"));
  }

  private static ObjectNode stamped(Conversation in, ObjectNode event, String eventTs) {
    return event.put("channel", in.id()).put("event_ts", eventTs);
  }

  private String now() {
    return clock.instant().getEpochSecond() + ".000100";
  }

  private void tell(String kind, ObjectNode event) {
    if (!manifest.events().contains(kind)) {
      return;
    }
    ObjectNode envelope = Json.object();
    envelope.put("token", "").put("team_id", story.teamId()).put("api_app_id", story.appId());
    envelope.set("event", event);
    envelope.put("type", "event_callback").put("event_id", "Ev" + tokens.next(9));
    envelope.put("event_time", clock.instant().getEpochSecond());
    envelope
        .putArray("authorizations")
        .addObject()
        .putNull("enterprise_id")
        .put("team_id", story.teamId())
        .put("user_id", story.botUserId())
        .put("is_bot", true)
        .put("is_enterprise_install", false);
    envelope.put("is_ext_shared_channel", false).put("event_context", "4-" + tokens.next(20));
    String body = envelope.toString();
    try {
      thread.execute(
          () -> {
            if (bot.event(body, 0) instanceof Reply.Failed) {
              bot.event(body, 1);
            }
          });
    } catch (RejectedExecutionException e) {
      // The sandbox is closing; Slack itself would go on, but nobody listens any more.
    }
  }

  void close() {
    thread.shutdownNow();
  }
}
