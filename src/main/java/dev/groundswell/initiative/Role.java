package dev.groundswell.initiative;

/** As what somebody takes part in an initiative; {@link Deed} says what that allows. */
public enum Role {
  /** Answers for it; there is one at any time. */
  LEAD,
  /** Does the work: listens, records, reports back. */
  FACILITATOR,
  /** Follows it. */
  VIEWER
}
