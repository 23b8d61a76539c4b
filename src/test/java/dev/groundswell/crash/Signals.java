package dev.groundswell.crash;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Stops processes and lets them go on, by a shell that is already there, since moments count. */
final class Signals implements AutoCloseable {
  private final Process shell;

  Signals() throws IOException {
    shell = new ProcessBuilder("sh").redirectErrorStream(true).start();
  }

  /** Returns when the process stands still. */
  void stop(long pid) throws IOException {
    send("STOP", pid);
    while (!stands(pid)) {
      Thread.onSpinWait();
    }
  }

  void goOn(long pid) throws IOException {
    send("CONT", pid);
  }

  private synchronized void send(String signal, long pid) throws IOException {
    OutputStream out = shell.getOutputStream();
    out.write(("kill -" + signal + " " + pid + "\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static boolean stands(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
    return stat.charAt(stat.lastIndexOf(')') + 2) == 'T';
  }

  @Override
  public void close() {
    shell.destroyForcibly();
  }
}
