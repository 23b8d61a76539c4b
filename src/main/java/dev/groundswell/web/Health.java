package dev.groundswell.web;

import java.util.function.BooleanSupplier;
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
    Page.write(
        response, well ? 200 : 503, well ? "ok\n" : "the database does not answer\n", callback);
    return true;
  }
}
