package dev.groundswell.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** {@code /healthz}: 200 while the process lives and its database answers, else 503. */
public final class Health extends Handler.Abstract {
  private final BooleanSupplier databaseAnswers;

  public Health(BooleanSupplier databaseAnswers) {
    this.databaseAnswers = databaseAnswers;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    if (!Request.getPathInContext(request).equals("/healthz")) {
      return false;
    }
    boolean well = databaseAnswers.getAsBoolean();
    response.setStatus(well ? 200 : 503);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain;charset=utf-8");
    byte[] words =
        (well ? "ok\n" : "the database does not answer\n").getBytes(StandardCharsets.UTF_8);
    response.write(true, ByteBuffer.wrap(words), callback);
    return true;
  }
}
