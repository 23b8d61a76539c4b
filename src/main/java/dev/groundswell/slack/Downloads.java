package dev.groundswell.slack;

import com.slack.api.methods.SlackApiException;
import dev.groundswell.slack.Filled.Attached;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Fetches files that people handed in; from Slack's own host, and from nowhere else. */
public final class Downloads {
  private final SlackClients clients;
  private final URI api;
  private final OkHttpClient http;

  /**
   * @param api where Slack is: files come from its host, or from files.slack.com
   */
  public Downloads(SlackClients clients, URI api) {
    this.clients = clients;
    this.api = api;
    // A redirect could lead anywhere, with the bot's token.
    this.http =
        clients.http().newBuilder().followRedirects(false).followSslRedirects(false).build();
  }

  /** What became of the wish to have a file. */
  public sealed interface Fetched {
    /** What is in it. */
    final class Bytes implements Fetched {
      private final byte[] bytes;

      Bytes(byte[] bytes) {
        this.bytes = bytes;
      }

      public byte[] bytes() {
        return bytes.clone();
      }
    }

    record TooLarge() implements Fetched {}

    /**
     * @param why in a few words, for the log
     */
    record Failed(String why) implements Fetched {}
  }

  /**
   * @param most how many bytes are taken at the most
   */
  public Fetched fetch(Attached file, int most) {
    if (file.size() > most) {
      return new Fetched.TooLarge();
    }
    try {
      Optional<String> url = address(file);
      if (url.isEmpty() || !isSlack(url.get())) {
        return new Fetched.Failed("it has no address at Slack");
      }
      Request request =
          new Request.Builder()
              .url(url.get())
              .header("Authorization", "Bearer " + clients.token())
              .build();
      try (Response answer = http.newCall(request).execute()) {
        if (answer.code() != 200 || answer.body() == null) {
          return new Fetched.Failed("Slack answered " + answer.code());
        }
        byte[] bytes = answer.body().byteStream().readNBytes(most + 1);
        return bytes.length > most ? new Fetched.TooLarge() : new Fetched.Bytes(bytes);
      }
    } catch (IOException | SlackApiException e) {
      return new Fetched.Failed(e.getClass().getSimpleName());
    }
  }

  private Optional<String> address(Attached file) throws IOException, SlackApiException {
    if (!file.url().isEmpty()) {
      return Optional.of(file.url());
    }
    var info = clients.patient().filesInfo(it -> it.file(file.id()));
    return info.isOk() && info.getFile() != null
        ? Optional.ofNullable(info.getFile().getUrlPrivateDownload())
            .or(() -> Optional.ofNullable(info.getFile().getUrlPrivate()))
        : Optional.empty();
  }

  private boolean isSlack(String url) {
    try {
      URI uri = URI.create(url);
      String host = uri.getHost();
      boolean slackItself = "files.slack.com".equals(host) && "https".equals(uri.getScheme());
      boolean emulator =
          host != null
              && !host.endsWith("slack.com")
              && host.equals(api.getHost())
              && uri.getPort() == api.getPort();
      return slackItself || emulator;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
