package dev.groundswell.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GateTest {
  private OpenSandbox open;
  private int port;

  @BeforeEach
  void open() throws Exception {
    open = new OpenSandbox();
    port = open.sandbox.apiUrl().getPort();
  }

  @AfterEach
  void close() {
    open.close();
  }

  @Test
  void this_machine_gets_the_page_with_a_policy() throws Exception {
    for (String host : new String[] {"localhost", "127.0.0.1", "[::1]"}) {
      String answer = send("GET / HTTP/1.1", "Host: " + host + ":" + port);
      assertThat(answer).startsWith("HTTP/1.1 200");
      assertThat(answer).contains("Content-Security-Policy: default-src 'none'");
      assertThat(answer).contains("X-Content-Type-Options: nosniff");
      assertThat(answer).doesNotContain("Access-Control-Allow-Origin");
    }
  }

  @Test
  void another_host_name_is_turned_away_with_a_sentence() throws Exception {
    for (String host :
        new String[] {"evil.example:" + port, "localhost:1", "localhost.evil.example"}) {
      assertThat(send("GET / HTTP/1.1", "Host: " + host))
          .startsWith("HTTP/1.1 403")
          .contains("The sandbox answers on http://localhost:" + port);
      assertThat(send("POST /api/auth.test HTTP/1.1", "Host: " + host)).startsWith("HTTP/1.1 403");
    }
  }

  @Test
  void only_the_page_itself_may_do_something() throws Exception {
    String host = "Host: localhost:" + port;
    String deed = "POST /do/clock HTTP/1.1";
    assertThat(send(deed, host)).startsWith("HTTP/1.1 403");
    assertThat(send(deed, host, "Origin: https://evil.example")).startsWith("HTTP/1.1 403");
    assertThat(send(deed, host, "Origin: null")).startsWith("HTTP/1.1 403");
    assertThat(send(deed, host, "Sec-Fetch-Site: cross-site")).startsWith("HTTP/1.1 403");
    assertThat(send(deed, host, "Origin: http://localhost:" + port, "Sec-Fetch-Site: cross-site"))
        .startsWith("HTTP/1.1 403");
    assertThat(send(deed, host, "Origin: http://localhost:" + port)).startsWith("HTTP/1.1 400");
    assertThat(send(deed, host, "Sec-Fetch-Site: same-origin")).startsWith("HTTP/1.1 400");
    assertThat(send("GET /do/clock HTTP/1.1", host, "Sec-Fetch-Site: same-origin"))
        .startsWith("HTTP/1.1 405");
  }

  @Test
  void other_paths_are_left_to_others() throws Exception {
    assertThat(send("GET /health HTTP/1.1", "Host: anything")).startsWith("HTTP/1.1 404");
  }

  private String send(String line, String... headers) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      OutputStream out = socket.getOutputStream();
      String request =
          line
              + "\r\n"
              + String.join("\r\n", headers)
              + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
      out.write(request.getBytes(StandardCharsets.UTF_8));
      out.flush();
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
