package dev.groundswell.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.db.Database;
import dev.groundswell.db.DatabaseUrl;
import dev.groundswell.db.Engine;
import dev.groundswell.db.OnBothDatabases;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever asks how the process does gets an answer while it still helps. */
@OnBothDatabases
class HealthTest {
  private final Engine engine;
  private final DatabaseUrl url;
  private final Database database;
  private final WebServer web;
  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService many = Executors.newCachedThreadPool();

  HealthTest(Engine engine) {
    this.engine = engine;
    url = engine.fresh();
    database = Database.open(url);
    web = new WebServer("127.0.0.1", 0, List.of(new Health(database::answers)));
  }

  @BeforeEach
  void open() {
    web.start();
  }

  @AfterEach
  void close() {
    web.close();
    many.shutdownNow();
    database.close();
    engine.giveBack(url);
  }

  private HttpResponse<String> asks() throws Exception {
    URI health = URI.create("http://127.0.0.1:" + web.port() + "/healthz");
    return client.send(HttpRequest.newBuilder(health).build(), BodyHandlers.ofString());
  }

  @Test
  void while_every_connection_is_taken_it_says_so_within_two_seconds_and_recovers()
      throws Exception {
    assertThat(asks().statusCode()).isEqualTo(200);
    int all = database.poolUse().most();
    CountDownLatch taken = new CountDownLatch(all);
    CountDownLatch free = new CountDownLatch(1);
    List<java.util.concurrent.Future<?>> holders = new ArrayList<>();
    for (int i = 0; i < all; i++) {
      holders.add(
          many.submit(
              () ->
                  database.transact(
                      tx -> {
                        taken.countDown();
                        try {
                          free.await();
                        } catch (InterruptedException e) {
                          Thread.currentThread().interrupt();
                        }
                      })));
    }
    taken.await();

    for (int i = 0; i < 3; i++) {
      long start = System.nanoTime();
      HttpResponse<String> answer = asks();
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).contains("does not answer");
      // It gives up after two; a connection would be waited for ten, and a busy machine is slow.
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(9));
    }

    free.countDown();
    for (var holder : holders) {
      holder.get();
    }
    assertThat(asks().statusCode()).isEqualTo(200);
  }
}
