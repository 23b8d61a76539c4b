package dev.groundswell.web;

import com.slack.api.bolt.App;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.util.SlackRequestParser;
import com.slack.api.bolt.util.SlackRequestParser.HttpRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /slack/events}: the one address that Slack sends everything to. The size is capped
 * and the signature checked over the raw bytes before anything is parsed; then Bolt takes over.
 */
public final class SlackDoor extends Handler.Abstract {
  public static final String PATH = "/slack/events";

  private static final Logger LOG = LoggerFactory.getLogger(SlackDoor.class);
  private static final int LARGEST_BODY = 1 << 20;

  private final Signature signature;
  private final App app;
  private final SlackRequestParser parser;

  public SlackDoor(Signature signature, App app) {
    this.signature = signature;
    this.app = app;
    this.parser = new SlackRequestParser(app.config());
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (!Request.getPathInContext(request).equals(PATH)) {
      return false;
    }
    if (!"POST".equals(request.getMethod())) {
      response.getHeaders().put(HttpHeader.ALLOW, "POST");
      answer(response, 405, "Slack sends its requests here, by POST.", callback);
      return true;
    }
    if (request.getLength() > LARGEST_BODY) {
      refuseLarge(response, callback);
      return true;
    }
    byte[] body = body(request);
    if (body.length > LARGEST_BODY) {
      refuseLarge(response, callback);
      return true;
    }
    HttpFields headers = request.getHeaders();
    Signature.Flaw flaw =
        signature.flaw(
            headers.get("X-Slack-Signature"), headers.get("X-Slack-Request-Timestamp"), body);
    if (flaw != null) {
      LOG.warn("Refused a request: {}", flaw.sentence());
      answer(response, 401, flaw.sentence(), callback);
      return true;
    }
    run(request, body, response, callback);
    return true;
  }

  private static void refuseLarge(Response response, Callback callback) {
    // What was not read of the body would be taken for the next request.
    response.getHeaders().put(HttpHeader.CONNECTION, "close");
    answer(response, 413, "The request is larger than 1 MiB.", callback);
  }

  /** The body, up to one byte more than is allowed. */
  private static byte[] body(Request request) throws IOException {
    try (InputStream stream = Content.Source.asInputStream(request)) {
      return stream.readNBytes(LARGEST_BODY + 1);
    }
  }

  private void run(Request request, byte[] body, Response response, Callback callback) {
    com.slack.api.bolt.response.Response answer;
    try {
      answer =
          app.run(
              parser.parse(
                  HttpRequest.builder()
                      .requestUri(PATH)
                      .queryString(Map.of())
                      .headers(headers(request.getHeaders()))
                      .requestBody(new String(body, StandardCharsets.UTF_8))
                      .remoteAddress(Request.getRemoteAddr(request))
                      .build()));
    } catch (Exception e) {
      // The body may hold what somebody told in confidence: it is not logged.
      LOG.error("A signed request could not be handled", e);
      answer(response, 500, "Groundswell could not handle this request.", callback);
      return;
    }
    response.setStatus(answer.getStatusCode());
    if (answer.getBody() == null || answer.getBody().isEmpty()) {
      response.write(true, ByteBuffer.allocate(0), callback);
      return;
    }
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.getContentType());
    response.write(true, bytes(answer.getBody()), callback);
  }

  private static RequestHeaders headers(HttpFields fields) {
    Map<String, List<String>> headers = new java.util.HashMap<>();
    fields.forEach(
        field ->
            headers
                .computeIfAbsent(field.getName(), name -> new java.util.ArrayList<>())
                .add(field.getValue()));
    return new RequestHeaders(headers);
  }

  private static void answer(Response response, int status, String sentence, Callback callback) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain;charset=utf-8");
    response.write(true, bytes(sentence + "\n"), callback);
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }
}
