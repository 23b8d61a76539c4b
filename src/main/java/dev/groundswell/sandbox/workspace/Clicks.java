package dev.groundswell.sandbox.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groundswell.sandbox.blocks.Control;
import dev.groundswell.sandbox.blocks.FormState;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people do with the mouse: they press buttons, choose, submit and close. */
public final class Clicks {
  private static final String TROUBLE = "We had some trouble connecting. Try again? (%s)";

  private final Workspace workspace;
  private final MessageJson messages;
  private final Views views;
  private final Triggers triggers;
  private final ResponseUrls responseUrls;
  private final Content content;
  private final Bot bot;

  Clicks(
      Workspace workspace,
      MessageJson messages,
      Views views,
      Triggers triggers,
      ResponseUrls responseUrls,
      Content content,
      Bot bot) {
    this.workspace = workspace;
    this.messages = messages;
    this.views = views;
    this.triggers = triggers;
    this.responseUrls = responseUrls;
    this.content = content;
    this.bot = bot;
  }

  /**
   * Uses a control of a message.
   *
   * @param control its address, as {@link Control} counts them
   * @param entries what the controls of the message hold, by address
   */
  public void inMessage(
      String userId, String channel, String ts, String control, Map<String, List<String>> entries) {
    Conversation in =
        workspace
            .conversation(channel)
            .orElseThrow(() -> new IllegalArgumentException("no conversation " + channel));
    Message message =
        in.at(ts)
            .filter(each -> each.seenBy(userId))
            .orElseThrow(() -> new IllegalArgumentException("no message " + ts));
    FormState state = FormState.of(message.blocks(), entries, zone(userId));
    ObjectNode payload = interaction("block_actions", userId);
    payload
        .putObject("container")
        .put("type", "message")
        .put("message_ts", ts)
        .put("channel_id", channel)
        .put("is_ephemeral", message.ephemeral());
    payload.put("trigger_id", triggers.issue(userId));
    payload.putObject("channel").put("id", channel).put("name", in.name());
    if (!message.ephemeral()) {
      payload.set("message", messages.of(message, false));
    }
    payload.putObject("state").set("values", state.values());
    payload.put("response_url", responseUrls.issue(userId, channel, ts));
    payload.set("actions", actions(message.blocks(), control, state));
    if (bot.form(Map.of("payload", payload.toString())) instanceof Reply.Failed failed) {
      workspace.complain(in, userId, "This button did not work: " + failed.code());
    }
  }

  /** Uses a control of an open modal or of Home. */
  public void inView(
      String userId, String viewId, String control, Map<String, List<String>> entries) {
    View view = view(userId, viewId);
    FormState state = FormState.of(view.blocks(), entries, zone(userId));
    ObjectNode payload = interaction("block_actions", userId);
    payload.putObject("container").put("type", "view").put("view_id", viewId);
    payload.put("trigger_id", triggers.issue(userId));
    payload.set("view", view.json(workspace.story(), state.values()));
    payload.set("actions", actions(view.blocks(), control, state));
    if (bot.form(Map.of("payload", payload.toString())) instanceof Reply.Failed failed) {
      views.wrong(viewId, Map.of("", TROUBLE.formatted(failed.code())));
    }
  }

  /** Submits the modal on top. */
  public void submit(String userId, String viewId, Map<String, List<String>> entries) {
    View view = view(userId, viewId);
    FormState state = FormState.of(view.blocks(), entries, zone(userId));
    Map<String, String> incomplete = state.incomplete();
    if (!incomplete.isEmpty()) {
      views.wrong(viewId, incomplete);
      return;
    }
    views.wrong(viewId, Map.of());
    ObjectNode payload = interaction("view_submission", userId);
    payload.put("trigger_id", triggers.issue(userId));
    payload.set("view", view.json(workspace.story(), state.values()));
    Reply reply = bot.form(Map.of("payload", payload.toString()));
    if (reply instanceof Reply.Failed failed) {
      views.wrong(viewId, Map.of("", TROUBLE.formatted(failed.code())));
    } else if (reply instanceof Reply.Acknowledged acknowledged) {
      try {
        respond(view, acknowledged.json());
      } catch (Refused e) {
        String why = e.code() + " " + String.join(" ", e.messages());
        views.wrong(viewId, Map.of("", TROUBLE.formatted(why.strip())));
      }
    }
  }

