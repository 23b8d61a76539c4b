package dev.groundswell.slack.socket;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.handshake.ServerHandshake;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One WebSocket to Slack, good until it breaks or Slack asks for another. */
final class Link extends WebSocketClient {
  private static final Logger LOG = LoggerFactory.getLogger(Link.class);
  private static final int LARGEST_MESSAGE = 1 << 20;
  private static final int SECONDS_TO_CONNECT = 10;
  private static final int SECONDS_WITHOUT_PONG = 20;

  private final BiConsumer<Link, String> onMessage;
  private final Consumer<Link> onEnd;

  private volatile boolean leaving;

  private Link(URI address, BiConsumer<Link, String> onMessage, Consumer<Link> onEnd) {
    super(
        address,
        new Draft_6455(List.of(), LARGEST_MESSAGE),
        Map.of(),
        (int) TimeUnit.SECONDS.toMillis(SECONDS_TO_CONNECT));
    this.onMessage = onMessage;
    this.onEnd = onEnd;
    setDaemon(true);
    setTcpNoDelay(true);
    setConnectionLostTimeout(SECONDS_WITHOUT_PONG);
  }

  /**
   * Connects.
   *
   * @param onEnd hears when it is closed, by whomever; perhaps more than once
   * @return the open link, or null
   */
  static @Nullable Link open(URI address, BiConsumer<Link, String> onMessage, Consumer<Link> onEnd)
      throws InterruptedException {
    Link link = new Link(address, onMessage, onEnd);
    if (link.connectBlocking(SECONDS_TO_CONNECT, TimeUnit.SECONDS)) {
      return link;
    }
    link.close();
    return null;
  }

  /** Slack asked to leave it for another. */
  void leave() {
    leaving = true;
  }

  /** Whether no other link is needed. */
  boolean isLasting() {
    return isOpen() && !leaving;
  }

  /** Sends it, or answers false when the link is gone. */
  boolean trySend(String text) {
    try {
      if (!isOpen()) {
        return false;
      }
      send(text);
      return true;
    } catch (WebsocketNotConnectedException e) {
      return false;
    }
  }

  @Override
  public void onOpen(ServerHandshake handshake) {
    LOG.info("Connected to Slack by Socket Mode");
  }

  @Override
  public void onMessage(String message) {
    onMessage.accept(this, message);
  }

  @Override
  public void onClose(int code, String reason, boolean remote) {
    LOG.info("The connection to Slack ended ({}{})", code, remote ? ", by Slack" : "");
    onEnd.accept(this);
  }

  @Override
  public void onError(Exception e) {
    LOG.warn("The connection to Slack failed: {}", e.getClass().getSimpleName());
  }
}
