package dev.groundswell.mail;

import dev.groundswell.outbox.SendResult;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Hands mail to one SMTP server, one message at a time over one connection, which is kept while
 * there is more to send and closed when idle. Safe for several threads; they queue.
 */
public final class MailSender implements MailOut {
  private final SmtpServer server;
  private final Clock clock;
  private final Timeouts timeouts;
  private final Session session;
  private final ComposeMime mime;
  private final Verdict verdict;
  private final Pace pace;
  private final ReentrantLock turn = new ReentrantLock();
  private final ScheduledThreadPoolExecutor idle;
  private @Nullable WatchedTransport open;
  private @Nullable Future<?> closing;
  private boolean closed;

  /** Trusts the certificates that the JVM trusts. */
  public MailSender(SmtpServer server, MailIdentity from, Clock clock, Timeouts timeouts) {
    this(server, from, clock, timeouts, (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  /**
   * @param tls says which certificates are trusted; the host name is checked whatever it says
   */
  public MailSender(
      SmtpServer server, MailIdentity from, Clock clock, Timeouts timeouts, SSLSocketFactory tls) {
    this.server = server;
    this.clock = clock;
    this.timeouts = timeouts;
    this.session =
        Session.getInstance(
            WatchedTransport.properties(server, timeouts, tls, from.address().domain()));
    this.mime = new ComposeMime(session, from);
    this.verdict = new Verdict(server, from);
    this.pace = new Pace(server.perMinute());
    this.idle =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "mail-idle");
              thread.setDaemon(true);
              return thread;
            });
    this.idle.setRemoveOnCancelPolicy(true);
  }

  /**
   * Tries once.
   *
   * <ul>
   *   <li>{@code Sent}: the server took it; the reference is the Message-ID with its brackets.
   *   <li>{@code TryAgain}: it certainly has nothing. One minute for what passes by itself (not
   *       reached, 4yz), 15 for what a person has to put right (login, TLS, the sender's address).
   *   <li>{@code GivenUp}: 5yz for the recipient or the message.
   *   <li>{@code Unknown}: the connection broke, or the answer did not come in time, once the
   *       message was on its way. Never send it again unasked.
   * </ul>
   *
   * <p>The sentences name the server and the recipient, never user or password.
   */
  @Override
  public SendResult send(MailMessage message) {
    turn.lock();
    try {
      Instant now = clock.instant(); // not before our turn: the pace counts in order
      if (closed) {
        return new SendResult.TryAgain(Verdict.SOON, "The program is stopping. Nothing was sent.");
      }
      Duration wait = pace.next(now);
      if (!wait.isZero()) {
        return new SendResult.TryAgain(
            wait, "The limit of " + server.perMinute() + " mails a minute is reached.");
      }
      return handOver(mime.compose(message, now), message);
    } finally {
      turn.unlock();
    }
  }

  /** Connects, encrypts and logs in without sending: what stands in the way, if anything. */
  @Override
  public Optional<String> check() {
    turn.lock();
    try {
      WatchedTransport transport = new WatchedTransport(session, server);
      try {
        transport.open();
        return Optional.empty();
      } catch (MessagingException e) {
        return Optional.of(verdict.notConnected(transport, e).why());
      } finally {
        closeQuietly(transport);
      }
    } finally {
      turn.unlock();
    }
  }

  /** Waits for a message that is under way, then closes the connection. */
  @Override
  public void close() {
    turn.lock();
    try {
      closed = true;
      drop();
      idle.shutdownNow();
    } finally {
      turn.unlock();
    }
  }

  private SendResult handOver(MimeMessage ready, MailMessage message) {
    WatchedTransport transport = open;
    // A server may have closed an idle connection: isConnected asks it with NOOP.
    if (transport == null || !transport.isConnected()) {
      drop();
      transport = new WatchedTransport(session, server);
      try {
        transport.open();
      } catch (MessagingException e) {
        return verdict.notConnected(transport, e);
      }
      open = transport;
    }
    try {
      transport.handOver(ready);
    } catch (MessagingException | RuntimeException e) {
      drop();
      if (transport.step() != WatchedTransport.Step.ACCEPTED) {
        return verdict.notHandedOver(transport, message.to(), e);
      }
    }
    closeWhenIdle();
    return new SendResult.Sent(mime.messageId(message.key()));
  }

  private void closeWhenIdle() {
    if (closing != null) {
      closing.cancel(false);
    }
    closing = idle.schedule(this::closeIdle, timeouts.idle().toMillis(), TimeUnit.MILLISECONDS);
  }

  private void closeIdle() {
    turn.lock();
    try {
      drop();
    } finally {
      turn.unlock();
    }
  }

  private void drop() {
    WatchedTransport transport = open;
    open = null;
    if (transport != null) {
      closeQuietly(transport);
    }
  }

  private static void closeQuietly(WatchedTransport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      // It was only QUIT; what mattered has been answered.
    }
  }
}
