package dev.groundswell.sandbox.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The addresses at which the app may answer a command or a click: five times in half an hour. */
final class ResponseUrls {
  private static final Duration LIFE = Duration.ofMinutes(30);
  private static final int USES = 5;

  private record Target(
      String userId, String channel, @Nullable String original, Instant until, int uses) {}

  private final Workspace workspace;
  private final Content content;
  private final Events events;
  private final Tokens tokens;
  private final SandboxClock clock;
  private final URI here;
  private final Map<String, Target> issued = new HashMap<>();

  ResponseUrls(
      Workspace workspace,
      Content content,
      Events events,
      Tokens tokens,
      SandboxClock clock,
      URI here) {
    this.workspace = workspace;
    this.content = content;
    this.events = events;
    this.tokens = tokens;
    this.clock = clock;
    this.here = here;
  }

  /** An address for answers to this person here; {@code original} is the message clicked. */
  synchronized String issue(String userId, String channel, @Nullable String original) {
    String token = tokens.next(32);
    issued.put(token, new Target(userId, channel, original, clock.instant().plus(LIFE), 0));
    return here.resolve("/response/" + token).toString();
  }

  synchronized Answer answer(String token, String body) {
    Target target = issued.get(token);
    if (target == null || clock.instant().isAfter(target.until())) {
      return Answer.error("expired_url").with(404);
    }
    if (target.uses() >= USES) {
      return Answer.error("used_url").with(404);
    }
    JsonNode said = Json.read(body);
    if (!said.isObject()) {
      return Answer.error("invalid_payload").with(400);
    }
    try {
      String original = say(target.userId(), target.channel(), target.original(), said);
      issued.put(
          token,
          new Target(
              target.userId(), target.channel(), original, target.until(), target.uses() + 1));
      return Answer.text(200, "ok");
    } catch (Refused e) {
      return Answer.error(e.code()).with(400);
    }
  }

  /**
   * Says what an app answered, in the body of a response or over its address.
   *
   * @param original the message that {@code replace_original} and {@code delete_original} mean
   * @return the message they mean from now on
   */
  synchronized @Nullable String say(
      String userId, String channel, @Nullable String original, JsonNode said) {
    Conversation in =
        workspace.conversation(channel).orElseThrow(() -> new Refused("channel_not_found"));
    Message old = original == null ? null : in.at(original).orElse(null);
    if (said.path("delete_original").asBoolean() && old != null) {
      workspace.delete(in, old.ts());
      if (!old.ephemeral()) {
        events.deleted(in, old);
      }
      return null;
    }
    ArrayNode blocks = content.ofReply(said.path("blocks"));
    String text = said.path("text").asText("");
    if (text.isEmpty() && blocks.isEmpty()) {
      throw new Refused("no_text");
    }
    if (said.path("replace_original").asBoolean() && old != null) {
      Message edited = old.edited(text, blocks, old.metadata(), workspace.nextTs());
      workspace.replace(in, edited);
      if (!old.ephemeral()) {
        events.changed(in, old, edited);
      }
      return old.ts();
    }
    boolean aloud = said.path("response_type").asText("").equals("in_channel");
    Message message =
        workspace.say(
            in,
            workspace.story().botUserId(),
            text,
            blocks,
            null,
            aloud ? null : userId,
            said.hasNonNull("thread_ts") ? said.path("thread_ts").asText() : null);
    return original == null ? message.ts() : original;
  }
}
