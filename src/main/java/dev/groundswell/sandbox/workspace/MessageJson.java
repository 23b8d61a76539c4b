package dev.groundswell.sandbox.workspace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groundswell.config.Manifest;

/** A message as Slack's Web API and its payloads describe one. */
final class MessageJson {
  private final Story story;
  private final Manifest manifest;

  MessageJson(Story story, Manifest manifest) {
    this.story = story;
    this.manifest = manifest;
  }

  ObjectNode of(Message message, boolean withMetadata) {
    ObjectNode json = Json.object();
    json.put("type", "message").put("user", message.author()).put("text", message.text());
    json.put("ts", message.ts()).put("team", story.teamId());
    if (message.author().equals(story.botUserId())) {
      json.put("bot_id", story.botId()).put("app_id", story.appId());
      json.putObject("bot_profile")
          .put("id", story.botId())
          .put("app_id", story.appId())
          .put("name", manifest.name())
          .put("deleted", false)
          .put("updated", 0)
          .put("team_id", story.teamId())
          .putObject("icons");
    }
    if (!message.blocks().isEmpty()) {
      json.set("blocks", message.blocks());
    }
    if (message.threadTs() != null) {
      json.put("thread_ts", message.threadTs());
    }
    if (message.editedAt() != null) {
      json.putObject("edited").put("user", message.author()).put("ts", message.editedAt());
    }
    if (withMetadata && message.metadata() != null) {
      json.set("metadata", message.metadata());
    }
    return json;
  }
}
