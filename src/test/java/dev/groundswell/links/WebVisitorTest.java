package dev.groundswell.links;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.groundswell.mail.Certificates;
import dev.groundswell.practice.DeadLinks.Seen;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a server with a certificate of its own, on this machine. */
class WebVisitorTest {
  private static final Predicate<InetAddress> ALSO_THIS_MACHINE = InetAddress::isLoopbackAddress;

  private final Certificates certificates;
  private final HttpsServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  WebVisitorTest(@TempDir Path folder)
      throws IOException, InterruptedException, GeneralSecurityException {
    certificates = Certificates.of(folder, "dns:localhost,ip:127.0.0.1");
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(certificates.forTheServer()));
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  /** Answers with these codes. */
  private void has(String path, int toHead, int toGet) {
    server.createContext(
        path,
        exchange -> {
          asked.add(exchange.getRequestMethod() + " " + path);
          boolean head = exchange.getRequestMethod().equals("HEAD");
          exchange.getResponseHeaders().add("Location", "https://localhost/elsewhere");
          exchange.sendResponseHeaders(head ? toHead : toGet, head ? -1 : 0);
          exchange.close();
        });
  }

  private URI at(String path) {
    return URI.create("https://localhost:" + server.getAddress().getPort() + path);
  }

  private WebVisitor visitor(Predicate<InetAddress> allowed) throws GeneralSecurityException {
    OkHttpClient trusting =
        new OkHttpClient.Builder()
            .sslSocketFactory(certificates.trusted(), certificates.trustManager())
            .build();
    return new WebVisitor(trusting, allowed, Duration.ofSeconds(2));
  }

  private Seen seen(String path) throws GeneralSecurityException {
    return visitor(ALSO_THIS_MACHINE).visit(at(path));
  }

  @ParameterizedTest
  @CsvSource({
    "200, 200, ALIVE",
    "404, 404, GONE",
    "410, 410, GONE",
    "404, 200, ALIVE",
    "405, 200, ALIVE",
    "501, 404, GONE",
    "403, 403, ALIVE",
    "401, 401, ALIVE",
    "429, 429, ALIVE",
    "500, 500, UNREACHABLE",
    "503, 503, UNREACHABLE"
  })
  void what_the_server_says_to_get_counts_where_it_refuses_head(int head, int get, Seen expected)
      throws GeneralSecurityException {
    has("/page", head, get);

    assertThat(seen("/page")).isEqualTo(expected);
    assertThat(asked).hasSize(head < 400 ? 1 : 2).first().isEqualTo("HEAD /page");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 308})
  void a_redirect_is_alive_and_not_followed(int code) throws GeneralSecurityException {
    has("/old", code, code);
    has("/elsewhere", 404, 404);

    assertThat(seen("/old")).isEqualTo(Seen.ALIVE);
    assertThat(asked).containsExactly("HEAD /old");
  }

  @Test
  void an_endless_page_is_read_only_a_little() throws GeneralSecurityException {
    server.createContext(
        "/endless",
        exchange -> {
          if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(405, -1);
            exchange.close();
            return;
          }
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream body = exchange.getResponseBody()) {
            while (true) {
              body.write(new byte[8192]);
            }
          }
        });

    assertThat(seen("/endless")).isEqualTo(Seen.ALIVE);
  }

  @Test
  void who_never_answers_is_unreachable_before_long() throws GeneralSecurityException {
    server.createContext(
        "/slow",
        exchange -> {
          try {
            Thread.sleep(20_000);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });

    long began = System.nanoTime();
    assertThat(seen("/slow")).isEqualTo(Seen.UNREACHABLE);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void a_port_without_a_server_and_a_certificate_of_somebody_else_are_unreachable()
      throws GeneralSecurityException, IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    has("/page", 200, 200);

    assertThat(visitor(ALSO_THIS_MACHINE).visit(URI.create("https://localhost:" + free + "/")))
        .isEqualTo(Seen.UNREACHABLE);
    WebVisitor whoDoesNotTrustIt =
        new WebVisitor(new OkHttpClient(), ALSO_THIS_MACHINE, Duration.ofSeconds(2));
    assertThat(whoDoesNotTrustIt.visit(at("/page"))).isEqualTo(Seen.UNREACHABLE);
    assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://localhost:%d/page",
        "https://127.0.0.1:%d/page",
        "https://[::1]:%d/page",
        "https://[::ffff:127.0.0.1]:%d/page",
        "https://2130706433:%d/page",
        "https://0x7f.1:%d/page",
        "http://localhost:%d/page"
      })
  void nothing_knocks_at_this_machine_however_it_is_called(String link)
      throws GeneralSecurityException {
    has("/page", 200, 200);
    URI here = URI.create(link.formatted(server.getAddress().getPort()));

    assertThat(visitor(PublicAddress::isPublic).visit(here))
        .isIn(Seen.NOT_VISITED, Seen.UNREACHABLE);
    assertThat(asked).isEmpty();
  }

  @Test
  void what_a_name_leads_to_in_the_end_is_looked_at_once_more() throws GeneralSecurityException {
    has("/page", 200, 200);
    // Public when the name is resolved, and this machine when the door is about to be opened.
    List<InetAddress> looked = new CopyOnWriteArrayList<>();
    Predicate<InetAddress> publicOnlyAtFirst =
        address -> {
          looked.add(address);
          return looked.size() == 1;
        };

    assertThat(visitor(publicOnlyAtFirst).visit(at("/page"))).isEqualTo(Seen.NOT_VISITED);
    assertThat(looked).hasSizeGreaterThan(1);
    assertThat(asked).isEmpty();
  }
}
