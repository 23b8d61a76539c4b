package dev.groundswell.sandbox.page;

import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * Lets in this machine only. A page on the web may send its visitor's browser here under another
 * host name, or post a form from another origin; both are turned away.
 */
final class Gate {
  private Gate() {}

  /** The sentence for whoever is turned away. */
  static Optional<String> turnsAway(Request request) {
    String host = value(request, HttpHeader.HOST.asString());
    String port = Integer.toString(Request.getLocalPort(request));
    if (!host.matches("(localhost|127\\.0\\.0\\.1|\\[::1])(:" + port + ")")
        && !(port.equals("80") && host.matches("localhost|127\\.0\\.0\\.1|\\[::1]"))) {
      return Optional.of(
          "The sandbox answers on http://localhost:" + port + " only, and not as " + safe(host));
    }
    return Optional.empty();
  }

  /** The same for what changes something: it has to come from the sandbox's own page. */
  static Optional<String> turnsAwayDeed(Request request) {
    String origin = value(request, HttpHeader.ORIGIN.asString());
    String site = value(request, "Sec-Fetch-Site").toLowerCase(Locale.ROOT);
    String own = "http://" + value(request, HttpHeader.HOST.asString());
    boolean same = origin.isEmpty() ? site.equals("same-origin") : origin.equals(own);
    boolean contradicted = !site.isEmpty() && !site.equals("same-origin");
    return same && !contradicted
        ? Optional.empty()
        : Optional.of("Only the sandbox's own page may do this.");
  }

  private static String value(Request request, String header) {
    String value = request.getHeaders().get(header);
    return value == null ? "" : value;
  }

  private static String safe(String host) {
    return host.replaceAll("[^A-Za-z0-9.:\\[\\]-]", "?");
  }
}
