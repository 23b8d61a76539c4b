package dev.groundswell.sandbox.workspace;

import java.time.Duration;

/** Something that goes wrong with one call of the Web API. */
public sealed interface Trouble {

  /** 429 with Retry-After; nothing happened. */
  record RateLimited(Duration retryAfter) implements Trouble {}

  /** 500; nothing happened. */
  record ServerError() implements Trouble {}

  /** It happens, and the answer comes late. */
  record Slow(Duration by) implements Trouble {}

  /** It happens, and the connection closes without an answer. */
  record Dropped() implements Trouble {}

  /** An answer with {@code ok: false} and this code, such as {@code token_revoked}. */
  record Refusal(String code) implements Trouble {}
}
