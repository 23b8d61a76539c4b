package dev.groundswell.outbox;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.kernel.UserId;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.outbox.Outgoing.Medium;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers what is due: claims one message, commits, sends outside any transaction, records the
 * end. A message is marked before the call, so that after a crash it is known which ones are
 * unknown; those are looked for on the other side before they are sent again.
 */
public final class Dispatcher {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  private static final int MOST_ATTEMPTS = 30;

  private final Database database;
  private final Outbox outbox;
  private final Clock clock;
  private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;
  private final Map<Medium, Sender> senders = new EnumMap<>(Medium.class);

  public Dispatcher(Database database, Outbox outbox, Clock clock, List<Sender> senders) {
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
    senders.forEach(sender -> this.senders.put(sender.medium(), sender));
  }

  /**
   * Sends everything that is due, one message at a time.
   *
   * @return how many were tried
   */
  public int dispatchDue() {
    int tried = 0;
    while (!stopping) {
      Instant now = clock.instant();
      Optional<Outgoing> next = database.inTransaction(tx -> claim(tx, now));
      if (next.isEmpty()) {
        return tried;
      }
      try {
        database.sync();
        settle(next.get(), attempt(next.get()));
      } finally {
        underWay.remove(next.get().id());
      }
      tried++;
    }
    return tried;
  }

  /** What this process sends itself is known here before anybody can find it marked. */
  private Optional<Outgoing> claim(Tx tx, Instant now) {
    Optional<Outgoing> next = OutboxStore.claim(tx, now);
    next.ifPresent(message -> underWay.add(message.id()));
    return next;
  }

  /** Begins no further message; the one that is being sent is finished. */
  public void stop() {
    stopping = true;
  }

  /**
   * Finds out how the calls ended that nobody recorded the end of, because the process was killed
   * or the connection broke.
   *
   * @return how many were looked for
   */
  public int settleUnknown() {
    int looked = 0;
    for (Medium medium : Medium.values()) {
      looked += settleUnknown(medium);
    }
    return looked;
  }

  private int settleUnknown(Medium medium) {
    Sender sender = senders.get(medium);
    Duration callIsOver = sender == null ? Duration.ZERO : sender.longestCall();
    int looked = 0;
    while (!stopping) {
      Instant now = clock.instant();
      Optional<Outgoing> next =
          database.inTransaction(
              tx -> OutboxStore.claimUnsettled(tx, medium, now.minus(callIsOver), underWay, now));
      if (next.isEmpty()) {
        return looked;
      }
      settleLookedFor(next.get(), lookBack(next.get()));
      looked++;
    }
    return looked;
  }

  private SendResult attempt(Outgoing message) {
    Sender sender = senders.get(message.medium());
    if (sender == null) {
      return new SendResult.GivenUp("mail is not set up (SMTP_URL, MAIL_FROM)");
    }
    try {
      return sender.send(message, () -> isStillOurs(message, sender.longestCall()));
    } catch (RuntimeException e) {
      LOG.error("Sending {} failed in a way that nobody foresaw", message.id(), e);
      return new SendResult.Unknown("sending failed in a way that nobody foresaw");
    }
  }

  /**
   * Whether the call would be over before anybody looks for the message. A process may stand still
   * between mark and call, as when its machine is put to sleep, and go on when another one has
   * looked for the message in vain and sent it.
   */
  private boolean isStillOurs(Outgoing message, Duration longestCall) {
    boolean marked = database.inTransaction(tx -> OutboxStore.isMarked(tx, message));
    // The clock is read last: whatever takes its time before it is counted.
    return marked && clock.instant().isBefore(message.markedAt().plus(longestCall.dividedBy(2)));
  }

  private LookBack lookBack(Outgoing message) {
    Sender sender = senders.get(message.medium());
    if (sender == null) {
      return new LookBack.NeverTells("mail is not set up any more");
    }
    try {
      return sender.lookBack(message);
    } catch (RuntimeException e) {
      LOG.error("Looking for {} failed in a way that nobody foresaw", message.id(), e);
      return new LookBack.NotNow("looking for it failed in a way that nobody foresaw");
    }
  }

  private void settleLookedFor(Outgoing message, LookBack found) {
    if (found instanceof LookBack.Found there) {
      settle(message, new SendResult.Sent(there.reference()));
    } else if (found instanceof LookBack.NotThere) {
      settle(message, new SendResult.TryAgain(Duration.ZERO, "it had not arrived"));
    } else if (found instanceof LookBack.NeverTells never) {
      Instant now = clock.instant();
      database.transact(
          tx -> {
            giveUp(tx, message, OutboxState.UNKNOWN, never.why(), now);
            outbox.tell(tx, message.workspace(), message.id(), now);
          });
    } else if (!(found instanceof LookBack.NotNow)) {
      // One that can't be looked for now stays marked, and is looked for again later.
      throw new AssertionError(found);
    }
  }

  private void settle(Outgoing message, SendResult result) {
    Instant now = clock.instant();
    database.transact(
        tx -> {
          settle(tx, message, result, now);
          outbox.tell(tx, message.workspace(), message.id(), now);
        });
  }

  private void settle(Tx tx, Outgoing message, SendResult result, Instant now) {
    if (result instanceof SendResult.Sent sent) {
      OutboxStore.settle(tx, message, OutboxState.SENT, sent.reference(), null, now, now);
    } else if (result instanceof SendResult.Cancelled cancelled) {
      OutboxStore.settle(tx, message, OutboxState.CANCELLED, null, cancelled.why(), now, now);
    } else if (result instanceof SendResult.TryAgain again) {
      if (message.attempts() >= MOST_ATTEMPTS) {
        giveUp(tx, message, OutboxState.GIVEN_UP, again.why(), now);
      } else {
        Duration pause = pause(message.attempts(), again.after());
        OutboxStore.settle(
            tx, message, OutboxState.WAITING, null, again.why(), now.plus(pause), now);
      }
    } else if (result instanceof SendResult.GivenUp givenUp) {
      giveUp(tx, message, OutboxState.GIVEN_UP, givenUp.why(), now);
    } else if (result instanceof SendResult.Unknown unknown) {
      // A message to Slack stays marked, and is looked for as soon as the call is surely over.
      if (message.medium() == Medium.MAIL) {
        giveUp(tx, message, OutboxState.UNKNOWN, unknown.why(), now);
      }
    } else {
      throw new AssertionError(result);
    }
  }

  private void giveUp(Tx tx, Outgoing message, OutboxState state, String why, Instant now) {
    LOG.warn("Message {} is {}: {}", message.id(), state, why);
    if (!OutboxStore.settle(tx, message, state, null, why, now, now)) {
      return;
    }
    UserId owner = OutboxStore.answersTo(tx, message.workspace(), message.id());
    boolean hopeless =
        message.medium() == Medium.SLACK && message.recipient().equals(owner.value());
    if (!hopeless) {
      outbox.put(
          tx,
          message.workspace(),
          Medium.SLACK,
          owner.value(),
          owner,
          List.of(
              new Item(
                  "undelivered/"
                      + message.id()
                      + "/"
                      + message.attempts()
                      + "/"
                      + now.toEpochMilli(),
                  Outbox.UNDELIVERED,
                  message.id())),
          now);
    }
  }

  /** 5 s, 10 s, 20 s … an hour, and never less than the other side asked for. */
  static Duration pause(int attempts, Duration asked) {
    Duration growing = Duration.ofSeconds(5L << Math.min(attempts - 1, 20));
    Duration bounded = growing.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : growing;
    return bounded.compareTo(asked) > 0 ? bounded : asked;
  }
}
