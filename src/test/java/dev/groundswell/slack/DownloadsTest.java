package dev.groundswell.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.groundswell.slack.Downloads.Fetched;
import dev.groundswell.slack.Filled.Attached;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files come from Slack, in bounds, and the token goes nowhere else. */
class DownloadsTest {
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final HttpServer slack;
  private final SlackClients clients;
  private final Downloads downloads;
  private final String here;

  DownloadsTest() throws IOException {
    slack = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    slack.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          asked.add(path + " " + exchange.getRequestHeaders().getFirst("Authorization"));
          byte[] bytes = path.endsWith("large") ? new byte[2000] : "name".getBytes(UTF_8);
          if (path.endsWith("away")) {
            exchange.getResponseHeaders().add("Location", "/files/list");
            exchange.sendResponseHeaders(302, -1);
          } else {
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
          }
          exchange.close();
        });
    slack.start();
    here = "http://127.0.0.1:" + slack.getAddress().getPort();
    clients = new SlackClients(URI.create(here + "/api/"), "xoxb-test");
    downloads = new Downloads(clients, URI.create(here + "/api/"));
  }

  @AfterEach
  void stop() {
    clients.close();
    slack.stop(0);
  }

  private Fetched fetch(String url, long size) {
    return downloads.fetch(new Attached("F1", "list.csv", "text/csv", url, size), 1000);
  }

  @Test
  void a_file_is_fetched_with_the_token() {
    assertThat(fetch(here + "/files/list", 4))
        .isInstanceOfSatisfying(
            Fetched.Bytes.class, it -> assertThat(it.bytes()).isEqualTo("name".getBytes(UTF_8)));
    assertThat(asked).containsExactly("/files/list Bearer xoxb-test");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.org/list",
        "http://files.slack.com/list",
        "https://files.slack.com.example.org/list",
        "http://127.0.0.1:1/list",
        "file:///etc/passwd",
        "not a url"
      })
  void nothing_is_fetched_from_elsewhere(String url) {
    assertThat(fetch(url, 4)).isInstanceOf(Fetched.Failed.class);
    assertThat(asked).isEmpty();
  }

  @Test
  void what_is_too_large_is_not_kept_whatever_it_says_of_its_size() {
    assertThat(fetch(here + "/files/list", 1001)).isInstanceOf(Fetched.TooLarge.class);
    assertThat(asked).isEmpty();
    assertThat(fetch(here + "/files/large", 4)).isInstanceOf(Fetched.TooLarge.class);
  }

  @Test
  void a_redirect_is_not_followed() {
    assertThat(fetch(here + "/files/away", 4)).isInstanceOf(Fetched.Failed.class);
    assertThat(asked).hasSize(1);
  }
}
