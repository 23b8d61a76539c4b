package dev.groundswell.slack.socket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.socket_mode.request.SocketModeRequest;
import com.slack.api.bolt.socket_mode.request.SocketModeRequestParser;
import dev.groundswell.kernel.Once;
import dev.groundswell.slack.Acknowledgement;
import dev.groundswell.slack.Intake;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what comes over Socket Mode, ten requests at a time, each envelope once. */
final class Envelopes implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Envelopes.class);
  private static final int AT_A_TIME = 10;

  /** More could not be answered within Slack's three seconds anyway. */
  private static final int MOST_WAITING = 500;

  private static final Duration REMEMBERED = Duration.ofMinutes(10);
  private static final int MOST_REMEMBERED = 100_000;
  private static final int MOST_ANSWERS = 1_000;

  private final Intake intake;
  private final SocketModeRequestParser parser;
  private final Once<Acknowledgement> once;
  private final BiConsumer<Link, String> send;
  private final Consumer<Link> refreshAsked;
  private final ThreadPoolExecutor workers;

  /**
   * @param send how an answer goes out, and which link its request came by
   * @param refreshAsked hears when Slack asks to leave a link for another
   */
  Envelopes(
      Intake intake, Clock clock, BiConsumer<Link, String> send, Consumer<Link> refreshAsked) {
    this.intake = intake;
    this.parser = new SocketModeRequestParser(intake.bolt().config());
    this.once =
        new Once<>(
            REMEMBERED,
            MOST_REMEMBERED,
            MOST_ANSWERS,
            new Acknowledgement(200, "text/plain", ""),
            clock);
    this.send = send;
    this.refreshAsked = refreshAsked;
    this.workers =
        new ThreadPoolExecutor(
            AT_A_TIME,
            AT_A_TIME,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(MOST_WAITING),
            work -> {
              Thread thread = new Thread(work, "socket");
              thread.setDaemon(true);
              return thread;
            });
    workers.allowCoreThreadTimeOut(true);
  }

  /** Takes a message; what it asks for is done beside. */
  void take(Link link, String json) {
    Envelope envelope;
    try {
      envelope = Envelope.read(json);
    } catch (JsonProcessingException e) {
      // The message may hold what somebody told in confidence, and the exception quotes it.
      LOG.warn("A message of Slack's was not JSON");
      return;
    }
    if (envelope.type().equals("disconnect")) {
      LOG.info("Slack asks for a new connection ({})", envelope.reason());
      refreshAsked.accept(link);
    } else if (!envelope.id().isEmpty()) {
      try {
        workers.execute(() -> answer(link, envelope));
      } catch (RejectedExecutionException e) {
        LOG.warn(
            workers.isShutdown()
                ? "A request was not taken: this bot is about to stop"
                : "A request was not taken: too many are waiting");
      }
    }
  }

  private void answer(Link link, Envelope envelope) {
    try {
      Acknowledgement answer = once.run(envelope.id(), () -> handled(envelope)).answer();
      send.accept(link, envelope.answer(answer));
    } catch (RuntimeException e) {
      // Unanswered: Slack tells the person, and sends an event again.
      LOG.error("A message of Slack's was not answered: {}", e.getClass().getSimpleName());
    }
  }

  private Acknowledgement handled(Envelope envelope) {
    Acknowledgement answer = intake.answer(request(envelope));
    if (answer.status() != 200) {
      // What was not handled is not remembered either.
      throw new IllegalStateException("answered with status " + answer.status());
    }
    return answer;
  }

  private @Nullable Request<?> request(Envelope envelope) {
    SocketModeRequest request = parser.parse(envelope.json());
    return request == null ? null : request.getBoltRequest();
  }

  /** Takes no more, and waits for what was taken, for ten seconds at most. */
  @Override
  public void close() {
    workers.shutdown();
    try {
      if (!workers.awaitTermination(10, TimeUnit.SECONDS)) {
        LOG.warn("{} requests were not answered", workers.shutdownNow().size());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
