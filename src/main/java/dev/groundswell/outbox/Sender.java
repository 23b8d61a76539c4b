package dev.groundswell.outbox;

import java.time.Duration;
import java.time.Instant;

/** Delivers the messages of one medium. */
public interface Sender {

  Outgoing.Medium medium();

  /** How long one {@link #send} may take at most; after that its end is unknown. */
  Duration longestCall();

  /** Tries once; every end is an outcome, and an exception counts as {@link SendResult.Unknown}. */
  SendResult send(Outgoing message, Instant now);

  /** Whether a message whose end is unknown has arrived. */
  LookBack lookBack(Outgoing message);
}
