package dev.groundswell;

import dev.groundswell.config.Manifest;
import dev.groundswell.config.Settings;
import dev.groundswell.db.DatabaseUrl;
import dev.groundswell.prompt.PromptFiles;
import dev.groundswell.sandbox.Sandbox;
import dev.groundswell.sandbox.workspace.Story;
import dev.groundswell.vault.MasterKeys;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The bot in the sandbox: the real one, with a Slack, a mailbox and a clock of the sandbox's around
 * it. Everything lives in memory and starts anew each time.
 */
public final class SandboxBot implements AutoCloseable {
  private final Sandbox sandbox;
  private final Bot bot;

  private SandboxBot(Sandbox sandbox, Bot bot) {
    this.sandbox = sandbox;
    this.bot = bot;
  }

  /**
   * Opens both on one port of the loopback interface.
   *
   * @throws dev.groundswell.web.PortInUse when another program listens there
   */
  public static SandboxBot open(
      Clock wallClock, RandomGenerator random, PromptFiles prompts, int port) {
    Sandbox sandbox =
        Sandbox.open(wallClock, random, Story.ofTheHouse(), Manifest.ofTheHouse(), port);
    Bot bot;
    try {
      bot =
          new Bot(
              settings(sandbox, port, random),
              "127.0.0.1",
              prompts,
              sandbox.clock(),
              wallClock,
              random,
              List.of(sandbox.handler()));
    } catch (RuntimeException e) {
      sandbox.close();
      throw e;
    }
    SandboxBot both = new SandboxBot(sandbox, bot);
    try {
      sandbox.clock().onMoved(bot::tickNow);
      sandbox.connectTo(URI.create("http://127.0.0.1:" + port));
      bot.start();
    } catch (RuntimeException e) {
      both.close();
      throw e;
    }
    return both;
  }

  private static Settings settings(Sandbox sandbox, int port, RandomGenerator random) {
    // The name makes each sandbox of a process a database of its own.
    String database = "jdbc:h2:mem:sandbox" + port + ";DB_CLOSE_DELAY=-1";
    return new Settings(
        port,
        URI.create("http://localhost:" + port),
        DatabaseUrl.parse(database),
        sandbox.signingSecret(),
        sandbox.botToken(),
        null,
        sandbox.apiUrl(),
        500,
        "smtp://127.0.0.1:" + sandbox.smtpPort() + "?starttls=off",
        "Groundswell <groundswell@lakeside.example>",
        null,
        null,
        Settings.Figures.LOOPBACK,
        MasterKeys.once(random),
        null,
        null,
        14,
        5,
        Settings.USUAL_GRANT_LIMIT,
        false);
  }

  /** The Slack, the mailbox and the clock around the bot. */
  public Sandbox sandbox() {
    return sandbox;
  }

  /** The page, for a person. */
  public URI page() {
    return sandbox.pageUrl();
  }

  /** True once questions are understood by meaning, a second or two after the start. */
  public boolean understands() {
    return bot.understands();
  }

  @Override
  public void close() {
    bot.close();
    sandbox.close();
  }
}
