package dev.groundswell.sandbox.workspace;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The methods about channels and direct messages. */
final class ConversationMethods {
  private final Workspace workspace;
  private final Scopes scopes;
  private final MessageJson messages;

  ConversationMethods(Workspace workspace, Scopes scopes, MessageJson messages) {
    this.workspace = workspace;
    this.scopes = scopes;
    this.messages = messages;
  }

  Map<String, Method> all() {
    return Map.of(
        "conversations.open", this::open,
        "conversations.info", this::info,
        "conversations.members", this::members,
        "conversations.history", this::history);
  }

  private ObjectNode open(Call call) {
    String users = call.text("users");
    scopes.need(users.contains(",") ? "mpim:write" : "im:write");
    if (users.isEmpty()) {
      throw new Refused("users_list_not_supplied");
    }
    Person person = workspace.person(users).orElseThrow(() -> new Refused("user_not_found"));
    if (person.deactivated()) {
      throw new Refused("user_disabled");
    }
    if (person.bot()) {
      throw new Refused("cannot_dm_bot");
    }
    Conversation direct = workspace.directMessages(person.id());
    ObjectNode answer = Json.object();
    if (call.is("return_im")) {
      answer.set("channel", json(direct));
    } else {
      answer.putObject("channel").put("id", direct.id());
    }
    return answer;
  }

  private ObjectNode info(Call call) {
    Conversation in = readable(call, "read");
    ObjectNode answer = Json.object();
    ObjectNode channel = json(in);
    if (call.is("include_num_members")) {
      channel.put("num_members", in.members().size());
    }
    answer.set("channel", channel);
    return answer;
  }

  private ObjectNode members(Call call) {
    Conversation in = readable(call, "read");
    ObjectNode answer = Json.object();
    ArrayNode members = answer.putArray("members");
    in.members().forEach(members::add);
    answer.putObject("response_metadata").put("next_cursor", "");
    return answer;
  }

  private ObjectNode history(Call call) {
    Conversation in = readable(call, "history");
    if (!in.has(workspace.story().botUserId())) {
      throw new Refused("not_in_channel");
    }
    boolean inclusive = call.is("inclusive");
    String oldest = call.text("oldest");
    String latest = call.has("cursor") ? call.text("cursor") : call.text("latest");
    List<Message> found = new ArrayList<>(in.all());
    found.removeIf(Message::ephemeral);
    found.removeIf(each -> !oldest.isEmpty() && !after(each.ts(), oldest, inclusive));
    found.removeIf(each -> !latest.isEmpty() && !after(latest, each.ts(), inclusive));
    Collections.reverse(found);
    int limit = Math.min(999, Math.max(1, call.number("limit", 100)));
    ObjectNode answer = Json.object();
    ArrayNode page = answer.putArray("messages");
    found.stream()
        .limit(limit)
        .forEach(each -> page.add(messages.of(each, call.is("include_all_metadata"))));
    boolean more = found.size() > limit;
    answer.put("has_more", more).put("pin_count", 0);
    answer.putObject("response_metadata").put("next_cursor", more ? found.get(limit - 1).ts() : "");
    return answer;
  }

  private static boolean after(String ts, String other, boolean inclusive) {
    int order = new java.math.BigDecimal(ts).compareTo(new java.math.BigDecimal(other));
    return order > 0 || (inclusive && order == 0);
  }

  private Conversation readable(Call call, String kind) {
    scopes.needAny(kind);
    Conversation in =
        workspace
            .conversation(call.required("channel"))
            .orElseThrow(() -> new Refused("channel_not_found"));
    scopes.need(in, kind);
    return in;
  }

  private ObjectNode json(Conversation in) {
    ObjectNode json = Json.object();
    json.put("id", in.id()).put("created", in.createdAt()).put("is_archived", in.archived());
    json.put("is_im", in.direct()).put("is_org_shared", false);
    json.put("context_team_id", workspace.story().teamId());
    if (in.direct()) {
      workspace.otherThanBot(in).ifPresent(each -> json.put("user", each));
      return json;
    }
    json.put("name", in.name()).put("name_normalized", in.name());
    json.put("is_channel", true).put("is_group", false).put("is_mpim", false);
    json.put("is_private", false).put("is_shared", false).put("is_ext_shared", false);
    json.put("is_general", in.name().equals("general"));
    json.put("is_member", in.has(workspace.story().botUserId()));
    json.putObject("topic").put("value", in.topic()).put("creator", "").put("last_set", 0);
    json.putObject("purpose").put("value", "").put("creator", "").put("last_set", 0);
    return json;
  }
}
