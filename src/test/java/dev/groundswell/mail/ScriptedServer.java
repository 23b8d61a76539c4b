package dev.groundswell.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A mail server that misbehaves to order, in ways that no real one offers a switch for. */
final class ScriptedServer implements AutoCloseable {
  /** One conversation; the connection is closed when it returns. */
  interface Script {
    void run(Talk talk) throws IOException;
  }

  private final ServerSocket socket;
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final List<Socket> connections = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "scripted-smtp");
            thread.setDaemon(true);
            return thread;
          });

  ScriptedServer(Script script) throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(
        () -> {
          try {
            while (true) {
              Socket connection = socket.accept();
              connections.add(connection);
              threads.execute(() -> talk(connection, script));
            }
          } catch (IOException e) {
            // The test is over.
          }
        });
  }

  int port() {
    return socket.getLocalPort();
  }

  /** Each line that a client sent, in order, without the message itself. */
  List<String> heard() {
    return heard;
  }

  int connections() {
    return connections.size();
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    socket.close();
    for (Socket connection : connections) {
      connection.close();
    }
    threads.shutdownNow();
  }

  private void talk(Socket connection, Script script) {
    try (connection) {
      script.run(new Talk(connection));
    } catch (IOException e) {
      // The client left first.
    }
  }

  /** What a script may do. */
  final class Talk {
    private final BufferedReader in;
    private final OutputStream out;

    private Talk(Socket connection) throws IOException {
      in =
          new BufferedReader(
              new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
      out = connection.getOutputStream();
    }

    void say(String lines) throws IOException {
      out.write((lines + "\r\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    }

    /** Greets, and says yes to everything until a line begins with {@code verb}. */
    void agreeUntil(String verb, String... extensions) throws IOException {
      say("220 scripted.example");
      agreeOnUntil(verb, extensions);
    }

    void agreeOnUntil(String verb, String... extensions) throws IOException {
      for (String line = hear(); !line.startsWith(verb); line = hear()) {
        if (line.startsWith("EHLO")) {
          say("250-scripted.example");
          for (String extension : extensions) {
            say("250-" + extension);
          }
        }
        say(line.startsWith("DATA") ? "354 go on" : "250 yes");
        if (line.startsWith("DATA")) {
          hearMessage();
          say("250 taken");
        }
      }
    }

    String hear() throws IOException {
      String line = in.readLine();
      if (line == null) {
        throw new IOException("the client left");
      }
      heard.add(line);
      return line;
    }

    /** Up to and including the final dot. */
    void hearMessage() throws IOException {
      for (String line = ""; !line.equals("."); line = in.readLine()) {
        if (line == null) {
          throw new IOException("the client left");
        }
      }
    }

    void hearSomeOfTheMessage() throws IOException {
      in.readLine();
    }

    /** Says nothing more, and stays. */
    void fallSilent() throws IOException {
      try {
        closed.await(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
