package dev.groundswell.bench;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server in a JVM of its own, until it is closed. */
final class ServerProcess implements AutoCloseable {
  private static final long LONGEST_START = TimeUnit.SECONDS.toNanos(60);

  final int port;
  final double secondsToFirstAnswer;
  private final Process process;

  private ServerProcess(Process process, int port, double secondsToFirstAnswer) {
    this.process = process;
    this.port = port;
    this.secondsToFirstAnswer = secondsToFirstAnswer;
  }

  /** Starts it, and waits until a signed command is answered with 200. */
  static ServerProcess start(
      String mainClass, int port, Path folder, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                absolute(System.getProperty("java.class.path")),
                mainClass));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile());
    long begin = System.nanoTime();
    Process process = builder.start();
    while (!answers(port)) {
      if (!process.isAlive() || System.nanoTime() - begin > LONGEST_START) {
        process.destroyForcibly();
        throw new IOException("did not start: " + Files.readString(folder.resolve("log")));
      }
      TimeUnit.MILLISECONDS.sleep(5);
    }
    return new ServerProcess(process, port, (System.nanoTime() - begin) / 1e9);
  }

  private static String absolute(String classpath) {
    List<String> parts = new ArrayList<>();
    for (String part : classpath.split(File.pathSeparator)) {
      parts.add(Path.of(part).toAbsolutePath().toString());
    }
    return String.join(File.pathSeparator, parts);
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(Load.request("tips clinicians"));
      return Load.answer(new BufferedInputStream(socket.getInputStream())) == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** The memory that is really in use, in MB, as Linux counts it. */
  double residentMegabytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(Double.NaN);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
