package dev.groundswell.links;

import dev.groundswell.practice.DeadLinks.Seen;
import dev.groundswell.practice.DeadLinks.Visitor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Visits a link: by https, at public addresses, without following where it redirects to, for a few
 * seconds and a few bytes.
 */
public final class WebVisitor implements Visitor {
  private static final Duration LONGEST = Duration.ofSeconds(8);
  private static final Duration LONGEST_STEP = Duration.ofSeconds(4);

  /** So much is read of a page, to be sure that there is one. */
  private static final int MOST_BYTES = 1024;

  private final OkHttpClient http;
  private final Predicate<InetAddress> allowed;

  public WebVisitor() {
    this(new OkHttpClient(), PublicAddress::isPublic, LONGEST);
  }

  /**
   * The way in for tests, whose server is on this machine.
   *
   * @param basis whose certificates are trusted
   */
  WebVisitor(OkHttpClient basis, Predicate<InetAddress> allowed, Duration longest) {
    this.allowed = allowed;
    this.http =
        basis
            .newBuilder()
            .dns(this::addresses)
            .socketFactory(new GuardedSockets(allowed))
            // A proxy would resolve names by itself.
            .proxy(Proxy.NO_PROXY)
            .followRedirects(false)
            .followSslRedirects(false)
            .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
            .connectTimeout(LONGEST_STEP)
            .readTimeout(LONGEST_STEP)
            .writeTimeout(LONGEST_STEP)
            .callTimeout(longest)
            .build();
  }

  /** One address that is not public is reason enough to stay away from the name. */
  private List<InetAddress> addresses(String host) throws UnknownHostException {
    List<InetAddress> all = List.of(InetAddress.getAllByName(host));
    if (!all.stream().allMatch(allowed)) {
      throw (UnknownHostException) new UnknownHostException(host).initCause(new NotPublic());
    }
    return all;
  }

  @Override
  public Seen visit(URI link) {
    HttpUrl url = HttpUrl.parse(link.toString());
    if (url == null || !url.isHttps()) {
      return Seen.NOT_VISITED;
    }
    try {
      int head = ask("HEAD", url);
      // Some servers know no HEAD; what they say to a GET counts.
      return seen(head < 400 ? head : ask("GET", url));
    } catch (IOException e) {
      return e instanceof NotPublic || e.getCause() instanceof NotPublic
          ? Seen.NOT_VISITED
          : Seen.UNREACHABLE;
    }
  }

  private int ask(String method, HttpUrl url) throws IOException {
    Request request =
        new Request.Builder()
            .url(url)
            .method(method, null)
            .header("User-Agent", "Groundswell (looks whether a link still works)")
            .build();
    try (Response answer = http.newCall(request).execute()) {
      if (answer.body() != null && method.equals("GET")) {
        answer.body().byteStream().readNBytes(MOST_BYTES);
      }
      return answer.code();
    }
  }

  /** Who asks to log in, or for patience, is there. */
  private static Seen seen(int code) {
    if (code == 404 || code == 410) {
      return Seen.GONE;
    }
    return code >= 500 ? Seen.UNREACHABLE : Seen.ALIVE;
  }
}
