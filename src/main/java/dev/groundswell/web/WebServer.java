package dev.groundswell.web;

import java.io.IOException;
import java.net.BindException;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty, with the handlers that are asked in turn. */
public final class WebServer implements AutoCloseable {
  private static final int THREADS = 64;

  private final Server server;
  private final ServerConnector connector;
  private final GracefulHandler graceful;

  /**
   * @param host the address to listen on, or an empty text for all
   * @param port the port, or 0 for any that is free
   * @param handlers asked in this order; the first that takes a request answers it
   */
  public WebServer(String host, int port, List<Handler> handlers) {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS);
    threads.setName("http");
    server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setUriCompliance(UriCompliance.RFC3986);
    connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setPort(port);
    if (!host.isEmpty()) {
      connector.setHost(host);
    }
    server.addConnector(connector);
    // A stop lets those finish who have come in.
    graceful = new GracefulHandler(new Handler.Sequence(handlers));
    server.setHandler(graceful);
    server.setStopTimeout(Duration.ofSeconds(10).toMillis());
  }

  /**
   * Starts listening.
   *
   * @throws PortInUse when another process listens there
   */
  public void start() {
    try {
      server.start();
    } catch (IOException e) {
      close();
      if (e instanceof BindException || e.getCause() instanceof BindException) {
        throw new PortInUse(connector.getPort());
      }
      throw new IllegalStateException("HTTP could not be started", e);
    } catch (Exception e) {
      close();
      throw new IllegalStateException("HTTP could not be started", e);
    }
  }

  /** The port that it listens on. */
  public int port() {
    return connector.getLocalPort();
  }

  /** Whether new requests are sent away. */
  boolean isStopping() {
    return graceful.isShutdown();
  }

  /** Sends new requests away and waits for those inside, for ten seconds at most. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("HTTP could not be stopped", e);
    }
  }
}
