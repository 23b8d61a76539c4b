package dev.groundswell.sandbox.workspace;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The methods that post, change and delete messages. */
final class ChatMethods {
  private static final int TEXT = 40_000;
  private static final int METADATA = 8_000;

  private final Workspace workspace;
  private final Scopes scopes;
  private final MessageJson messages;
  private final Content content;
  private final PostingRate rate;
  private final Events events;
  private final URI here;

  ChatMethods(
      Workspace workspace,
      Scopes scopes,
      MessageJson messages,
      Content content,
      PostingRate rate,
      Events events,
      URI here) {
    this.workspace = workspace;
    this.scopes = scopes;
    this.messages = messages;
    this.content = content;
    this.rate = rate;
    this.events = events;
    this.here = here;
  }

  Map<String, Method> all() {
    return Map.of(
        "chat.postMessage", this::post,
        "chat.postEphemeral", this::postEphemeral,
        "chat.update", this::update,
        "chat.delete", this::delete,
        "chat.getPermalink", this::permalink);
  }

  private ObjectNode post(Call call) {
    scopes.need("chat:write");
    Conversation in = writable(call);
    ArrayNode blocks = blocks(call);
    String text = text(call, blocks);
    ObjectNode metadata = metadata(call);
    String thread = call.has("thread_ts") ? call.text("thread_ts") : null;
    if (thread != null && in.at(thread).isEmpty()) {
      throw new Refused("thread_not_found");
    }
    rate.tooSoon(in.id())
        .ifPresent(
            wait -> {
              throw new WebApi.TooSoon(wait);
            });
    Message message = workspace.say(in, bot(), text, blocks, metadata, null, thread);
    events.posted(in, message);
    ObjectNode answer = Json.object().put("channel", in.id()).put("ts", message.ts());
    answer.set("message", messages.of(message, true));
    return answer;
  }

  private ObjectNode postEphemeral(Call call) {
    scopes.need("chat:write");
    Conversation in = writable(call);
    Person to =
        workspace.person(call.required("user")).orElseThrow(() -> new Refused("user_not_found"));
    if (!in.has(to.id())) {
      throw new Refused("user_not_in_channel");
    }
    ArrayNode blocks = blocks(call);
    Message message = workspace.say(in, bot(), text(call, blocks), blocks, null, to.id(), null);
    return Json.object().put("message_ts", message.ts());
  }

  private ObjectNode update(Call call) {
    scopes.need("chat:write");
    Conversation in = conversation(call);
    Message old = own(in, call.required("ts"), "cant_update_message");
    ArrayNode blocks = call.has("blocks") ? blocks(call) : old.blocks();
    String text = call.has("text") ? cut(call.text("text")) : old.text();
    if (text.isEmpty() && blocks.isEmpty()) {
      throw new Refused("no_text");
    }
    ObjectNode metadata = call.has("metadata") ? metadata(call) : old.metadata();
    Message edited = old.edited(text, blocks, metadata, workspace.nextTs());
    workspace.replace(in, edited);
    events.changed(in, old, edited);
    ObjectNode answer = Json.object().put("channel", in.id()).put("ts", old.ts()).put("text", text);
    answer.set("message", messages.of(edited, true).without("ts"));
    return answer;
  }

  private ObjectNode delete(Call call) {
    scopes.need("chat:write");
    Conversation in = conversation(call);
    Message old = own(in, call.required("ts"), "cant_delete_message");
    workspace.delete(in, old.ts());
    events.deleted(in, old);
    return Json.object().put("channel", in.id()).put("ts", old.ts());
  }

  private ObjectNode permalink(Call call) {
    Conversation in = conversation(call);
    String ts = call.required("message_ts");
    if (in.at(ts).filter(each -> !each.ephemeral()).isEmpty()) {
      throw new Refused("message_not_found");
    }
    return Json.object()
        .put("channel", in.id())
        .put(
            "permalink",
            here.resolve("/archives/" + in.id() + "/p" + ts.replace(".", "")).toString());
  }

  private Message own(Conversation in, String ts, String refusal) {
    Message message =
        in.at(ts)
            .filter(each -> !each.ephemeral())
            .orElseThrow(() -> new Refused("message_not_found"));
    if (!message.author().equals(bot())) {
      throw new Refused(refusal);
    }
    return message;
  }

  private Conversation writable(Call call) {
    Conversation in = conversation(call);
    if (in.archived()) {
      throw new Refused("is_archived");
    }
    if (!in.has(bot())) {
      throw new Refused("not_in_channel");
    }
    return in;
  }

  /** By its id, by its name, or by the person whose direct messages it is. */
  private Conversation conversation(Call call) {
    String channel = call.required("channel");
    Person person = workspace.person(channel).orElse(null);
    if (person != null) {
      if (person.deactivated() || person.bot()) {
        throw new Refused(person.bot() ? "cannot_dm_bot" : "user_disabled");
      }
      return workspace.directMessages(person.id());
    }
    return workspace
        .conversation(channel)
        .or(() -> workspace.channelCalled(channel))
        .orElseThrow(() -> new Refused("channel_not_found"));
  }

  private ArrayNode blocks(Call call) {
    if (!call.has("blocks") || call.text("blocks").isEmpty()) {
      return Json.array();
    }
    return content.message(call.array("blocks", "invalid_blocks_format"));
  }

  private static String text(Call call, ArrayNode blocks) {
    String text = cut(call.text("text"));
    if (text.isEmpty() && blocks.isEmpty()) {
      throw new Refused("no_text");
    }
    return text;
  }

  private static String cut(String text) {
    return text.length() <= TEXT ? text : text.substring(0, TEXT);
  }

  private static @Nullable ObjectNode metadata(Call call) {
    if (!call.has("metadata")) {
      return null;
    }
    ObjectNode metadata = call.object("metadata", "invalid_metadata_format");
    if (!metadata.path("event_type").isTextual() || !metadata.path("event_payload").isObject()) {
      throw new Refused("invalid_metadata_format");
    }
    if (metadata.toString().length() > METADATA) {
      throw new Refused("metadata_too_large");
    }
    return metadata;
  }

  private String bot() {
    return workspace.story().botUserId();
  }
}
