package dev.groundswell.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Calls the Web API of a sandbox over HTTP, and reads the answer as it is. */
final class SlackCall {
  private static final ObjectMapper mapper = new ObjectMapper();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI apiUrl;
  private final String token;

  SlackCall(Sandbox sandbox) {
    this(sandbox.apiUrl(), sandbox.botToken());
  }

  SlackCall(URI apiUrl, String token) {
    this.apiUrl = apiUrl;
    this.token = token;
  }

  /** Calls with a form: name, value, name, value … */
  JsonNode call(String method, String... fields) throws Exception {
    return json(response(method, fields).body());
  }

  HttpResponse<String> response(String method, String... fields) throws Exception {
    StringBuilder form = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      form.append(i == 0 ? "" : "&")
          .append(fields[i])
          .append("=")
          .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
    }
    return post(method, "application/x-www-form-urlencoded", form.toString());
  }

  /** Calls with a body of JSON. */
  JsonNode json(String method, String body) throws Exception {
    return json(post(method, "application/json; charset=utf-8", body).body());
  }

  String error(String method, String... fields) throws Exception {
    return call(method, fields).path("error").asText("none");
  }

  private HttpResponse<String> post(String method, String type, String body)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(apiUrl.resolve(method))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  static JsonNode json(String text) throws IOException {
    return mapper.readTree(text);
  }
}
