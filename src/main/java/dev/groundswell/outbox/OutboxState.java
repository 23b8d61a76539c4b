package dev.groundswell.outbox;

/** Where a message stands. */
public enum OutboxState {
  /** Kept until its time. */
  WAITING,
  /** Marked before the call; after a crash nobody knows how the call ended. */
  SENDING,
  SENT,
  /** It will never arrive; whoever answers for it was told. */
  GIVEN_UP,
  /** It was no longer wanted when it was due. */
  CANCELLED,
  /** Nobody knows, and whoever answers for it was asked. */
  UNKNOWN
}
