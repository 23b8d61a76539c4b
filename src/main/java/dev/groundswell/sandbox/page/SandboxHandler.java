package dev.groundswell.sandbox.page;

import dev.groundswell.sandbox.mailbox.Mail;
import dev.groundswell.sandbox.mailbox.Mailbox;
import dev.groundswell.sandbox.workspace.FakeSlack;
import dev.groundswell.sandbox.workspace.Files;
import dev.groundswell.sandbox.workspace.Person;
import dev.groundswell.sandbox.workspace.SandboxClock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the page to a browser and Slack's Web API to the bot. It leaves every other path alone, so
 * that the bot's own addresses may stand beside it.
 */
public final class SandboxHandler extends Handler.Abstract {
  private static final Logger log = LoggerFactory.getLogger(SandboxHandler.class);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int BODY = 20_000_000;
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https: data:;"
          + " connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self';"
          + " frame-ancestors 'none'";
  private static final String MAIL_POLICY =
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src https: data:;"
          + " frame-ancestors 'self'";

  private final FakeSlack slack;
  private final Mailbox mailbox;
  private final PageHtml page;
  private final Deeds deeds;

  public SandboxHandler(FakeSlack slack, Mailbox mailbox, SandboxClock clock) {
    this.slack = slack;
    this.mailbox = mailbox;
    String template = new String(Assets.read("page.html"), StandardCharsets.UTF_8);
    this.page = new PageHtml(slack, mailbox, clock, new Unread(slack.workspace()), template);
    this.deeds = new Deeds(slack, clock, page);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws IOException {
    String path = Request.getPathInContext(request);
    String[] parts = path.split("/", 4);
    String first = parts.length > 1 ? parts[1] : "";
    Respond respond = new Respond(request, response, callback);
    boolean post = request.getMethod().equals("POST");
    boolean ours =
        switch (first) {
          case "api", "response", "upload", "do" -> post || request.getMethod().equals("GET");
          case "", "view", "changes", "mail", "archives", "files" -> !post;
          default -> path.matches("/(app\\.css|app\\.js|icon\\.svg|favicon\\.ico)");
        };
    if (!ours) {
      return false;
    }
    Optional<String> turnedAway =
        Gate.turnsAway(request)
            .or(() -> first.equals("do") ? Gate.turnsAwayDeed(request) : Optional.empty());
    if (turnedAway.isPresent()) {
      respond.text(403, turnedAway.get());
      return true;
    }
    String second = parts.length > 2 ? parts[2] : "";
    switch (first) {
      case "api", "response", "upload" -> toSlack(first, second, request, respond);
      case "do" -> act(second, post, request, respond);
      default -> show(first, second, request, respond);
    }
    return true;
  }

  private void toSlack(String first, String second, Request request, Respond respond)
      throws IOException {
    byte[] bytes = body(request);
    String body = new String(bytes, StandardCharsets.UTF_8);
    if (first.equals("response")) {
      respond.answer(slack.respond(second, body));
    } else if (first.equals("upload")) {
      respond.answer(slack.files().receive(second, bytes));
    } else {
      String authorization = header(request, HttpHeader.AUTHORIZATION.asString());
      String bearer = authorization.startsWith("Bearer ") ? authorization.substring(7).strip() : "";
      String query = request.getHttpURI().getQuery();
      String fields = query == null ? body : body + "&" + query;
      respond.answer(
          slack.call(
              second,
              bearer,
              header(request, HttpHeader.CONTENT_TYPE.asString()),
              body,
              Form.read(fields).fields()));
    }
  }

  private void act(String deed, boolean post, Request request, Respond respond) throws IOException {
    if (!post) {
      respond.text(405, "This takes a POST.");
      return;
    }
    try {
      deeds.act(deed, Form.read(new String(body(request), StandardCharsets.UTF_8)));
      respond.json("{\"ok\":true}");
    } catch (IllegalArgumentException e) {
      log.info("the page asked for what cannot be done: {}", e.getMessage());
      respond.text(400, String.valueOf(e.getMessage()));
    }
  }

  private void show(String first, String second, Request request, Respond respond) {
    Form query = Form.read(request.getHttpURI().getQuery());
    Person person = page.person(query.text("as"));
    Place place = page.place(query.text("at"));
    switch (first) {
      case "" -> respond.html(page.all(person, place), POLICY);
      case "view" -> {
        long version = slack.changes().version();
        respond.json(page.json(person, place, version).toString());
      }
      case "changes" -> {
        var unused =
            slack
                .changes()
                .after(query.number("since", 0), PATIENCE)
                .thenAccept(version -> respond.json("{\"version\":" + version + "}"));
      }
      case "mail" -> mail(second, respond);
      case "archives" ->
          respond.with(
              302,
              "text/plain",
              new byte[0],
              Map.of(
                  "Location",
                  "/?at=" + (second.startsWith("D") ? "app" : page.place(second).name())));
      case "files" -> file(second, respond);
      default -> asset(first, respond);
    }
  }

  private void mail(String number, Respond respond) {
    int which = number.matches("\\d{1,6}") ? Integer.parseInt(number) : 0;
    Optional<Mail> mail = mailbox.mail(which);
    if (mail.isEmpty()) {
      respond.text(404, "There is no such mail.");
    } else {
      respond.html(mail.get().html(), MAIL_POLICY);
    }
  }

  private void file(String id, Respond respond) {
    Optional<Files.Upload> file = slack.files().find(id);
    if (file.isEmpty()) {
      respond.text(404, "There is no such file.");
    } else {
      String name = file.get().name();
      boolean picture = name.endsWith(".png");
      respond.with(
          200,
          picture ? "image/png" : "application/octet-stream",
          slack.files().bytes(id),
          picture
              ? Map.of()
              : Map.of(
                  "Content-Disposition",
                  "attachment; filename=\"" + name.replaceAll("[^\\w. -]", "_") + "\""));
    }
  }

  private static void asset(String name, Respond respond) {
    String file = name.equals("favicon.ico") ? "icon.svg" : name;
    String type =
        switch (file.substring(file.lastIndexOf('.') + 1)) {
          case "css" -> "text/css; charset=utf-8";
          case "js" -> "text/javascript; charset=utf-8";
          default -> "image/svg+xml";
        };
    respond.with(200, type, Assets.read(file), Map.of());
  }

  private static byte[] body(Request request) throws IOException {
    if (request.getLength() > BODY) {
      throw new IOException("more than " + BODY + " bytes");
    }
    ByteBuffer buffer = Content.Source.asByteBuffer(request);
    return BufferUtil.toArray(buffer);
  }

  private static String header(Request request, String name) {
    String value = request.getHeaders().get(name);
    return value == null ? "" : value;
  }
}
