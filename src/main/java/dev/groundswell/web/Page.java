package dev.groundswell.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Plain text as an answer. */
final class Page {
  private Page() {}

  static void write(Response response, int status, String text, Callback callback) {
    write(response, status, "text/plain;charset=utf-8", text, callback);
  }

  static void write(
      Response response, int status, String contentType, String text, Callback callback) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
    response.write(true, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), callback);
  }
}
