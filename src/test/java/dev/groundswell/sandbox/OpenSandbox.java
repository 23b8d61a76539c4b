package dev.groundswell.sandbox;

import dev.groundswell.config.Manifest;
import dev.groundswell.sandbox.workspace.Conversation;
import dev.groundswell.sandbox.workspace.FakeSlack;
import dev.groundswell.sandbox.workspace.Message;
import dev.groundswell.sandbox.workspace.Story;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A sandbox that is served on a free port, with {@link TinyBot} connected to it. */
final class OpenSandbox implements AutoCloseable {
  static final String MAYA = "U0MAYA";
  static final String CHANNEL = "C0DIABETES";
  static final String GENERAL = "C0GENERAL";

  final Sandbox sandbox;
  final TinyBot bot;
  private final Server server;

  OpenSandbox() throws Exception {
    this(manifest());
  }

  OpenSandbox(Manifest manifest) throws Exception {
    server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    connector.open();
    server.addConnector(connector);
    int port = connector.getLocalPort();
    sandbox = Sandbox.open(Clock.systemUTC(), new Random(7), Story.ofTheHouse(), manifest, port);
    bot = new TinyBot(sandbox.apiUrl(), sandbox.signingSecret(), sandbox.botToken());
    server.setHandler(new Handler.Sequence(bot, sandbox.handler()));
    server.start();
    sandbox.connectTo(URI.create("http://127.0.0.1:" + port + "/"));
  }

  /** The manifest of the product, with a message shortcut whether it has one or not. */
  static Manifest manifest() {
    Manifest house = Manifest.ofTheHouse();
    Set<String> events = new HashSet<>(house.events());
    events.addAll(Set.of("message.im", "app_mention", "app_home_opened", "user_change"));
    return new Manifest(
        house.name(),
        house.description(),
        house.commands(),
        List.of(
            new Manifest.Shortcut("Log as input", "message", "input.log", "Keep what was said")),
        house.scopes(),
        events);
  }

  static Manifest manifest(String yaml) {
    return Manifest.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
  }

  FakeSlack slack() {
    return sandbox.slack();
  }

  Conversation channel() {
    return slack().workspace().conversation(CHANNEL).orElseThrow();
  }

  Conversation direct() {
    return slack().workspace().directMessages(MAYA);
  }

  /** The newest message that Maya sees in a conversation. */
  static Message last(Conversation in) {
    List<Message> all = in.seenBy(MAYA);
    return all.get(all.size() - 1);
  }

  void types(String line) {
    slack().typing().say(MAYA, CHANNEL, line);
  }

  @Override
  public void close() {
    bot.patience.countDown();
    sandbox.close();
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the server does not stop", e);
    }
  }
}
