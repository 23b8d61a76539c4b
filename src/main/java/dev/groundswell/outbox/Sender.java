package dev.groundswell.outbox;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Delivers the messages of one medium; several threads may ask it at once. */
public interface Sender {

  Outgoing.Medium medium();

  /** How long one {@link #send} may take at most; after that its end is unknown. */
  Duration longestCall();

  /** How many may be sent at a time. */
  int atATime();

  /** How fast the other side wants them. */
  default Pace pace() {
    return Pace.unlimited();
  }

  /**
   * Tries once; every end is an outcome, and an exception counts as {@link SendResult.Unknown}.
   *
   * @param stillOurs to be asked right before the call that can't be taken back: when it says no,
   *     too much time has passed since the message was marked, and another may be sending it by now
   */
  SendResult send(Outgoing message, BooleanSupplier stillOurs);

  /** Whether a message whose end is unknown has arrived. */
  LookBack lookBack(Outgoing message);
}
