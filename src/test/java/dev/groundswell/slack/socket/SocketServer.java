package dev.groundswell.slack.socket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groundswell.slack.ScriptedSlack;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/** Slack's side of Socket Mode: apps.connections.open, and the WebSocket behind it. */
final class SocketServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ScriptedSlack api;
  private final Server server = new Server();
  private final List<WebSocket> links = new CopyOnWriteArrayList<>();
  private final List<Said> said = new CopyOnWriteArrayList<>();

  /** What the bot said, and by which connection, from 1. */
  record Said(int link, JsonNode message) {}

  SocketServer() {
    this(call -> Optional.empty());
  }

  /**
   * @param instead what apps.connections.open answers, if not the address
   */
  SocketServer(Function<ScriptedSlack.Call, Optional<ScriptedSlack.Reaction>> instead) {
    server.setReuseAddr(true);
    server.setDaemon(true);
    server.start();
    server.await();
    api =
        new ScriptedSlack(
            call ->
                instead
                    .apply(call)
                    .orElseGet(
                        () ->
                            ScriptedSlack.json(
                                "{\"ok\":true,\"url\":\"ws://127.0.0.1:"
                                    + server.getPort()
                                    + "/link\"}")));
  }

  URI api() {
    return api.uri();
  }

  List<ScriptedSlack.Call> opened() {
    return api.calls("apps.connections.open");
  }

  /** How many connections were opened so far. */
  int links() {
    return links.size();
  }

  boolean isOpen(int link) {
    return links.get(link - 1).isOpen();
  }

  void breakOff(int link) {
    links.get(link - 1).closeConnection(1006, "");
  }

  void sendRaw(int link, String message) {
    // On a busy machine the link may still be on its way up.
    Awaitility.await().until(() -> links.size() >= link);
    links.get(link - 1).send(message);
  }

  void send(int link, String type, String envelopeId, Map<String, ?> payload) {
    sendRaw(
        link,
        JSON.valueToTree(
                Map.of(
                    "type",
                    type,
                    "envelope_id",
                    envelopeId,
                    "accepts_response_payload",
                    !type.equals("events_api"),
                    "payload",
                    payload))
            .toString());
  }

  List<Said> said() {
    return said;
  }

  Optional<Said> answerTo(String envelopeId) {
    return said.stream()
        .filter(it -> it.message().path("envelope_id").asText().equals(envelopeId))
        .findFirst();
  }

  @Override
  public void close() {
    api.close();
    try {
      server.stop(1000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Server extends WebSocketServer {
    private final CountDownLatch started = new CountDownLatch(1);

    Server() {
      super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    void await() {
      try {
        started.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void onStart() {
      started.countDown();
    }

    @Override
    public void onOpen(WebSocket link, ClientHandshake handshake) {
      links.add(link);
      link.send("{\"type\":\"hello\",\"num_connections\":1}");
    }

    @Override
    public void onMessage(WebSocket link, String message) {
      try {
        said.add(new Said(links.indexOf(link) + 1, JSON.readTree(message)));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void onClose(WebSocket link, int code, String reason, boolean remote) {}

    @Override
    public void onError(WebSocket link, Exception e) {}
  }
}
