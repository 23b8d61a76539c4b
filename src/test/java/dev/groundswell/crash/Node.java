package dev.groundswell.crash;

import dev.groundswell.Classpath;
import dev.groundswell.Team;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One server of Groundswell, in a process that is killed and started again. */
final class Node implements AutoCloseable {
  static final String SECRET = "0123456789abcdef0123456789abcdef";
  static final String READY = "ready";
  private static final long LONGEST_START = TimeUnit.SECONDS.toNanos(300);

  final String token;
  final int port;

  /** Commands that were handed over and have had no answer yet. */
  final AtomicInteger asked = new AtomicInteger();

  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private volatile boolean up;
  private @Nullable Process process;
  private int starts;

  /**
   * @param mailPort of a mail server on this machine, or 0 for no mail
   */
  Node(int number, Path folder, URI slack, int mailPort, String databaseUrl) throws IOException {
    this.token = "xoxb-node" + number;
    this.port = freePort();
    this.folder = Files.createDirectories(folder);
    environment.putAll(
        Map.of(
            "PORT",
            String.valueOf(port),
            "DATABASE_URL",
            databaseUrl,
            "SLACK_API_URL",
            slack.toString(),
            "SLACK_BOT_TOKEN",
            token,
            "SLACK_SIGNING_SECRET",
            SECRET,
            "ENCRYPTION_KEY",
            Team.ENCRYPTION_KEY));
    if (mailPort != 0) {
      environment.put("SMTP_URL", "smtp://127.0.0.1:" + mailPort + "?starttls=off");
      environment.put("MAIL_FROM", "groundswell@example.org");
      environment.put("PUBLIC_URL", "https://groundswell.example.org");
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Starts the process, with its clock set so. */
  void start(Instant setAt, Instant clock, int rate) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                absolute(Classpath.ofThisTest()),
                ServeAhead.class.getName()));
    command.add(String.valueOf(setAt.toEpochMilli()));
    command.add(String.valueOf(clock.toEpochMilli()));
    command.add(String.valueOf(rate));
    command.add(folder.getParent().toString());
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    starts++;
    process = builder.redirectErrorStream(true).redirectOutput(log().toFile()).start();
  }

  private Path log() {
    return folder.resolve("log" + starts);
  }

  private static String absolute(String classpath) {
    List<String> parts = new ArrayList<>();
    for (String part : classpath.split(File.pathSeparator)) {
      parts.add(Path.of(part).toAbsolutePath().toString());
    }
    return String.join(File.pathSeparator, parts);
  }

  /** Waits until it listens and ticks. */
  void awaitReady() throws IOException, InterruptedException {
    long begin = System.nanoTime();
    while (Files.readAllLines(log()).stream().noneMatch(READY::equals)) {
      if (!running().isAlive() || System.nanoTime() - begin > LONGEST_START) {
        throw new IOException("did not start: " + Files.readString(log()));
      }
      TimeUnit.MILLISECONDS.sleep(5);
    }
    up = true;
  }

  private Process running() {
    return Objects.requireNonNull(process, "not started");
  }

  long pid() {
    return running().pid();
  }

  boolean isUp() {
    return up;
  }

  /** Whether commands may be sent to it. */
  void takesCommands(boolean takes) {
    up = takes;
  }

  /** Sends SIGKILL, and does not wait. */
  void sendKill() {
    up = false;
    running().destroyForcibly();
  }

  /** Ends the process as kill -9 does, and returns when it is gone. */
  void kill() throws InterruptedException {
    sendKill();
    running().waitFor();
  }

  @Override
  public void close() {
    up = false;
    if (process != null) {
      // It may stand still, and then ends as well.
      process.destroyForcibly().onExit().join();
    }
  }
}
