package dev.groundswell.slack;

import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.model.view.View;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers after a click or an event was acknowledged. Slack promises nothing for these, so each is
 * tried once; what must arrive goes through the outbox.
 */
public final class Replies implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Replies.class);
  private static final int THREADS = 4;
  private static final int MOST_WAITING = 1000;

  private final SlackClients clients;
  private final URI api;
  private final ThreadPoolExecutor executor;

  /**
   * @param api where Slack is: replies go to its host, or to hooks.slack.com, and nowhere else
   */
  public Replies(SlackClients clients, URI api) {
    this.clients = clients;
    this.api = api;
    this.executor =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(MOST_WAITING),
            work -> {
              Thread thread = new Thread(work, "replies");
              thread.setDaemon(true);
              return thread;
            });
    executor.allowCoreThreadTimeOut(true);
  }

  void post(String responseUrl, ActionResponse response) {
    if (isSlack(responseUrl)) {
      later(() -> postNow(responseUrl, response));
    } else {
      LOG.warn("A reply had nowhere to go");
    }
  }

  /** Answers in a direct message. */
  void say(String channel, Supplier<Message> answer) {
    later(
        () -> {
          Message message = answer.get();
          call(
              "chat.postMessage",
              clients
                  .patient()
                  .chatPostMessage(
                      it -> it.channel(channel).text(message.text()).blocks(message.blocks())));
        });
  }

  /** Answers in a channel, for one person's eyes only. */
  void whisper(String channel, String user, Supplier<Message> answer) {
    later(
        () -> {
          Message message = answer.get();
          call(
              "chat.postEphemeral",
              clients
                  .patient()
                  .chatPostEphemeral(
                      it ->
                          it.channel(channel)
                              .user(user)
                              .text(message.text())
                              .blocks(message.blocks())));
        });
  }

  /** Says something to somebody in a direct message, once it is known. */
  public void tell(String user, Supplier<Message> answer) {
    later(
        () -> {
          Message message = answer.get();
          String channel =
              clients
                  .patient()
                  .conversationsOpen(it -> it.users(List.of(user)))
                  .getChannel()
                  .getId();
          call(
              "chat.postMessage",
              clients
                  .patient()
                  .chatPostMessage(
                      it -> it.channel(channel).text(message.text()).blocks(message.blocks())));
        });
  }

  /**
   * Does something that takes a while, and shows in the message behind the url how far it is.
   *
   * @param work is given what replaces that message; Slack takes five of these
   */
  public void work(String responseUrl, Consumer<Consumer<Message>> work) {
    later(
        () ->
            work.accept(
                message -> {
                  if (isSlack(responseUrl)) {
                    try {
                      postNow(
                          responseUrl,
                          ActionResponse.builder()
                              .replaceOriginal(true)
                              .text(message.text())
                              .blocks(message.blocks())
                              .build());
                    } catch (IOException e) {
                      LOG.warn("How far it is could not be shown: {}", e.toString());
                    }
                  }
                }));
  }

  /**
   * Sends somebody a file in a direct message, and waits until Slack has it ready.
   *
   * @param content empty when there is nothing to send, or they may not have it
   * @param failed what is said instead when it could not be sent
   */
  public void file(
      String user,
      String name,
      String comment,
      Supplier<Optional<byte[]>> content,
      Function<String, Message> failed) {
    later(
        () -> {
          Optional<byte[]> bytes = content.get();
          if (bytes.isEmpty()) {
            return;
          }
          String channel =
              clients
                  .patient()
                  .conversationsOpen(it -> it.users(List.of(user)))
                  .getChannel()
                  .getId();
          Optional<String> refused = new Upload(clients).send(channel, name, comment, bytes.get());
          if (refused.isPresent()) {
            LOG.warn("A file could not be sent: {}", refused.get());
            Message message = failed.apply(refused.get());
            call(
                "chat.postMessage",
                clients
                    .patient()
                    .chatPostMessage(
                        it -> it.channel(channel).text(message.text()).blocks(message.blocks())));
          }
        });
  }

  /**
   * Shows somebody their Home, unless it looks like that already: to draw it anew would wipe what
   * they have begun to type there.
   *
   * @param seen their Home as Slack has it, or null when that is not known
   */
  void showHome(String user, @Nullable View seen, Supplier<View> home) {
    later(
        () -> {
          View view = home.get();
          String looks = Fingerprint.of(view);
          if (seen != null && looks.equals(seen.getPrivateMetadata())) {
            return;
          }
          view.setPrivateMetadata(looks);
          String hash = seen == null ? null : seen.getHash();
          call(
              "views.publish",
              clients.patient().viewsPublish(it -> it.userId(user).view(view).hash(hash)));
        });
  }

  private static void call(String method, SlackApiTextResponse answer) {
    if (!answer.isOk()) {
      LOG.warn("{} answered {}", method, answer.getError());
    }
  }

  /** What to do when there is a thread for it. */
  private interface Call {
    void run() throws IOException, SlackApiException;
  }

  private void later(Call call) {
    try {
      executor.execute(
          () -> {
            try {
              call.run();
            } catch (IOException | SlackApiException | RuntimeException e) {
              LOG.warn("A reply could not be posted: {}", e.toString());
            }
          });
    } catch (RejectedExecutionException e) {
      LOG.warn("A reply was dropped: too many are waiting");
    }
  }

  /** The url comes back from forms, where a client could have changed it. */
  private boolean isSlack(String responseUrl) {
    try {
      URI uri = URI.create(responseUrl);
      String host = uri.getHost();
      return host != null
          && (isSlackItself(uri, host)
              || (host.equals(api.getHost()) && uri.getPort() == api.getPort()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isSlackItself(URI uri, String host) {
    return host.equals("hooks.slack.com") && "https".equals(uri.getScheme());
  }

  private void postNow(String responseUrl, ActionResponse response) throws IOException {
    try (var answer = clients.slack().getHttpClient().postJsonBody(responseUrl, response)) {
      if (!answer.isSuccessful()) {
        LOG.warn("A reply was refused: {}", answer.code());
      }
    }
  }

  /** Posts what it has taken, for ten seconds at most. */
  @Override
  public void close() {
    executor.shutdown();
    try {
      if (!executor.awaitTermination(10, TimeUnit.SECONDS)) {
        LOG.warn("{} replies were not posted", executor.shutdownNow().size());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
