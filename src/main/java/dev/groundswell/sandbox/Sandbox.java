package dev.groundswell.sandbox;

import dev.groundswell.config.Manifest;
import dev.groundswell.sandbox.mailbox.Mailbox;
import dev.groundswell.sandbox.page.SandboxHandler;
import dev.groundswell.sandbox.workspace.FakeSlack;
import dev.groundswell.sandbox.workspace.SandboxClock;
import dev.groundswell.sandbox.workspace.Story;
import java.net.URI;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.eclipse.jetty.server.Handler;

/**
 * A Slack workspace, a mailbox and a clock to try the bot with. Whoever opens it serves {@link
 * #handler()} on the port named, gives the bot {@link #apiUrl()}, {@link #botToken()}, {@link
 * #signingSecret()} and {@link #smtpPort()}, and says with {@link #connectTo} where the bot is.
 */
public final class Sandbox implements AutoCloseable {
  private final SandboxClock clock;
  private final Mailbox mailbox;
  private final FakeSlack slack;
  private final SandboxHandler handler;
  private final URI here;

  private Sandbox(SandboxClock clock, Mailbox mailbox, FakeSlack slack, URI here) {
    this.clock = clock;
    this.mailbox = mailbox;
    this.slack = slack;
    this.here = here;
    this.handler = new SandboxHandler(slack, mailbox, clock);
    mailbox.onMail(slack.changes()::happened);
  }

  /**
   * Opens the sandbox of a story.
   *
   * @param base the real clock; requests are signed by it, and the sandbox's own starts with it
   * @param port where {@link #handler()} is going to be served on the loopback interface
   */
  public static Sandbox open(
      Clock base, RandomGenerator random, Story story, Manifest manifest, int port) {
    SandboxClock clock = new SandboxClock(base);
    URI here = URI.create("http://127.0.0.1:" + port + "/");
    Mailbox mailbox = Mailbox.open(clock);
    return new Sandbox(
        clock, mailbox, new FakeSlack(story, manifest, clock, base, random, here), here);
  }

  /** The clock to run the bot by: one can move it on the page. */
  public SandboxClock clock() {
    return clock;
  }

  public String signingSecret() {
    return slack.signingSecret();
  }

  public String botToken() {
    return slack.botToken();
  }

  /** What stands for {@code https://slack.com/api/}; ends with a slash. */
  public URI apiUrl() {
    return here.resolve("/api/");
  }

  /** The page, for a person. */
  public URI pageUrl() {
    return URI.create("http://localhost:" + here.getPort() + "/");
  }

  /** Where mail goes, on the loopback interface, without login or TLS. */
  public int smtpPort() {
    return mailbox.port();
  }

  /** The page, the Web API and all they need; leaves every other path alone. */
  public Handler handler() {
    return handler;
  }

  /** Tells where the bot is: {@code /slack/events} is added to this. */
  public void connectTo(URI bot) {
    slack.connectTo(bot.resolve("/slack/events"));
  }

  /** The Slack of the sandbox, for tests and for what the page cannot do. */
  public FakeSlack slack() {
    return slack;
  }

  public Mailbox mailbox() {
    return mailbox;
  }

  @Override
  public void close() {
    slack.close();
    mailbox.close();
  }
}
