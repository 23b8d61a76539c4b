package dev.groundswell.outbox;

/** What the other side shows of a message whose end is unknown. */
public sealed interface LookBack {
  /** It arrived. */
  record Found(String reference) implements LookBack {}

  /** It certainly did not arrive, and can be sent again. */
  record NotThere() implements LookBack {}

  /** The other side can't be asked at the moment. */
  record NotNow(String why) implements LookBack {}

  /** The other side never tells; a person has to decide. */
  record NeverTells(String why) implements LookBack {}
}
