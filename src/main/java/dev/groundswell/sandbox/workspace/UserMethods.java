package dev.groundswell.sandbox.workspace;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groundswell.config.Manifest;
import java.net.URI;
import java.util.Map;

/** The methods about the app, the workspace and its people. */
final class UserMethods {
  private final Workspace workspace;
  private final Scopes scopes;
  private final Manifest manifest;
  private final UserJson users;
  private final URI here;

  UserMethods(Workspace workspace, Scopes scopes, Manifest manifest, UserJson users, URI here) {
    this.workspace = workspace;
    this.scopes = scopes;
    this.manifest = manifest;
    this.users = users;
    this.here = here;
  }

  Map<String, Method> all() {
    return Map.of(
        "auth.test", this::test,
        "users.info", this::info,
        "users.list", this::list,
        "team.info", this::team,
        "usergroups.list", this::groups);
  }

  private ObjectNode test(Call call) {
    Story story = workspace.story();
    return Json.object()
        .put("url", here.toString())
        .put("team", story.workspace())
        .put("user", manifest.name().toLowerCase(java.util.Locale.ROOT))
        .put("team_id", story.teamId())
        .put("user_id", story.botUserId())
        .put("bot_id", story.botId())
        .put("app_id", story.appId())
        .put("is_enterprise_install", false);
  }

  private ObjectNode info(Call call) {
    scopes.need("users:read");
    Person person =
        workspace.person(call.required("user")).orElseThrow(() -> new Refused("user_not_found"));
    ObjectNode answer = Json.object();
    answer.set("user", users.of(person));
    return answer;
  }

  private ObjectNode list(Call call) {
    scopes.need("users:read");
    ObjectNode answer = Json.object();
    ArrayNode members = answer.putArray("members");
    workspace.people().forEach(each -> members.add(users.of(each)));
    answer.put("cache_ts", users.now());
    answer.putObject("response_metadata").put("next_cursor", "");
    return answer;
  }

  private ObjectNode team(Call call) {
    scopes.need("team:read");
    Story story = workspace.story();
    ObjectNode answer = Json.object();
    answer
        .putObject("team")
        .put("id", story.teamId())
        .put("name", story.workspace())
        .put("domain", story.domain())
        .put("email_domain", "")
        .put("url", here.toString())
        .put("is_verified", false)
        .putObject("icon")
        .put("image_default", true);
    return answer;
  }

  private ObjectNode groups(Call call) {
    scopes.need("usergroups:read");
    ObjectNode answer = Json.object();
    answer.putArray("usergroups");
    return answer;
  }
}
