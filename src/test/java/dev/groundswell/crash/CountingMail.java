package dev.groundswell.crash;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;

/**
 * A mail server, SubEtha's, that counts what it took. Of every eight messages it asks one to come
 * later, drops the connection in the middle of one, and drops it when it has taken another.
 */
final class CountingMail implements AutoCloseable {
  private static final Pattern DIGEST =
      Pattern.compile("(?mi)^Message-ID:\\s*<digest\\.[A-Z0-9]+\\.([0-9a-f-]{36})@");
  private static final int ROUND = 8;
  private static final int LATER = 2;
  private static final int DROPPED_BEFORE = 4;
  private static final int DROPPED_AFTER = 6;
  private static final int LONGEST_HOLD_SECONDS = 20;

  private final List<Door> doors = new ArrayList<>();
  private final ConcurrentMap<String, AtomicInteger> arrivals = new ConcurrentHashMap<>();
  private final AtomicInteger messages = new AtomicInteger();
  private volatile boolean holds;

  CountingMail(int nodes) {
    for (int i = 0; i < nodes; i++) {
      doors.add(new Door());
    }
  }

  /** Where one node hands its mail over. */
  int port(int node) {
    return doors.get(node).server.getPortAllocated();
  }

  /** How many messages one node is in the middle of handing over. */
  int underWay(int node) {
    return doors.get(node).underWay.get();
  }

  /**
   * Whether it keeps the connection of what it takes next waiting, for no longer than a mail server
   * may; so whoever hands it over can be caught at it.
   */
  void holds(boolean holds) {
    this.holds = holds;
  }

  /** How often each digest was taken. */
  Map<String, Integer> arrivals() {
    Map<String, Integer> counts = new HashMap<>();
    arrivals.forEach((digest, count) -> counts.put(digest, count.get()));
    return counts;
  }

  @Override
  public void close() {
    doors.forEach(door -> door.server.stop());
  }

  private void take(InputStream data, MessageContext from) throws RejectException, IOException {
    int turn = messages.incrementAndGet() % ROUND;
    if (turn == DROPPED_BEFORE && data.readNBytes(200).length > 0) {
      hangUp(from);
      return;
    }
    String message = new String(data.readAllBytes(), StandardCharsets.ISO_8859_1);
    pause();
    if (turn == LATER) {
      throw new RejectException(451, "not now");
    }
    Matcher digest = DIGEST.matcher(message);
    if (digest.find()) {
      arrivals.computeIfAbsent(digest.group(1), it -> new AtomicInteger()).incrementAndGet();
    }
    if (turn == DROPPED_AFTER) {
      hangUp(from);
      return;
    }
    pause();
  }

  private static void hangUp(MessageContext from) throws IOException {
    ((Session) from).getSocket().close();
  }

  private void pause() throws IOException {
    try {
      TimeUnit.MILLISECONDS.sleep(100);
      for (int i = 0; holds && i < LONGEST_HOLD_SECONDS * 10; i++) {
        TimeUnit.MILLISECONDS.sleep(100);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the run is over", e);
    }
  }

  private final class Door {
    private final AtomicInteger underWay = new AtomicInteger();
    private final SMTPServer server =
        new SMTPServer.Builder()
            .bindAddress(InetAddress.getLoopbackAddress())
            .port(0)
            .connectionTimeout(1, TimeUnit.MINUTES)
            .messageHandlerFactory(Taking::new)
            .build();

    Door() {
      server.start();
    }

    private final class Taking implements MessageHandler {
      private final MessageContext from;

      Taking(MessageContext from) {
        this.from = from;
      }

      @Override
      public void from(String sender) {}

      @Override
      public void recipient(String recipient) {}

      @Override
      public String data(InputStream data) throws RejectException, IOException {
        underWay.incrementAndGet();
        try {
          take(data, from);
          return "taken";
        } finally {
          underWay.decrementAndGet();
        }
      }

      @Override
      public void done() {}
    }
  }
}
