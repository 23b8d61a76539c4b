package dev.groundswell.bench;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.app_backend.slash_commands.response.SlashCommandResponse;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.util.SlackRequestParser;
import com.slack.api.bolt.util.SlackRequestParser.HttpRequest;
import com.slack.api.util.json.GsonFactory;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;

/**
 * The peer: Bolt as its documentation sets it up, on the same Jetty, answering a command with one
 * fixed message, the one that Groundswell gives to {@code /buyin tips clinicians}.
 */
public final class BoltAlone {
  private BoltAlone() {}

  /**
   * @param args the port, the address of a Web API that answers auth.test, and the file with the
   *     message
   */
  public static void main(String[] args) throws Exception {
    SlackConfig slack = new SlackConfig();
    slack.setMethodsEndpointUrlPrefix(args[1]);
    SlashCommandResponse answer =
        GsonFactory.createSnakeCase()
            .fromJson(Files.readString(Path.of(args[2])), SlashCommandResponse.class);
    App app =
        new App(
            AppConfig.builder()
                .slack(Slack.getInstance(slack))
                .signingSecret(Load.SECRET)
                .singleTeamBotToken("xoxb-bench")
                .authTestCacheEnabled(true)
                .build());
    app.command("/buyin", (request, context) -> context.ack(answer));
    SlackRequestParser parser = new SlackRequestParser(app.config());
    Server server = new Server(Integer.parseInt(args[0]));
    server.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback)
              throws Exception {
            String body;
            try (InputStream stream = Content.Source.asInputStream(request)) {
              body = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            }
            Map<String, List<String>> headers = new HashMap<>();
            request
                .getHeaders()
                .forEach(field -> headers.put(field.getName(), List.of(field.getValue())));
            var said =
                app.run(
                    parser.parse(
                        HttpRequest.builder()
                            .requestUri("/slack/events")
                            .queryString(Map.of())
                            .headers(new RequestHeaders(headers))
                            .requestBody(body)
                            .remoteAddress("127.0.0.1")
                            .build()));
            response.setStatus(said.getStatusCode());
            response.getHeaders().put("Content-Type", said.getContentType());
            String words = said.getBody() == null ? "" : said.getBody();
            response.write(true, ByteBuffer.wrap(words.getBytes(StandardCharsets.UTF_8)), callback);
            return true;
          }
        });
    server.start();
    server.join();
  }
}
