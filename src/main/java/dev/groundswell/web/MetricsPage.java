package dev.groundswell.web;

import dev.groundswell.metrics.Metrics;
import java.net.InetSocketAddress;
import java.util.List;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** {@code /metrics}: the figures for Prometheus. */
public final class MetricsPage extends Handler.Abstract {
  /** Whoever sets one of these is a proxy on this machine, and asks for somebody elsewhere. */
  private static final List<String> FORWARDED =
      List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");

  private final Metrics metrics;
  private final boolean isOpen;

  /**
   * @param isOpen whether others than this machine may read them
   */
  public MetricsPage(Metrics metrics, boolean isOpen) {
    this.metrics = metrics;
    this.isOpen = isOpen;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    if (!Request.getPathInContext(request).equals("/metrics")
        || !(isOpen || comesFromThisMachine(request))) {
      // Not taken, and so answered with 404 like any address that is not there.
      return false;
    }
    Page.write(response, 200, "text/plain;version=0.0.4;charset=utf-8", metrics.page(), callback);
    return true;
  }

  private static boolean comesFromThisMachine(Request request) {
    return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress it
        && it.getAddress() != null
        && it.getAddress().isLoopbackAddress()
        && FORWARDED.stream().noneMatch(request.getHeaders()::contains);
  }
}
