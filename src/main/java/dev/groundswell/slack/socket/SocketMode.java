package dev.groundswell.slack.socket;

import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.apps.connections.AppsConnectionsOpenResponse;
import dev.groundswell.slack.Intake;
import dev.groundswell.slack.SlackClients;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a connection to Slack open, and follows Slack when it asks for a new one: the new one is
 * open before the old one closes, and an answer whose own connection is gone goes by the next.
 *
 * <p>The requests are read and answered as Bolt does it (bolt-socket-mode), but the connection is
 * kept here. The SDK's client stops to reconnect for good when apps.connections.open is refused
 * once, loses answers while it changes connections, and interrupts the listeners when it closes.
 */
public final class SocketMode implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SocketMode.class);
  private static final Duration SETTLED = Duration.ofSeconds(10);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration SLACK_WAITS_FOR_AN_ANSWER = Duration.ofSeconds(3);

  /** Answers that no further try will change. */
  private static final Set<String> HOPELESS =
      Set.of(
          "access_denied",
          "account_inactive",
          "forbidden_team",
          "invalid_auth",
          "missing_scope",
          "not_allowed_token_type",
          "not_authed",
          "token_expired",
          "token_revoked");

  private final SlackClients clients;
  private final String appToken;
  private final Envelopes envelopes;
  private final Thread keeper = new Thread(this::keepConnected, "socket-mode");
  private final CountDownLatch stopping = new CountDownLatch(1);

  /** The next thing that asks for another connection; guarded by this. */
  private CountDownLatch change = new CountDownLatch(1);

  /** The connection that answers go by; not complete while there is none. Guarded by this. */
  private CompletableFuture<Link> current = new CompletableFuture<>();

  public SocketMode(SlackClients clients, String appToken, Intake intake, Clock clock) {
    this.clients = clients;
    this.appToken = appToken;
    this.envelopes = new Envelopes(intake, clock, this::send, this::refreshAsked);
    keeper.setDaemon(true);
  }

  /**
   * Begins to connect, and goes on trying until it is closed.
   *
   * @throws IllegalArgumentException with a sentence for whoever started it, when Slack refuses the
   *     token; when Slack can't be reached it is tried again
   */
  public void start() {
    try {
      AppsConnectionsOpenResponse answer = clients.openConnection(appToken);
      if (!answer.isOk() && HOPELESS.contains(answer.getError())) {
        throw new IllegalArgumentException(
            "SLACK_APP_TOKEN was refused by Slack ("
                + answer.getError()
                + "); it should be xapp-…, an app-level token with connections:write of this app.");
      }
      if (answer.isOk()) {
        connect(answer.getUrl());
      }
    } catch (IOException | SlackApiException e) {
      LOG.warn("Slack can't be reached yet: {}", e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    keeper.start();
  }

  /** Whether Slack's requests can reach this bot at the moment. */
  public boolean isConnected() {
    Link link = currentLink().getNow(null);
    return link != null && link.isOpen();
  }

  private synchronized CompletableFuture<Link> currentLink() {
    return current;
  }

  private void keepConnected() {
    int failures = 0;
    boolean open = currentLink().isDone();
    try {
      while (stopping.getCount() > 0) {
        if (!open) {
          pause(++failures);
        } else if (changeAsked().await(SETTLED.toMillis(), TimeUnit.MILLISECONDS)) {
          // It did not last: the first new try is made at once, the next ones after a pause.
          pause(failures++);
        } else {
          failures = 0;
          changeAsked().await();
        }
        open = stopping.getCount() > 0 && reconnect();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized CountDownLatch changeAsked() {
    return change;
  }

  /** 0.25 s, 0.5 s, 1 s … 30 s; no pause before the first. */
  private void pause(int failures) throws InterruptedException {
    if (failures > 0) {
      long millis = Math.min(250L << Math.min(failures - 1, 10), LONGEST_PAUSE.toMillis());
      if (stopping.await(millis, TimeUnit.MILLISECONDS)) {
        LOG.debug("Stopped while waiting to connect");
      }
    }
  }

  private boolean reconnect() throws InterruptedException {
    try {
      AppsConnectionsOpenResponse answer = clients.openConnection(appToken);
      if (answer.isOk()) {
        return connect(answer.getUrl());
      }
      LOG.error("Slack refuses a connection by Socket Mode: {}", answer.getError());
    } catch (SlackApiException e) {
      LOG.warn("Slack can't be reached: it answered {}", e.getResponse().code());
      if (e.getResponse().code() == 429 && stopping.await(30, TimeUnit.SECONDS)) {
        LOG.debug("Stopped while Slack asked for patience");
      }
    } catch (IOException | RuntimeException e) {
      LOG.warn("Slack can't be reached: {}", e.getClass().getSimpleName());
    }
    return false;
  }

  /** Opens a connection; it is the current one from then on, and the one before it closes. */
  private boolean connect(String url) throws InterruptedException {
    Link link = Link.open(URI.create(url), envelopes::take, this::ended);
    if (link == null) {
      return false;
    }
    Link before;
    synchronized (this) {
      if (stopping.getCount() == 0) {
        link.close();
        return false;
      }
      before = current.getNow(null);
      if (current.isDone()) {
        current = new CompletableFuture<>();
      }
      change = new CountDownLatch(link.isLasting() ? 1 : 0);
      current.complete(link);
    }
    if (before != null) {
      before.close();
    }
    return true;
  }

  private synchronized void ended(Link link) {
    if (current.getNow(null) == link) {
      current = new CompletableFuture<>();
      change.countDown();
    }
  }

  private synchronized void refreshAsked(Link link) {
    link.leave();
    if (current.getNow(null) == link) {
      change.countDown();
    }
  }

  /** Sends by the connection that the request came by, or else by the next. */
  private void send(Link cameBy, String answer) {
    if (cameBy.trySend(answer)) {
      return;
    }
    try {
      Link next = currentLink().get(SLACK_WAITS_FOR_AN_ANSWER.toMillis(), TimeUnit.MILLISECONDS);
      if (next.trySend(answer)) {
        return;
      }
    } catch (TimeoutException | ExecutionException e) {
      LOG.debug("No connection came in time");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    LOG.warn("An answer was lost: the connection to Slack was gone");
  }

  /** Takes no more, answers what was taken, for ten seconds at most, and then disconnects. */
  @Override
  public void close() {
    envelopes.close();
    stopping.countDown();
    Link last;
    synchronized (this) {
      change.countDown();
      last = current.getNow(null);
    }
    if (last != null) {
      last.close();
    }
    keeper.interrupt();
  }
}
