package dev.groundswell.web;

import dev.groundswell.kernel.Once;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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
 * and the signature checked over the raw bytes before anything is parsed. A request that comes
 * again with the same signature gets the same answer, and has no effect a second time.
 */
public final class SlackDoor extends Handler.Abstract {
  public static final String PATH = "/slack/events";

  private static final Logger LOG = LoggerFactory.getLogger(SlackDoor.class);
  private static final int LARGEST_BODY = 1 << 20;

  /** A request signed five minutes ahead of this clock is good for ten. */
  private static final Duration A_SIGNATURE_HOLDS = Signature.TOLERANCE.multipliedBy(2);

  private static final int MOST_SIGNATURES = 100_000;
  private static final int MOST_ANSWERS = 1_000;

  private final Signature signature;
  private final Inside inside;
  private final Once<Answer> once;
  private final Consumer<String> turnedAway;

  /** Whoever answers what was let in. */
  public interface Inside {
    /** Never throws; what went wrong is a status. */
    Answer answer(Map<String, List<String>> headers, String body);
  }

  /**
   * An answer to Slack.
   *
   * @param body empty for none
   */
  public record Answer(int status, String contentType, String body) {}

  /**
   * @param turnedAway hears a word for each request that was not handled: refused or replayed
   */
  public SlackDoor(Signature signature, Inside inside, Clock clock, Consumer<String> turnedAway) {
    this.signature = signature;
    this.inside = inside;
    this.turnedAway = turnedAway;
    this.once =
        new Once<>(
            A_SIGNATURE_HOLDS,
            MOST_SIGNATURES,
            MOST_ANSWERS,
            new Answer(200, "text/plain", ""),
            clock);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (!Request.getPathInContext(request).equals(PATH)) {
      return false;
    }
    if (!"POST".equals(request.getMethod())) {
      response.getHeaders().put(HttpHeader.ALLOW, "POST");
      refuse(response, 405, "Slack sends its requests here, by POST.", callback);
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
    if (isCertificateCheck(body)) {
      write(response, new Answer(200, "text/plain", ""), callback);
      return true;
    }
    HttpFields headers = request.getHeaders();
    String signed = headers.get("X-Slack-Signature");
    Signature.Flaw flaw = signature.flaw(signed, headers.get("X-Slack-Request-Timestamp"), body);
    if (flaw != null || signed == null) {
      String sentence = (flaw == null ? Signature.Flaw.UNSIGNED : flaw).sentence();
      LOG.warn("Refused a request: {}", sentence);
      refuse(response, 401, sentence, callback);
      return true;
    }
    write(response, answer(signed, headers, body), callback);
    return true;
  }

  private Answer answer(String signed, HttpFields headers, byte[] body) {
    try {
      Once.Outcome<Answer> outcome =
          once.run(
              signed,
              () -> inside.answer(asMap(headers), new String(body, StandardCharsets.UTF_8)));
      if (!outcome.isFirst()) {
        LOG.info("A request came again, and got the answer of the first time");
        turnedAway.accept("replayed");
      }
      return outcome.answer();
    } catch (IllegalStateException e) {
      // Only for one that came twice: the first still runs, or failed.
      LOG.warn("A request that came again could not be answered: {}", e.getMessage());
      turnedAway.accept("replayed");
      return new Answer(503, "text/plain", "The same request is being answered already.");
    }
  }

  /**
   * Slack tries the certificate of a command's address with an unsigned form: {@code ssl_check=1}
   * and a token. Nothing is done with it.
   */
  private static boolean isCertificateCheck(byte[] body) {
    if (body.length > 200) {
      return false;
    }
    String form = "&" + new String(body, StandardCharsets.ISO_8859_1) + "&";
    return form.contains("&ssl_check=1&") && !form.contains("&command=");
  }

  private void refuseLarge(Response response, Callback callback) {
    // What was not read of the body would be taken for the next request.
    response.getHeaders().put(HttpHeader.CONNECTION, "close");
    refuse(response, 413, "The request is larger than 1 MiB.", callback);
  }

  private void refuse(Response response, int status, String sentence, Callback callback) {
    turnedAway.accept("refused");
    write(response, new Answer(status, "text/plain;charset=utf-8", sentence + "\n"), callback);
  }

  /** The body, up to one byte more than is allowed. */
  private static byte[] body(Request request) throws IOException {
    try (InputStream stream = Content.Source.asInputStream(request)) {
      return stream.readNBytes(LARGEST_BODY + 1);
    }
  }

  private static Map<String, List<String>> asMap(HttpFields fields) {
    Map<String, List<String>> headers = new HashMap<>();
    fields.forEach(
        field ->
            headers
                .computeIfAbsent(field.getName(), name -> new ArrayList<>())
                .add(field.getValue()));
    return headers;
  }

  private static void write(Response response, Answer answer, Callback callback) {
    response.setStatus(answer.status());
    if (!answer.body().isEmpty()) {
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.contentType());
    }
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    response.write(true, ByteBuffer.wrap(bytes), callback);
  }
}
