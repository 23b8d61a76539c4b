package dev.groundswell.sandbox.workspace;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A modal or a Home view, as one person sees it.
 *
 * @param source what the app sent, with the ids that Slack adds; never changed once here
 * @param errors what the app found wrong, by block_id
 */
public record View(
    String id,
    String userId,
    ObjectNode source,
    String hash,
    String rootId,
    @Nullable String previousId,
    Map<String, String> errors) {
  public View {
    errors = Map.copyOf(errors);
  }

  public boolean home() {
    return text("type").equals("home");
  }

  public ArrayNode blocks() {
    return source.withArrayProperty("blocks");
  }

  public String callbackId() {
    return text("callback_id");
  }

  public boolean notifiesOnClose() {
    return source.path("notify_on_close").asBoolean();
  }

  boolean clearsOnClose() {
    return source.path("clear_on_close").asBoolean();
  }

  /** A label of the view: title, submit or close; empty when there is none. */
  public String label(String name) {
    return source.path(name).path("text").asText("");
  }

  private String text(String name) {
    return source.path(name).asText("");
  }

  View with(ObjectNode newSource, String newHash) {
    return new View(id, userId, newSource, newHash, rootId, previousId, Map.of());
  }

  View wrong(Map<String, String> found) {
    return new View(id, userId, source, hash, rootId, previousId, found);
  }

  /** The view as Slack shows it to the app. */
  ObjectNode json(Story story, ObjectNode values) {
    ObjectNode json = Json.object();
    json.put("id", id).put("team_id", story.teamId()).put("type", text("type"));
    json.set("blocks", blocks());
    json.put("private_metadata", text("private_metadata"));
    json.put("callback_id", callbackId());
    json.putObject("state").set("values", values);
    json.put("hash", hash);
    for (String label : new String[] {"title", "close", "submit"}) {
      json.set(label, source.has(label) ? source.get(label) : null);
    }
    json.put("clear_on_close", clearsOnClose());
    json.put("notify_on_close", notifiesOnClose());
    json.put("previous_view_id", previousId);
    json.put("root_view_id", rootId);
    json.put("app_id", story.appId());
    json.put("external_id", text("external_id"));
    json.put("app_installed_team_id", story.teamId());
    json.put("bot_id", story.botId());
    return json;
  }
}
