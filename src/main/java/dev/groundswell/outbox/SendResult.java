package dev.groundswell.outbox;

import java.time.Duration;

/** How one attempt to deliver a message ended. */
public sealed interface SendResult {

  /**
   * The other side took it.
   *
   * @param reference what the other side knows it by: Slack's {@code channel/ts}, a Message-ID
   */
  record Sent(String reference) implements SendResult {}

  /** The other side certainly did not take it, and may later. */
  record TryAgain(Duration after, String why) implements SendResult {}

  /**
   * The other side did not take it, and asks for patience: nothing is to be sent there till then.
   */
  record TooFast(Duration after) implements SendResult {}

  /** Nothing was called, since too much time had passed between the mark and the call. */
  static SendResult tooLate() {
    return new TryAgain(Duration.ZERO, "too much time passed before the call");
  }

  /** The other side did not take it and never will; a person has to act. */
  record GivenUp(String why) implements SendResult {}

  /** Nobody knows: the connection broke after the message may have been taken. */
  record Unknown(String why) implements SendResult {}

  /** It is no longer wanted: done, withdrawn, archived. Nothing was sent. */
  record Cancelled(String why) implements SendResult {}
}
