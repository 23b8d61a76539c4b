package dev.groundswell.bench;

import com.sun.net.httpserver.HttpServer;
import dev.groundswell.Team;
import dev.groundswell.db.DatabaseUrl;
import dev.groundswell.db.PostgresServer;
import dev.groundswell.mail.ManyDigests;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Measures the product beside a peer in one run. Both servers are processes of their own and are
 * asked in turn, so that a machine that changes its speed changes it for both; medians are printed.
 */
public final class Bench {
  private static final int ROUNDS = 5;
  private static final Duration WARM_UP = Duration.ofSeconds(6);
  private static final Duration ROUND = Duration.ofSeconds(3);

  /** Questions as people ask them, so that no answer is served from a warm line. */
  private static final List<String> QUESTIONS =
      List.of(
          "ask they all nod but nothing happens",
          "ask the front desk says this is one more thing on top",
          "ask our CFO wants to see a return before she signs",
          "ask how do I get the docs to come to a meeting",
          "ask a practice said not now, what do I do",
          "ask nobody told the nurses what became of their ideas",
          "ask families do not turn up to the classes",
          "ask the board has heard of ten projects this year");

  private Bench() {}

  public static void main(String[] args) throws Exception {
    String only = args.length > 0 ? args[0] : "";
    HttpServer api = api();
    Path folder = Files.createTempDirectory("groundswell-bench");
    try {
      String url = "http://127.0.0.1:" + api.getAddress().getPort() + "/api/";
      if ("tips".startsWith(only) || only.startsWith("tips")) {
        tips(url, folder);
      }
      if ("ask".startsWith(only) || only.startsWith("ask")) {
        ask(url, folder);
      }
      if ("practices".startsWith(only) || only.startsWith("practices")) {
        PracticesBench.run(folder);
      }
      if ("start".startsWith(only) || only.startsWith("start")) {
        start(url, folder);
      }
      if ("input".startsWith(only) || only.startsWith("input")) {
        input(url, folder);
      }
      if ("growth".startsWith(only) || only.startsWith("growth")) {
        Growth.measure(folder);
      }
      if ("dispatch".startsWith(only) || only.startsWith("dispatch")) {
        Dispatching.measure("dispatch-h2", freshFile(folder));
      }
      if (only.isEmpty() || only.startsWith("due")) {
        int crowd = args.length > 1 ? Integer.parseInt(args[1]) : 10_000;
        if (!only.equals("due-postgres")) {
          new DueAtOnce(() -> freshFile(folder), crowd).measure("due-h2");
        }
        if (!only.equals("due-h2")) {
          try (PostgresServer postgres = PostgresServer.durable()) {
            new DueAtOnce(postgres::fresh, crowd).measure("due-postgres");
            Dispatching.measure("dispatch-postgres", postgres.fresh());
          }
        }
      }
      if ("digest".startsWith(only) || only.startsWith("digest")) {
        digests();
      }
    } finally {
      api.stop(0);
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
    System.exit(0);
  }

  private static DatabaseUrl freshFile(Path folder) {
    return DatabaseUrl.parse("jdbc:h2:file:" + folder.resolve("h2-" + System.nanoTime()));
  }

  /** /buyin input, kept in H2's file before it is acknowledged. */
  private static void input(String api, Path folder) throws Exception {
    try (ServerProcess ours = ours(api, folder)) {
      new Load(ours.port, List.of("initiative Bench")).once();
      Load us = new Load(ours.port, List.of("input \"Evening hours, please\" from the parents"));
      us.run(16, WARM_UP);
      List<Load.Result> mine = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        mine.add(us.run(16, ROUND));
      }
      String name = "input-16-connections-";
      print(Figure.alone(name + "rate", median(mine, Load.Result::perSecond), "per second"));
      print(Figure.alone(name + "p50", median(mine, Load.Result::p50), "ms"));
      print(Figure.alone(name + "p99", median(mine, Load.Result::p99), "ms"));
    }
  }

  static void print(Figure figure) {
    System.out.println(figure.toJson());
  }

