package dev.groundswell.web;

import dev.groundswell.prompt.Words;
import dev.groundswell.sponsor.Followed;
import dev.groundswell.sponsor.Sponsor;
import dev.groundswell.sponsor.Subscriptions;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * {@code /digest/…}: where a sponsor says yes to the digest, and ends it. GET only shows a page
 * with a button, since programs follow every link in a mail; POST acts at once, from the button or
 * from the one click of a mail program (RFC 8058).
 */
public final class DigestPages extends Handler.Abstract {
  private static final String PATH = "/digest/";
  private static final int LARGEST_BODY = 4096;

  private final Subscriptions subscriptions;
  private final Words words;

  public DigestPages(Subscriptions subscriptions, Words words) {
    this.subscriptions = subscriptions;
    this.words = words;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String path = Request.getPathInContext(request);
    if (!path.startsWith(PATH)) {
      return false;
    }
    String token = path.substring(PATH.length());
    switch (request.getMethod()) {
      case "GET", "HEAD" -> show(subscriptions.open(token), token, response, callback);
      case "POST" -> {
        passOver(request, response);
        show(subscriptions.press(token), token, response, callback);
      }
      default -> {
        response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD, POST");
        Page.write(response, 405, "This page is opened or sent, and nothing else.\n", callback);
      }
    }
    return true;
  }

  /** What the form or the mail program says besides the address does not matter. */
  private static void passOver(Request request, Response response) throws IOException {
    try (InputStream body = Content.Source.asInputStream(request)) {
      if (body.readNBytes(LARGEST_BODY + 1).length > LARGEST_BODY) {
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
      }
    }
  }

  private void show(Followed followed, String token, Response response, Callback callback) {
    HttpFields.Mutable headers = response.getHeaders();
    headers.put(HttpHeader.CACHE_CONTROL, "no-store");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("X-Robots-Tag", "noindex");
    headers.put(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none';"
            + " frame-ancestors 'none'");
    Page.write(
        response, status(followed), "text/html;charset=utf-8", html(followed, token), callback);
  }

  private static int status(Followed followed) {
    if (followed instanceof Followed.Unknown) {
      return 404;
    }
    return followed instanceof Followed.RunOut ? 410 : 200;
  }

  String html(Followed followed, String token) {
    if (followed instanceof Followed.AskToConfirm it) {
      return page("confirm", it.sponsor(), it.initiative(), "confirm-button", token, false);
    } else if (followed instanceof Followed.Confirmed it) {
      return page("confirmed", it.sponsor(), it.initiative(), "", "", false);
    } else if (followed instanceof Followed.ConfirmedBefore it) {
      return page("confirmed-before", it.sponsor(), it.initiative(), "", "", false);
    } else if (followed instanceof Followed.AskToStop it) {
      return page("stop", it.sponsor(), it.initiative(), "stop-button", token, false);
    } else if (followed instanceof Followed.Stopped it) {
      return page("stopped", it.sponsor(), it.initiative(), "again-button", it.startAgain(), true);
    } else if (followed instanceof Followed.StoppedBefore it) {
      return page(
          "stopped-before", it.sponsor(), it.initiative(), "again-button", it.startAgain(), true);
    } else if (followed instanceof Followed.RunOut) {
      return page("run-out", "", "", "", "", false);
    } else if (followed instanceof Followed.Unknown) {
      return page("unknown", "", "", "", "", false);
    }
    throw new AssertionError(followed);
  }

  private String page(
      String name, Sponsor sponsor, String initiative, String button, String token, boolean quiet) {
    return page(name, sponsor.name(), initiative, button, token, quiet);
  }

  private String page(
      String name, String sponsor, String initiative, String button, String token, boolean quiet) {
    return words.mailHtml(
        "page",
        Map.of(
            "title",
            words.plain("page." + name + "-title", "initiative", initiative),
            "text",
            words.plain("page." + name + "-text", "name", sponsor, "initiative", initiative),
            "button",
            button.isEmpty() ? "" : words.plain("page." + button),
            "action",
            PATH + token,
            "quiet",
            quiet));
  }
}
