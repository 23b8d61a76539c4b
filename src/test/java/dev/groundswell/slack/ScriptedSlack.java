package dev.groundswell.slack;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A Web API that does as a test says, down to the socket: it answers, drops the connection after it
 * has read the call, or keeps still. Connections are kept alive, as Slack keeps them.
 */
public final class ScriptedSlack implements AutoCloseable {
  private final ServerSocket server;
  private final Function<Call, Reaction> script;
  private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
  private final Map<String, AtomicInteger> numbers = new ConcurrentHashMap<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);

  /**
   * A call that arrived in full.
   *
   * @param method such as {@code chat.postMessage}
   * @param number the how-manieth of this method, from 1
   * @param connection the how-manieth connection it came by, from 1
   */
  public record Call(
      String method, int number, int connection, Map<String, String> headers, String body) {}

  /** What the server does with a call. */
  public sealed interface Reaction {
    record Answer(int status, Map<String, String> headers, String body) implements Reaction {}

    /** The connection ends without an answer. */
    record Drop() implements Reaction {}

    /** No answer comes, and the connection stays. */
    record Stall() implements Reaction {}
  }

  public static Reaction json(String body) {
    return new Reaction.Answer(200, Map.of("Content-Type", "application/json"), body);
  }

  public static Reaction status(int status, Map<String, String> headers) {
    return new Reaction.Answer(status, headers, "");
  }

  public static Reaction drop() {
    return new Reaction.Drop();
  }

  public static Reaction stall() {
    return new Reaction.Stall();
  }

  public ScriptedSlack(Function<Call, Reaction> script) {
    this.script = script;
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    thread(this::accept);
  }

  public URI uri() {
    return URI.create(
        "http://"
            + server.getInetAddress().getHostAddress()
            + ":"
            + server.getLocalPort()
            + "/api/");
  }

  /** The calls of one method, in the order in which they came. */
  public List<Call> calls(String method) {
    return calls.stream().filter(call -> call.method().equals(method)).toList();
  }

  private static void thread(Runnable work) {
    Thread thread = new Thread(work, "scripted-slack");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (closed.getCount() > 0) {
        Socket socket = server.accept();
        open.add(socket);
        int number = connections.incrementAndGet();
        thread(() -> serve(socket, number));
      }
    } catch (IOException e) {
      // The test is over.
    }
  }

  private void serve(Socket socket, int connection) {
    try (socket) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      OutputStream out = socket.getOutputStream();
      for (String line = line(in); !line.isEmpty(); line = line(in)) {
        Call call = read(line, in, connection);
        Reaction reaction = script.apply(call);
        calls.add(call);
        if (reaction instanceof Reaction.Drop) {
          return;
        } else if (reaction instanceof Reaction.Stall) {
          closed.await();
        } else if (reaction instanceof Reaction.Answer answer) {
          write(out, answer);
        }
      }
    } catch (IOException e) {
      // The client went away.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(socket);
    }
  }

  private Call read(String requestLine, InputStream in, int connection) throws IOException {
    String path = requestLine.split(" ")[1];
    String method = path.substring(path.lastIndexOf('/') + 1);
    Map<String, String> headers = new ConcurrentHashMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    int number = numbers.computeIfAbsent(method, it -> new AtomicInteger()).incrementAndGet();
    return new Call(method, number, connection, headers, body);
  }

  private static void write(OutputStream out, Reaction.Answer answer) throws IOException {
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder("HTTP/1.1 " + answer.status() + " X\r\n");
    answer.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    head.append("Content-Length: " + body.length + "\r\n\r\n");
    out.write(head.toString().getBytes(StandardCharsets.US_ASCII));
    out.write(body);
    out.flush();
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      if (next != '\r') {
        line.write(next);
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      server.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