  /** /buyin tips clinicians beside Bolt alone that answers the same payload fixed. */
  private static void tips(String api, Path folder) throws Exception {
    try (ServerProcess ours = ours(api, folder);
        ServerProcess bolt = bolt(api, folder, ours.port)) {
      Load us = new Load(ours.port, List.of("tips clinicians"));
      Load peer = new Load(bolt.port, List.of("tips clinicians"));
      // Both compile what is hot first, so that the first figures are not those of an interpreter.
      us.run(16, WARM_UP);
      peer.run(16, WARM_UP);
      for (int connections : new int[] {1, 16}) {
        List<Load.Result> mine = new ArrayList<>();
        List<Load.Result> theirs = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
          mine.add(us.run(connections, ROUND));
          theirs.add(peer.run(connections, ROUND));
        }
        String name = "tips-" + connections + "-connections-";
        print(figure(name + "rate", "per second", mine, theirs, Load.Result::perSecond));
        print(figure(name + "p50", "ms", mine, theirs, Load.Result::p50));
        print(figure(name + "p99", "ms", mine, theirs, Load.Result::p99));
      }
    }
  }

  private static Figure figure(
      String name,
      String unit,
      List<Load.Result> mine,
      List<Load.Result> theirs,
      ToDoubleFunction<Load.Result> read) {
    return new Figure(name, median(mine, read), unit, median(theirs, read));
  }

  private static double median(List<Load.Result> results, ToDoubleFunction<Load.Result> read) {
    double[] sorted = results.stream().mapToDouble(read).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  /** /buyin ask over HTTP, with one caller and with four. */
  private static void ask(String api, Path folder) throws Exception {
    try (ServerProcess ours = ours(api, folder)) {
      Load us = new Load(ours.port, QUESTIONS);
      for (int connections : new int[] {1, 4}) {
        us.run(connections, WARM_UP);
        List<Load.Result> mine = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
          mine.add(us.run(connections, ROUND));
        }
        String name = "ask-" + connections + "-connections-";
        print(Figure.alone(name + "rate", median(mine, Load.Result::perSecond), "per second"));
        print(Figure.alone(name + "p50", median(mine, Load.Result::p50), "ms"));
        print(Figure.alone(name + "p99", median(mine, Load.Result::p99), "ms"));
      }
    }
  }

  /** Composing and rendering digests over a history of two years, in one thread. */
  private static void digests() {
    try (ManyDigests many = new ManyDigests()) {
      many.perSecond(500);
      double[] rounds = new double[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        rounds[round] = many.perSecond(1000);
      }
      Arrays.sort(rounds);
      print(Figure.alone("digest-composed-and-rendered", rounds[ROUNDS / 2], "per second"));
    }
  }

  /** From the start of the process to its first answer, and its memory then and after some work. */
  private static void start(String api, Path folder) throws Exception {
    List<double[]> mine = new ArrayList<>();
    List<double[]> theirs = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      try (ServerProcess ours = ours(api, folder)) {
        new Load(ours.port, List.of("tips clinicians")).run(4, ROUND);
        mine.add(new double[] {ours.secondsToFirstAnswer, ours.residentMegabytes()});
        try (ServerProcess bolt = bolt(api, folder, ours.port)) {
          new Load(bolt.port, List.of("tips clinicians")).run(4, ROUND);
          theirs.add(new double[] {bolt.secondsToFirstAnswer, bolt.residentMegabytes()});
        }
      }
    }
    print(new Figure("start-to-first-answer", middle(mine, 0), "s", middle(theirs, 0)));
    print(new Figure("start-memory", middle(mine, 1), "MB resident", middle(theirs, 1)));
  }

  private static double middle(List<double[]> rounds, int column) {
    double[] sorted = rounds.stream().mapToDouble(round -> round[column]).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static ServerProcess ours(String api, Path folder) throws Exception {
    int port = freePort();
    Path home = Files.createTempDirectory(folder, "ours");
    return ServerProcess.start(
        "dev.groundswell.Main",
        port,
        home,
        Map.of(
            "PORT",
            String.valueOf(port),
            "SLACK_SIGNING_SECRET",
            Load.SECRET,
            "SLACK_BOT_TOKEN",
            "xoxb-bench",
            "ENCRYPTION_KEY",
            Team.ENCRYPTION_KEY,
            "SLACK_API_URL",
            api),
        "serve");
  }

  /** The peer, with the very answer that ours gives. */
  private static ServerProcess bolt(String api, Path folder, int ours) throws Exception {
    Path home = Files.createTempDirectory(folder, "bolt");
    Path answer = home.resolve("answer.json");
    Files.writeString(answer, bodyOf(ours));
    int port = freePort();
    return ServerProcess.start(
        BoltAlone.class.getName(),
        port,
        home,
        Map.of(),
        String.valueOf(port),
        api,
        answer.toString());
  }

  private static String bodyOf(int port) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String request = new String(Load.request("tips clinicians"), StandardCharsets.UTF_8);
      byte[] closing =
          request
              .replaceFirst("Host: localhost\r\n", "Host: localhost\r\nConnection: close\r\n")
              .getBytes(StandardCharsets.UTF_8);
      socket.getOutputStream().write(closing);
      String answer =
          new String(
              new BufferedInputStream(socket.getInputStream()).readAllBytes(),
              StandardCharsets.UTF_8);
      return answer.substring(answer.indexOf('{'), answer.lastIndexOf('}') + 1);
    }
  }

  /** A Web API that knows who the bot is, and everybody by their id. */
  private static HttpServer api() throws IOException {
    HttpServer api =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    api.createContext(
        "/api/",
        exchange -> {
          String asked =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          String answer =
              exchange.getRequestURI().getPath().endsWith("users.info")
                  ? """
                    {"ok":true,"user":{"id":"%s","name":"somebody","real_name":"Somebody",\
                    "tz":"Etc/UTC"}}"""
                      .formatted(asked.replaceAll(".*\\buser=(\\w+).*", "$1"))
                  : "{\"ok\":true,\"team_id\":\"T0BENCH\",\"user_id\":\"U0BOT\",\"bot_id\":\"B0BOT\"}";
          byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    api.start();
    return api;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
