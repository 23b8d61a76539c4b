package dev.groundswell.sandbox.workspace;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bot, as Slack sees one: an address that has three seconds to answer a signed request. */
final class Bot {
  private static final Logger log = LoggerFactory.getLogger(Bot.class);
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final Signature signature;
  private final Clock real;
  private final AtomicReference<@Nullable URI> address = new AtomicReference<>();

  /** The real clock stamps the requests: whoever checks them compares with real time. */
  Bot(Signature signature, Clock real) {
    this.signature = signature;
    this.real = real;
  }

  void at(URI events) {
    address.set(events);
  }

  Reply form(Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(each -> encode(each.getKey()) + "=" + encode(each.getValue()))
            .collect(Collectors.joining("&"));
    return send("application/x-www-form-urlencoded", body, Map.of());
  }

  Reply event(String json, int retry) {
    return send(
        "application/json",
        json,
        retry == 0
            ? Map.of()
            : Map.of(
                "X-Slack-Retry-Num",
                Integer.toString(retry),
                "X-Slack-Retry-Reason",
                "http_error"));
  }

  private Reply send(String contentType, String body, Map<String, String> more) {
    URI to = address.get();
    if (to == null) {
      return new Reply.Failed("dispatch_failed");
    }
    String timestamp = Long.toString(real.instant().getEpochSecond());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(to)
            .timeout(PATIENCE)
            .header("Content-Type", contentType)
            .header("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)")
            .header("X-Slack-Request-Timestamp", timestamp)
            .header("X-Slack-Signature", signature.of(timestamp, body))
            .POST(HttpRequest.BodyPublishers.ofString(body));
    more.forEach(request::header);
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() / 100 != 2) {
        log.warn("the bot answered {}: {}", response.statusCode(), response.body());
        return new Reply.Failed(
            response.statusCode() >= 500 ? "http_service_error" : "dispatch_failed");
      }
      return new Reply.Acknowledged(
          response.headers().firstValue("Content-Type").orElse(""), response.body());
    } catch (HttpTimeoutException e) {
      return new Reply.Failed("operation_timeout");
    } catch (IOException e) {
      log.warn("the bot could not be reached at {}", to, e);
      return new Reply.Failed("dispatch_failed");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Reply.Failed("dispatch_failed");
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
