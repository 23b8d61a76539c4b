package dev.groundswell.bench;

import dev.groundswell.web.Signature;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Sends signed commands over connections that are kept open, each after the answer to the last. */
final class Load {
  static final String SECRET = "0123456789abcdef0123456789abcdef";
  private static final Signature SIGNATURE = new Signature(SECRET, Clock.systemUTC());
  private static final AtomicLong TRIGGERS = new AtomicLong();
  private static final int PEOPLE = 200;

  private final int port;
  private final List<String> texts;

  /**
   * @param texts what stands behind {@code /buyin}, one after the other
   */
  Load(int port, List<String> texts) {
    this.port = port;
    this.texts = texts;
  }

  /**
   * How it went.
   *
   * @param perSecond answers a second
   * @param p50 and p99 in milliseconds
   */
  record Result(double perSecond, double p50, double p99) {}

  Result run(int connections, Duration time) throws IOException, InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(connections);
    try {
      long end = System.nanoTime() + time.toNanos();
      List<Callable<long[]>> clients = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        clients.add(() -> client(end));
      }
      long[] all = new long[0];
      for (Future<long[]> client : threads.invokeAll(clients)) {
        long[] times = client.get();
        int old = all.length;
        all = Arrays.copyOf(all, old + times.length);
        System.arraycopy(times, 0, all, old, times.length);
      }
      Arrays.sort(all);
      return new Result(
          all.length / (time.toNanos() / 1e9), percentile(all, 0.50), percentile(all, 0.99));
    } catch (ExecutionException e) {
      throw new IOException(e);
    } finally {
      threads.shutdownNow();
    }
  }

  /** One command, and its answer thrown away. */
  void once() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(request(texts.get(0)));
      if (answer(new BufferedInputStream(socket.getInputStream())) != 200) {
        throw new IOException("was not answered");
      }
    }
  }

  private static double percentile(long[] sorted, double part) {
    return sorted[(int) Math.min(sorted.length - 1, sorted.length * part)] / 1e6;
  }

  private long[] client(long end) throws IOException {
    long[] times = new long[1024];
    int count = 0;
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
      while (System.nanoTime() < end) {
        byte[] request = request(texts.get(count % texts.size()));
        long before = System.nanoTime();
        out.write(request);
        out.flush();
        int status = answer(in);
        if (status != 200) {
          throw new IOException("answered " + status);
        }
        if (count == times.length) {
          times = Arrays.copyOf(times, count * 2);
        }
        times[count++] = System.nanoTime() - before;
      }
    }
    return Arrays.copyOf(times, count);
  }

  /** A request of its own each time: a repeated one would be answered from memory. */
  static byte[] request(String text) {
    long trigger = TRIGGERS.incrementAndGet();
    byte[] body =
        ("token=x&team_id=T0BENCH&team_domain=bench&channel_id=C0BENCH&channel_name=general&user_id=U0"
                + trigger % PEOPLE
                + "&command=%2Fbuyin&text="
                + URLEncoder.encode(text, StandardCharsets.UTF_8)
                + "&api_app_id=A0BENCH&is_enterprise_install=false&trigger_id="
                + trigger
                + "."
                + System.nanoTime()
                + "&response_url=http%3A%2F%2F127.0.0.1%3A1%2Fresponse")
            .getBytes(StandardCharsets.UTF_8);
    String time = String.valueOf(Clock.systemUTC().instant().getEpochSecond());
    byte[] head =
        ("POST /slack/events HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                + body.length
                + "\r\nX-Slack-Request-Timestamp: "
                + time
                + "\r\nX-Slack-Signature: "
                + SIGNATURE.sign(time, body)
                + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    byte[] request = Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, request, head.length, body.length);
    return request;
  }

  /** Reads one answer to its end, and returns its status. */
  static int answer(InputStream in) throws IOException {
    int status = Integer.parseInt(line(in).split(" ")[1]);
    int length = -1;
    boolean chunked = false;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      String lower = header.toLowerCase(java.util.Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(15).strip());
      } else if (lower.startsWith("transfer-encoding:") && lower.contains("chunked")) {
        chunked = true;
      }
    }
    if (chunked) {
      for (int size = size(in); size > 0; size = size(in)) {
        in.skipNBytes(size + 2L);
      }
      line(in);
    } else if (length > 0) {
      in.skipNBytes(length);
    }
    return status;
  }

  private static int size(InputStream in) throws IOException {
    return Integer.parseInt(line(in).strip(), 16);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder(64);
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the server closed the connection");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
