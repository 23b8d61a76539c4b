package dev.groundswell.outbox;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.kernel.UserId;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.outbox.Outgoing.Medium;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of one message by one medium: marked, sent outside any transaction, settled. What nobody
 * knows the end of is looked for and settled.
 */
final class Delivery {
  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  private static final int MOST_ATTEMPTS = 30;

  private final Database database;
  private final Outbox outbox;
  private final Clock clock;
  private final Medium medium;
  private final @Nullable Sender sender;
  private final Pace pace;

  /** A mark has to be on the disk before its call. */
  private final Together marking;

  private final Together settling;

  /** What this process sends itself is known here before anybody can find it marked. */
  private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();

  /**
   * @param sender null where the medium is not set up; then everything is given up
   */
  Delivery(Database database, Outbox outbox, Clock clock, Medium medium, @Nullable Sender sender) {
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
    this.medium = medium;
    this.sender = sender;
    marking = new Together(database, database::sync);
    settling = new Together(database, () -> {});
    this.pace = sender == null ? Pace.unlimited() : sender.pace();
  }

  int atATime() {
    return sender == null ? 1 : sender.atATime();
  }

  Pace pace() {
    return pace;
  }

  /** The next message of each recipient. */
  List<Waiting> next() {
    Instant now = clock.instant();
    return database.query(tx -> OutboxStore.next(tx, medium, now));
  }

  /**
   * Sends one message.
   *
   * @return false if somebody else has it
   */
  boolean deliver(Waiting next) {
    underWay.add(next.id());
    try {
      Instant now = clock.instant();
      Sieve sieve = outbox.sieve();
      Optional<Sieve.Taken> claimed =
          marking.inTransaction(
              tx -> OutboxStore.claim(tx, next, now).flatMap(it -> sieve.sift(tx, it, now)));
      claimed.ifPresent(
          it -> settle(it.message(), it.instead() == null ? attempt(it.message()) : it.instead()));
      return claimed.isPresent();
    } finally {
      pace.gone(next.workspace(), next.recipient());
      underWay.remove(next.id());
    }
  }

  /** Takes one message that is marked though its call must be over. */
  Optional<Outgoing> nextUnsettled() {
    Instant now = clock.instant();
    Duration callIsOver = sender == null ? Duration.ZERO : sender.longestCall();
    return database.inTransaction(
        tx -> OutboxStore.claimUnsettled(tx, medium, now.minus(callIsOver), underWay, now));
  }

  /** Finds out how its call ended. */
  void lookFor(Outgoing message) {
    settleLookedFor(message, lookBack(message));
  }

  private SendResult attempt(Outgoing message) {
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
            outbox.settled(tx, message, now);
          });
    } else if (!(found instanceof LookBack.NotNow)) {
      // One that can't be looked for now stays marked, and is looked for again later.
      throw new AssertionError(found);
    }
  }

  private void settle(Outgoing message, SendResult result) {
    Instant now = clock.instant();
    if (result instanceof SendResult.TooFast tooFast) {
      pace.hold(message.workspace(), message.recipient(), tooFast.after());
    }
    settling.inTransaction(
        tx -> {
          settle(tx, message, result, now);
          outbox.settled(tx, message, now);
          return true;
        });
  }

  private void settle(Tx tx, Outgoing message, SendResult result, Instant now) {
    if (result instanceof SendResult.Sent sent) {
      OutboxStore.settle(tx, message, OutboxState.SENT, sent.reference(), null, now, now);
    } else if (result instanceof SendResult.Cancelled cancelled) {
      OutboxStore.settle(tx, message, OutboxState.CANCELLED, null, cancelled.why(), now, now);
    } else if (result instanceof SendResult.TryAgain again) {
      tryAgain(tx, message, again.after(), again.why(), now);
    } else if (result instanceof SendResult.TooFast tooFast) {
      tryAgain(tx, message, tooFast.after(), "Slack asks for patience", now);
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

  private void tryAgain(Tx tx, Outgoing message, Duration after, String why, Instant now) {
    if (message.attempts() >= MOST_ATTEMPTS) {
      giveUp(tx, message, OutboxState.GIVEN_UP, why, now);
    } else {
      Instant later = now.plus(pause(message.attempts(), after));
      OutboxStore.settle(tx, message, OutboxState.WAITING, null, why, later, now);
    }
  }

  private void giveUp(Tx tx, Outgoing message, OutboxState state, String why, Instant now) {
    LOG.warn("Message {} is {}: {}", message.id(), state, why);
    if (!OutboxStore.settle(tx, message, state, null, why, now, now)) {
      return;
    }
    LetterStore.Belonging it = LetterStore.belonging(tx, message.workspace(), message.id());
    UserId owner = it.answersTo();
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
          it.initiative(),
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
