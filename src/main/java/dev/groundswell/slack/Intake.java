package dev.groundswell.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.util.SlackRequestParser;
import com.slack.api.bolt.util.SlackRequestParser.HttpRequest;
import dev.groundswell.kernel.Once;
import dev.groundswell.metrics.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands each request to Bolt, whichever way it came, and each event once only: Slack sends an event
 * again at once, after one minute and after five unless it heard a 200 in time. An event whose
 * handling failed was not handled, and is when it comes again.
 */
public final class Intake {
  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
  private static final Duration SLACK_REPEATS_FOR = Duration.ofHours(1);
  private static final int MOST_EVENTS = 100_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final App app;
  private final Set<String> verbs;
  private final SlackRequestParser parser;
  private final Once<Acknowledgement> events;
  private final Metrics metrics;

  public Intake(SlackApp slack, Clock clock, Metrics metrics) {
    this(slack.bolt(), slack.verbs(), clock, metrics);
  }

  /**
   * @param verbs those that figures may name
   */
  public Intake(App app, Set<String> verbs, Clock clock, Metrics metrics) {
    this.app = app;
    this.verbs = verbs;
    this.parser = new SlackRequestParser(app.config());
    this.events =
        new Once<>(SLACK_REPEATS_FOR, MOST_EVENTS, MOST_EVENTS, Acknowledgement.BARE, clock);
    this.metrics = metrics;
    // Bolt starts at the first request otherwise, and several may be the first.
    app.start();
  }

  /** The app that everything ends up at, for other ways to read requests. */
  public App bolt() {
    return app;
  }

  /** Answers a request that came by HTTP, and whose signature was checked. */
  public Acknowledgement overHttp(Map<String, List<String>> headers, String body) {
    Request<?> request;
    try {
      request =
          parser.parse(
              HttpRequest.builder()
                  .requestUri("/slack/events")
                  .queryString(Map.of())
                  .headers(new RequestHeaders(headers))
                  .requestBody(body)
                  .remoteAddress("")
                  .build());
    } catch (RuntimeException e) {
      return malformed(e.getClass().getSimpleName());
    }
    if (request == null && !body.startsWith("payload=") && !isObject(body)) {
      return malformed("neither a command nor JSON");
    }
    return answer(request);
  }

  private static boolean isObject(String body) {
    String text = body.strip();
    return text.startsWith("{") && text.endsWith("}");
  }

  private Acknowledgement malformed(String why) {
    // The body may hold what somebody told in confidence, and so may an exception's message.
    LOG.warn("A signed request could not be read: {}", why);
    metrics.turnedAway("malformed");
    return Acknowledgement.flaw(400, "This is not a request as Slack makes them.");
  }

  /**
   * Answers a request. It never throws: what went wrong is a status.
   *
   * @param request null for one of a kind that Bolt does not know, which is acknowledged
   */
  public Acknowledgement answer(@Nullable Request<?> request) {
    if (request == null) {
      LOG.info("Acknowledged a request of a kind that is not known here");
      metrics.turnedAway("unknown");
      return Acknowledgement.BARE;
    }
    Metrics.Running running = metrics.begin();
    Kind kind = Kind.of(request);
    try {
      String eventId = kind == Kind.EVENT ? eventId(request) : "";
      if (eventId.isEmpty()) {
        Acknowledgement answer = run(request);
        running.ended(verb(kind, request), outcome(request));
        return answer;
      }
      Once.Outcome<Acknowledgement> outcome = events.run(eventId, () -> run(request));
      running.ended(verb(kind, request), outcome.isFirst() ? outcome(request) : "repeated");
      return outcome.answer();
    } catch (RuntimeException e) {
      LOG.error("A request could not be handled: {}", kind.label(), e);
      running.ended(verb(kind, request), "failed");
      return Acknowledgement.flaw(500, "Groundswell could not handle this request.");
    }
  }

  private Acknowledgement run(Request<?> request) {
    try {
      return Acknowledgement.of(app.run(request));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static String eventId(Request<?> request) {
    try {
      return JSON.readTree(request.getRequestBodyAsString()).path("event_id").asText("");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Bolt read JSON that Jackson can't read");
    }
  }

  /** One of a fixed list, whatever was typed. */
  private String verb(Kind kind, Request<?> request) {
    if (request instanceof SlashCommandRequest command) {
      return Menu.verbIn(command.getPayload().getText(), verbs);
    }
    return kind.label();
  }

  private static String outcome(Request<?> request) {
    return request.getContext().getAdditionalValues().getOrDefault(SlackApp.OUTCOME, "answered");
  }

  /** What came, as the figures name it. */
  private enum Kind {
    COMMAND,
    CLICK,
    FORM,
    EVENT,
    OTHER;

    static Kind of(Request<?> request) {
      return switch (request.getRequestType()) {
        case Command -> COMMAND;
        case BlockAction, MessageShortcut -> CLICK;
        case ViewSubmission, ViewClosed -> FORM;
        case Event, WorkflowStepExecute -> EVENT;
        default -> OTHER;
      };
    }

    String label() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
