package dev.groundswell.sandbox;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.asBlocks;
import static com.slack.api.model.block.Blocks.input;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.asElements;
import static com.slack.api.model.block.element.BlockElements.button;
import static com.slack.api.model.block.element.BlockElements.plainTextInput;
import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewClose;
import static com.slack.api.model.view.Views.viewSubmit;
import static com.slack.api.model.view.Views.viewTitle;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.util.SlackRequestParser;
import com.slack.api.methods.MethodsClient;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.UserChangeEvent;
import com.slack.api.model.view.View;
import dev.groundswell.slack.SlackClients;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** A small real bot on Bolt, its signature check turned on, served at {@code /slack/events}. */
final class TinyBot extends Handler.Abstract {
  /** What it has been told, as words: {@code text hello}, {@code closed form}. */
  final List<String> heard = new CopyOnWriteArrayList<>();

  /** The payloads and forms as they came. */
  final List<String> bodies = new CopyOnWriteArrayList<>();

  /** Each hangs for longer than Slack waits, until this opens. */
  final CountDownLatch patience = new CountDownLatch(1);

  private final App app;
  private final SlackRequestParser parser;
  private final MethodsClient slack;

  TinyBot(URI apiUrl, String signingSecret, String token) {
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(apiUrl.toString());
    SlackClients.withoutStatistics(config);
    Slack client = Slack.getInstance(config);
    AppConfig appConfig =
        AppConfig.builder()
            .slack(client)
            .signingSecret(signingSecret)
            .singleTeamBotToken(token)
            .allEventsApiAutoAckEnabled(true)
            .build();
    parser = new SlackRequestParser(appConfig);
    slack = client.methods(token);
    app = new App(appConfig);
    commands();
    interactions();
    app.event(
        MessageEvent.class,
        (event, context) -> {
          if (event.getEvent().getBotId() == null) {
            heard.add("text " + event.getEvent().getText());
            context.say("You said: " + event.getEvent().getText());
          }
          return context.ack();
        });
    app.event(
        AppMentionEvent.class,
        (event, context) -> {
          heard.add("mention " + event.getEvent().getText());
          return context.ack();
        });
    app.event(
        UserChangeEvent.class,
        (event, context) -> {
          heard.add("zone " + event.getEvent().getUser().getTz());
          return context.ack();
        });
    app.event(
        AppHomeOpenedEvent.class,
        (event, context) -> {
          heard.add("opened " + event.getEvent().getTab());
          slack.viewsPublish(
              call ->
                  call.userId(event.getEvent().getUser())
                      .view(
                          view(
                              v ->
                                  v.type("home")
                                      .blocks(
                                          asBlocks(
                                              section(
                                                  s -> s.text(markdownText("*Your home*"))))))));
          return context.ack();
        });
  }

  private void commands() {
    app.command(
        "/buyin",
        (command, context) -> {
          String text = String.valueOf(command.getPayload().getText());
          heard.add("command " + text);
          if (text.equals("late")) {
            hang();
          }
          if (text.equals("nothing")) {
            return context.ack();
          }
          if (text.equals("aloud")) {
            return context.ack(r -> r.responseType("in_channel").text("For everybody"));
          }
          if (text.equals("later")) {
            context.respond(r -> r.text("over the response URL"));
            return context.ack();
          }
          return context.ack(
              r ->
                  r.text("Here you are")
                      .blocks(
                          asBlocks(
                              section(s -> s.text(markdownText("You said *" + text + "*"))),
                              actions(
                                  a ->
                                      a.elements(
                                          asElements(
                                              button(
                                                  b ->
                                                      b.actionId("form.open")
                                                          .value("7")
                                                          .text(plainText("Open the form"))),
                                              button(
                                                  b ->
                                                      b.actionId("answer.done")
                                                          .text(plainText("Done")))))))));
        });
  }

  private void hang() {
    try {
      if (patience.await(120, TimeUnit.SECONDS)) {
        heard.add("hung");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void interactions() {
    app.blockAction(
        "form.open",
        (action, context) -> {
          slack.viewsOpen(call -> call.triggerId(context.getTriggerId()).view(form()));
          return context.ack();
        });
    app.blockAction(
        "answer.done",
        (action, context) -> {
          context.respond(r -> r.replaceOriginal(true).text("All done"));
          return context.ack();
        });
    app.messageShortcut(
        "input.log",
        (shortcut, context) -> {
          heard.add("shortcut " + shortcut.getPayload().getMessage().getText());
          slack.viewsOpen(call -> call.triggerId(context.getTriggerId()).view(form()));
          return context.ack();
        });
    app.viewSubmission(
        "form",
        (submission, context) -> {
          var values = submission.getPayload().getView().getState().getValues();
          String name =
              Objects.requireNonNull(Objects.requireNonNull(values.get("name")).get("name.text"))
                  .getValue();
          heard.add("submitted " + name);
          if (name.equals("wrong")) {
            return context.ackWithErrors(Map.of("name", "Nobody has this name"));
          }
          return switch (name) {
            case "push" -> context.ackWithPush(form());
            case "update" -> context.ackWithUpdate(form());
            case "clear" -> context.ack(r -> r.responseAction("clear"));
            default -> context.ack();
          };
        });
    app.viewClosed(
        "form",
        (closed, context) -> {
          heard.add("closed form");
          return context.ack();
        });
  }

  /** A modal with one field. */
  static View form() {
    return view(
        v ->
            v.type("modal")
                .callbackId("form")
                .notifyOnClose(true)
                .title(viewTitle(t -> t.type("plain_text").text("A form")))
                .submit(viewSubmit(t -> t.type("plain_text").text("Save")))
                .close(viewClose(t -> t.type("plain_text").text("Cancel")))
                .blocks(
                    asBlocks(
                        input(
                            i ->
                                i.blockId("name")
                                    .label(plainText("Your name"))
                                    .hint(plainText("As people call you"))
                                    .element(plainTextInput(p -> p.actionId("name.text")))))));
  }

  MethodsClient slack() {
    return slack;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (!Request.getPathInContext(request).equals("/slack/events")) {
      return false;
    }
    String body = Content.Source.asString(request, StandardCharsets.UTF_8);
    bodies.add(body);
    Map<String, List<String>> headers = new HashMap<>();
    request
        .getHeaders()
        .forEach(
            each ->
                headers
                    .computeIfAbsent(each.getName(), name -> new ArrayList<>())
                    .add(String.valueOf(each.getValue())));
    com.slack.api.bolt.response.Response answer =
        app.run(
            Objects.requireNonNull(
                parser.parse(
                    SlackRequestParser.HttpRequest.builder()
                        .requestUri("/slack/events")
                        .requestBody(body)
                        .headers(new RequestHeaders(headers))
                        .build())));
    response.setStatus(answer.getStatusCode());
    response.getHeaders().put("Content-Type", String.valueOf(answer.getContentType()));
    @Nullable String said = answer.getBody();
    byte[] bytes = said == null ? new byte[0] : said.getBytes(StandardCharsets.UTF_8);
    response.write(true, ByteBuffer.wrap(bytes), callback);
    return true;
  }
}
