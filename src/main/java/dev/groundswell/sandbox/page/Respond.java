package dev.groundswell.sandbox.page;

import dev.groundswell.sandbox.workspace.Answer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Writes one answer to one request. */
record Respond(Request request, Response response, Callback callback) {

  void with(int status, String contentType, byte[] body, Map<String, String> headers) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    response.getHeaders().put("Referrer-Policy", "no-referrer");
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    headers.forEach((name, value) -> response.getHeaders().put(name, value));
    response.write(true, ByteBuffer.wrap(body), callback);
  }

  void text(int status, String sentence) {
    with(status, "text/plain; charset=utf-8", sentence.getBytes(StandardCharsets.UTF_8), Map.of());
  }

  void html(String html, String policy) {
    with(
        200,
        "text/html; charset=utf-8",
        html.getBytes(StandardCharsets.UTF_8),
        Map.of("Content-Security-Policy", policy));
  }

  void json(String json) {
    with(200, "application/json; charset=utf-8", json.getBytes(StandardCharsets.UTF_8), Map.of());
  }

  /** What the fake Slack answers: now, later, or never. */
  void answer(Answer answer) {
    if (!answer.after().isZero()) {
      CompletableFuture.delayedExecutor(answer.after().toMillis(), TimeUnit.MILLISECONDS)
          .execute(() -> now(answer));
    } else {
      now(answer);
    }
  }

  private void now(Answer answer) {
    if (answer.dropped()) {
      request.getConnectionMetaData().getConnection().getEndPoint().close();
      callback.failed(new EofException("the sandbox drops this connection, as it was told to"));
      return;
    }
    with(
        answer.status(),
        answer.contentType(),
        answer.body().getBytes(StandardCharsets.UTF_8),
        answer.headers());
  }
}
