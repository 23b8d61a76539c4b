package dev.groundswell.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes messages, answers after a while, and remembers when each came. */
final class SlowSlack implements AutoCloseable {
  private static final Pattern CHANNEL = Pattern.compile("(?:^|&)channel=(C\\d+)X(\\d+)");

  private final HttpServer server;
  private final long latencyMillis;
  private final ConcurrentLinkedQueue<Post> posts = new ConcurrentLinkedQueue<>();

  private record Post(String workspace, String channel, long nanos) {}

  /** Channels are called C, the number of their workspace, X, and their own number. */
  SlowSlack(long latencyMillis) throws IOException {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxIdleConnections", "500");
    this.latencyMillis = latencyMillis;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 500);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/api/", this::answer);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/");
  }

  private void answer(HttpExchange exchange) throws IOException {
    long now = System.nanoTime();
    String body =
        URLDecoder.decode(
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
            StandardCharsets.UTF_8);
    Matcher channel = CHANNEL.matcher(body);
    if (!channel.find()) {
      throw new IOException("no channel");
    }
    posts.add(new Post(channel.group(1), channel.group(0), now));
    try {
      TimeUnit.MILLISECONDS.sleep(latencyMillis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    byte[] answer =
        "{\"ok\":true,\"channel\":\"C1\",\"ts\":\"1.1\"}".getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  int posts() {
    return posts.size();
  }

  /** How often a channel had two messages within a second. */
  int tooFastForAChannel() {
    Map<String, Long> last = new HashMap<>();
    int broken = 0;
    for (Post post : sorted()) {
      Long before = last.put(post.channel(), post.nanos());
      if (before != null && post.nanos() - before < TimeUnit.SECONDS.toNanos(1)) {
        broken++;
      }
    }
    return broken;
  }

  /** The most messages that one workspace had in any minute. */
  int mostInAMinute() {
    Map<String, List<Long>> byWorkspace = new HashMap<>();
    for (Post post : sorted()) {
      byWorkspace.computeIfAbsent(post.workspace(), it -> new ArrayList<>()).add(post.nanos());
    }
    int most = 0;
    for (List<Long> times : byWorkspace.values()) {
      int from = 0;
      for (int to = 0; to < times.size(); to++) {
        while (times.get(to) - times.get(from) >= TimeUnit.MINUTES.toNanos(1)) {
          from++;
        }
        most = Math.max(most, to - from + 1);
      }
    }
    return most;
  }

  private List<Post> sorted() {
    List<Post> all = new ArrayList<>(posts);
    all.sort(java.util.Comparator.comparingLong(Post::nanos));
    return all;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
