package dev.groundswell.sandbox.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groundswell.sandbox.blocks.FormState;
import java.time.ZoneOffset;
import java.util.Map;

/** The methods that show modals and Home. */
final class ViewMethods {
  private final Workspace workspace;
  private final Views views;
  private final Triggers triggers;
  private final Content content;

  ViewMethods(Workspace workspace, Views views, Triggers triggers, Content content) {
    this.workspace = workspace;
    this.views = views;
    this.triggers = triggers;
    this.content = content;
  }

  Map<String, Method> all() {
    return Map.of(
        "views.open", this::open,
        "views.push", this::push,
        "views.update", this::update,
        "views.publish", this::publish);
  }

  private ObjectNode open(Call call) {
    ObjectNode source = content.modal(view(call));
    return shown(views.open(triggers.redeem(trigger(call)), source));
  }

  private ObjectNode push(Call call) {
    ObjectNode source = content.modal(view(call));
    return shown(views.push(triggers.redeem(trigger(call)), source));
  }

  private ObjectNode update(Call call) {
    View old =
        (call.has("view_id")
                ? views.find(call.text("view_id"))
                : views.byExternalId(call.required("external_id")))
            .orElseThrow(() -> new Refused("not_found"));
    ObjectNode source = old.home() ? content.home(view(call)) : content.modal(view(call));
    return shown(views.update(old, source, call.text("hash")));
  }

  private ObjectNode publish(Call call) {
    Person person =
        workspace
            .person(call.required("user_id"))
            .orElseThrow(() -> new Refused("invalid_arguments"));
    ObjectNode source = content.home(view(call));
    return shown(views.publish(person.id(), source, call.text("hash")));
  }

  private static String trigger(Call call) {
    return call.has("trigger_id")
        ? call.required("trigger_id")
        : call.required("interactivity_pointer");
  }

  private static JsonNode view(Call call) {
    return call.object("view", "invalid_arguments");
  }

  private ObjectNode shown(View view) {
    ObjectNode answer = Json.object();
    answer.set(
        "view",
        view.json(
            workspace.story(), FormState.of(view.blocks(), Map.of(), ZoneOffset.UTC).values()));
    return answer;
  }
}
