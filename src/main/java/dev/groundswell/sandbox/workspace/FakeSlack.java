package dev.groundswell.sandbox.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groundswell.config.Manifest;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Slack, as far as a bot can see it. People act through {@link #typing()} and {@link #clicks()};
 * the bot calls {@link #call} and {@link #respond} over HTTP and is sent signed requests.
 */
public final class FakeSlack implements AutoCloseable {
  private final String signingSecret;
  private final String botToken;
  private final Manifest manifest;
  private final Changes changes = new Changes();
  private final Workspace workspace;
  private final Views views;
  private final Troubles troubles;
  private final PostingRate rate;
  private final Bot bot;
  private final Events events;
  private final ResponseUrls responseUrls;
  private final Files files;
  private final WebApi api;
  private final Typing typing;
  private final Clicks clicks;

  /**
   * A workspace as the story tells it.
   *
   * @param here where this Slack is served, such as {@code http://127.0.0.1:3000/}
   * @param real the clock of the world, by which requests are signed and rates are limited
   */
  public FakeSlack(
      Story story,
      Manifest manifest,
      SandboxClock clock,
      Clock real,
      RandomGenerator random,
      URI here) {
    Tokens tokens = new Tokens(random);
    this.manifest = manifest;
    signingSecret = tokens.next(32);
    botToken = "xoxb-" + tokens.next(11) + "-" + tokens.next(24);
    Scopes scopes = new Scopes(manifest.scopes());
    workspace = new Workspace(story, clock, changes);
    views = new Views(tokens, clock, changes);
    troubles = new Troubles(changes);
    rate = new PostingRate(real);
    bot = new Bot(new Signature(signingSecret), real);
    MessageJson messages = new MessageJson(story, manifest);
    events = new Events(story, manifest, messages, tokens, clock, bot);
    Content content = new Content(tokens);
    Triggers triggers = new Triggers(tokens, clock);
    UserJson users = new UserJson(story, scopes, clock);
    responseUrls = new ResponseUrls(workspace, content, events, tokens, clock, here);
    files = new Files(workspace, scopes, tokens, clock, here);
    api =
        new WebApi(botToken, scopes, troubles)
            .serving(new UserMethods(workspace, scopes, manifest, users, here).all())
            .serving(new ConversationMethods(workspace, scopes, messages).all())
            .serving(
                new ChatMethods(workspace, scopes, messages, content, rate, events, here).all())
            .serving(new ViewMethods(workspace, views, triggers, content).all())
            .serving(files.all());
    typing = new Typing(workspace, manifest, triggers, responseUrls, events, views, users, bot);
    clicks = new Clicks(workspace, messages, views, triggers, responseUrls, content, bot);
  }

  public String signingSecret() {
    return signingSecret;
  }

  public String botToken() {
    return botToken;
  }

  public Manifest manifest() {
    return manifest;
  }

  public Changes changes() {
    return changes;
  }

  public Workspace workspace() {
    return workspace;
  }

  public Views views() {
    return views;
  }

  public Typing typing() {
    return typing;
  }

  public Clicks clicks() {
    return clicks;
  }

  /** What shall go wrong. */
  public Troubles troubles() {
    return troubles;
  }

  /** The limit of posting, which can be turned off. */
  public PostingRate postingRate() {
    return rate;
  }

  /** The files that the bot has uploaded. */
  public Files files() {
    return files;
  }

  /** Sends to this address from now on: the bot's {@code /slack/events}. */
  public void connectTo(URI botEvents) {
    bot.at(botEvents);
  }

  /** Tells the bot that the workspace has removed it. */
  public void uninstall() {
    events.uninstalled();
  }

  /**
   * Answers a call of the Web API.
   *
   * @param bearer the token of the Authorization header; empty when there is none
   */
  public Answer call(
      String method,
      String bearer,
      String contentType,
      String body,
      Map<String, List<String>> form) {
    ObjectNode parameters = Json.object();
    if (contentType.startsWith("application/json")) {
      JsonNode json = Json.read(body);
      if (!json.isObject()) {
        return Answer.error("invalid_json");
      }
      parameters.setAll((ObjectNode) json);
    } else {
      form.forEach((name, values) -> parameters.put(name, values.get(0)));
    }
    String token = bearer.isEmpty() ? parameters.path("token").asText("") : bearer;
    return api.answer(new Call(method, token, parameters));
  }

  /** Answers a post to a response URL, by the end of the URL. */
  public Answer respond(String token, String body) {
    return responseUrls.answer(token, body);
  }

  @Override
  public void close() {
    events.close();
    changes.close();
  }
}
