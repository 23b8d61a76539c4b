package dev.groundswell.sandbox.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Files that the bot uploads in Slack's three steps: ask for an address, upload, complete. */
public final class Files {
  /** A file; {@code complete} once Slack has been told that it is all there. */
  public record Upload(String id, String name, String title, int length, boolean complete) {}

  private final Workspace workspace;
  private final Scopes scopes;
  private final Tokens tokens;
  private final SandboxClock clock;
  private final URI here;
  private final Map<String, Upload> uploads = new HashMap<>();
  private final Map<String, byte[]> contents = new HashMap<>();
  private final Map<String, String> addresses = new HashMap<>();
  private final Map<String, String> alternatives = new HashMap<>();

  Files(Workspace workspace, Scopes scopes, Tokens tokens, SandboxClock clock, URI here) {
    this.workspace = workspace;
    this.scopes = scopes;
    this.tokens = tokens;
    this.clock = clock;
    this.here = here;
  }

  Map<String, Method> all() {
    return Map.of(
        "files.getUploadURLExternal", this::address,
        "files.completeUploadExternal", this::complete,
        "files.info", this::info);
  }

  public synchronized Optional<Upload> find(String id) {
    return Optional.ofNullable(uploads.get(id)).filter(Upload::complete);
  }

  /** What is in a file; nothing when nothing has come. */
  public synchronized byte[] bytes(String id) {
    return contents.getOrDefault(id, new byte[0]).clone();
  }

  /** Takes the bytes of a file at the end of an upload URL. */
  public synchronized Answer receive(String token, byte[] bytes) {
    String id = addresses.remove(token);
    Upload upload = id == null ? null : uploads.get(id);
    if (upload == null) {
      return Answer.text(404, "no such upload");
    }
    contents.put(upload.id(), bytes);
    return Answer.text(200, "OK - " + bytes.length);
  }

  private synchronized ObjectNode address(Call call) {
    scopes.need("files:write");
    String name = call.required("filename");
    int length = call.number("length", 0);
    if (length < 1) {
      throw new Refused("invalid_arguments");
    }
    String id = "F" + tokens.next(10);
    String token = tokens.next(32);
    uploads.put(id, new Upload(id, name, name, length, false));
    alternatives.put(id, call.text("alt_txt"));
    addresses.put(token, id);
    return Json.object()
        .put("upload_url", here.resolve("/upload/" + token).toString())
        .put("file_id", id);
  }

  private synchronized ObjectNode complete(Call call) {
    scopes.need("files:write");
    ArrayNode asked = call.array("files", "invalid_arguments");
    ObjectNode answer = Json.object();
    ArrayNode files = answer.putArray("files");
    for (JsonNode each : asked) {
      Upload old = uploads.get(each.path("id").asText(""));
      if (old == null || bytes(old.id()).length != old.length()) {
        throw new Refused("file_not_found");
      }
      String title = each.path("title").asText(old.name());
      uploads.put(old.id(), new Upload(old.id(), old.name(), title, old.length(), true));
      files.addObject().put("id", old.id()).put("title", title);
    }
    String channel = call.text("channel_id");
    if (!channel.isEmpty()) {
      share(channel, call.text("initial_comment"), files);
    }
    return answer;
  }

  private void share(String channel, String comment, ArrayNode files) {
    Conversation in =
        workspace.conversation(channel).orElseThrow(() -> new Refused("channel_not_found"));
    if (!in.has(workspace.story().botUserId())) {
      throw new Refused("not_in_channel");
    }
    ArrayNode blocks = Json.array();
    if (!comment.isEmpty()) {
      ObjectNode words = blocks.addObject().put("type", "section");
      words.putObject("text").put("type", "mrkdwn").put("text", comment);
    }
    for (JsonNode file : files) {
      find(file.path("id").asText()).ifPresent(it -> blocks.add(shown(it)));
    }
    workspace.say(in, workspace.story().botUserId(), comment, blocks);
  }

  /** A picture as one sees it; any other file by its name, to be had with a click. */
  private ObjectNode shown(Upload upload) {
    ObjectNode block = Json.object();
    if (upload.name().endsWith(".png")) {
      String alternative = alternatives.getOrDefault(upload.id(), "");
      block.put("type", "image");
      block.put("alt_text", alternative.isEmpty() ? upload.title() : alternative);
      block.putObject("slack_file").put("id", upload.id());
      return block;
    }
    block.put("type", "section");
    block
        .putObject("text")
        .put("type", "mrkdwn")
        .put(
            "text",
            ":page_facing_up: <%s|%s>"
                .formatted(here.resolve("/files/" + upload.id()), upload.name()));
    return block;
  }

  private synchronized ObjectNode info(Call call) {
    scopes.need("files:read");
    Upload upload = find(call.required("file")).orElseThrow(() -> new Refused("file_not_found"));
    ObjectNode answer = Json.object();
    String type = upload.name().replaceFirst(".*\\.", "");
    answer
        .putObject("file")
        .put("id", upload.id())
        .put("created", clock.instant().getEpochSecond())
        .put("name", upload.name())
        .put("title", upload.title())
        .put("filetype", type)
        .put("mimetype", type.equals("png") ? "image/png" : "application/octet-stream")
        .put("size", upload.length())
        .put("user", workspace.story().botUserId())
        .put("url_private", here.resolve("/files/" + upload.id()).toString());
    return answer;
  }
}
