package dev.groundswell.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** {@code /readyz}: 200 while every part does its work, else 503; a line for each part. */
public final class Readiness extends Handler.Abstract {
  private final Map<String, Supplier<Part>> parts = new LinkedHashMap<>();

  /**
   * How one part does.
   *
   * @param words a few, in the singular, as they stand behind the part's name
   */
  public record Part(boolean isReady, String words) {
    /** One of two states. */
    public static Part either(boolean isReady, String yes, String no) {
      return new Part(isReady, isReady ? yes : no);
    }
  }

  /** Asks this part too, in the order in which they are added. */
  public void ask(String name, Supplier<Part> part) {
    parts.put(name, part);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    if (!Request.getPathInContext(request).equals("/readyz")) {
      return false;
    }
    boolean isReady = true;
    StringBuilder lines = new StringBuilder();
    for (Map.Entry<String, Supplier<Part>> it : parts.entrySet()) {
      Part part = it.getValue().get();
      isReady &= part.isReady();
      lines.append(it.getKey()).append(": ").append(part.words()).append('\n');
    }
    Page.write(response, isReady ? 200 : 503, lines.toString(), callback);
    return true;
  }
}
