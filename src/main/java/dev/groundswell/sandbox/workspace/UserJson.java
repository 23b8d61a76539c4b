package dev.groundswell.sandbox.workspace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.TextStyle;
import java.util.Locale;

/** A person as Slack's Web API and its events describe one. */
final class UserJson {
  private final Story story;
  private final Scopes scopes;
  private final SandboxClock clock;

  UserJson(Story story, Scopes scopes, SandboxClock clock) {
    this.story = story;
    this.scopes = scopes;
    this.clock = clock;
  }

  long now() {
    return clock.instant().getEpochSecond();
  }

  ObjectNode of(Person person) {
    Instant now = clock.instant();
    ObjectNode user = Json.object();
    user.put("id", person.id()).put("team_id", story.teamId()).put("name", person.handle());
    user.put("deleted", person.deactivated()).put("color", "0b4f4a");
    user.put("real_name", person.name());
    user.put("tz", person.zone().getId());
    user.put("tz_label", person.zone().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
    user.put("tz_offset", person.zone().getRules().getOffset(now).getTotalSeconds());
    ObjectNode profile = user.putObject("profile");
    profile.put("title", person.title()).put("phone", "").put("skype", "");
    profile.put("real_name", person.name()).put("real_name_normalized", person.name());
    profile.put("display_name", person.handle()).put("display_name_normalized", person.handle());
    profile.put("first_name", person.firstName());
    profile.put("status_text", "").put("status_emoji", "").put("status_expiration", 0);
    profile.put("avatar_hash", "").put("team", story.teamId());
    if (scopes.has("users:read.email") && !person.email().isEmpty()) {
      profile.put("email", person.email());
    }
    if (person.bot()) {
      profile.put("bot_id", botIdOf(person));
    }
    user.put("is_admin", false).put("is_owner", false).put("is_primary_owner", false);
    user.put("is_restricted", false).put("is_ultra_restricted", false);
    user.put("is_bot", person.bot()).put("is_app_user", false);
    user.put("updated", now.getEpochSecond()).put("is_email_confirmed", true);
    user.put("who_can_share_contact_card", "EVERYONE");
    return user;
  }

  private String botIdOf(Person bot) {
    return bot.id().equals(story.botUserId()) ? story.botId() : "B" + bot.id().substring(1);
  }
}