  private void respond(View view, JsonNode answer) {
    switch (answer.path("response_action").asText("")) {
      case "errors" -> views.wrong(view.id(), errors(view, answer.path("errors")));
      case "update" -> {
        View now = views.find(view.id()).orElse(view);
        views.update(now, content.modal(answer.path("view")), "");
      }
      case "push" -> views.push(view.userId(), content.modal(answer.path("view")));
      case "clear" -> views.clear(view.userId());
      default -> views.find(view.id()).ifPresent(views::close);
    }
  }

  private static Map<String, String> errors(View view, JsonNode from) {
    Map<String, String> errors = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> each : from.properties()) {
      boolean known = false;
      for (JsonNode block : view.blocks()) {
        known |=
            block.path("block_id").asText("").equals(each.getKey())
                && block.path("type").asText("").equals("input");
      }
      if (!known) {
        throw new Refused("no input block has the block_id " + each.getKey());
      }
      errors.put(each.getKey(), each.getValue().asText(""));
    }
    if (errors.isEmpty()) {
      throw new Refused("response_action errors without an error");
    }
    return errors;
  }

  /** Closes a modal, and those below it where the app has asked for that. */
  public void close(String userId, String viewId) {
    View view = view(userId, viewId);
    if (view.clearsOnClose()) {
      views.clear(userId);
    } else {
      views.close(view);
    }
    if (view.notifiesOnClose()) {
      ObjectNode payload = interaction("view_closed", userId);
      payload.set(
          "view",
          view.json(
              workspace.story(), FormState.of(view.blocks(), Map.of(), ZoneOffset.UTC).values()));
      payload.put("is_cleared", view.clearsOnClose());
      bot.form(Map.of("payload", payload.toString()));
    }
  }

  /** Uses a shortcut of the app on a message. */
  public void shortcut(String userId, String callbackId, String channel, String ts) {
    Conversation in =
        workspace
            .conversation(channel)
            .orElseThrow(() -> new IllegalArgumentException("no conversation " + channel));
    Message message =
        in.at(ts)
            .filter(each -> !each.ephemeral())
            .orElseThrow(() -> new IllegalArgumentException("no message " + ts));
    ObjectNode payload = interaction("message_action", userId);
    payload.remove("api_app_id");
    payload.withObjectProperty("user").remove("username");
    payload.put("callback_id", callbackId).put("action_ts", workspace.nextTs());
    payload.put("trigger_id", triggers.issue(userId)).put("message_ts", ts);
    payload.put("response_url", responseUrls.issue(userId, channel, null));
    payload.putObject("channel").put("id", channel).put("name", in.name());
    payload.set("message", messages.of(message, false));
    if (bot.form(Map.of("payload", payload.toString())) instanceof Reply.Failed failed) {
      workspace.complain(in, userId, "This shortcut did not work: " + failed.code());
    }
  }

  private ArrayNode actions(ArrayNode blocks, String address, FormState state) {
    Optional<Control> control = Control.at(blocks, address);
    ObjectNode action =
        state.action(
            control.orElseThrow(() -> new IllegalArgumentException("no control " + address)));
    action.put("action_ts", workspace.nextTs());
    return Json.array().add(action);
  }

  private ObjectNode interaction(String type, String userId) {
    Story story = workspace.story();
    Person person =
        workspace
            .person(userId)
            .orElseThrow(() -> new IllegalArgumentException("nobody is " + userId));
    ObjectNode payload = Json.object().put("type", type);
    payload.putObject("team").put("id", story.teamId()).put("domain", story.domain());
    payload
        .putObject("user")
        .put("id", userId)
        .put("username", person.handle())
        .put("name", person.handle())
        .put("team_id", story.teamId());
    payload.put("api_app_id", story.appId()).put("token", "");
    payload.putNull("enterprise").put("is_enterprise_install", false);
    return payload;
  }

  private View view(String userId, String viewId) {
    return views
        .find(viewId)
        .filter(each -> each.userId().equals(userId))
        .orElseThrow(() -> new IllegalArgumentException("no view " + viewId));
  }

  private ZoneId zone(String userId) {
    return workspace.person(userId).map(Person::zone).orElse(ZoneOffset.UTC);
  }
}
