package dev.groundswell.sandbox.workspace;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The permissions to open a modal: each for one person, once, within three seconds. */
final class Triggers {
  private static final Duration LIFE = Duration.ofSeconds(3);

  private record Trigger(String userId, Instant until, boolean used) {}

  private final Tokens tokens;
  private final SandboxClock clock;
  private final Map<String, Trigger> issued = new HashMap<>();

  Triggers(Tokens tokens, SandboxClock clock) {
    this.tokens = tokens;
    this.clock = clock;
  }

  synchronized String issue(String userId) {
    Instant now = clock.instant();
    issued.values().removeIf(each -> each.until().plusSeconds(60).isBefore(now));
    String id = "%d.%s".formatted(now.toEpochMilli(), tokens.next(24));
    issued.put(id, new Trigger(userId, now.plus(LIFE), false));
    return id;
  }

  /** The person who may be shown a modal now. */
  synchronized String redeem(String id) {
    Trigger trigger = issued.get(id);
    if (trigger == null) {
      throw new Refused("invalid_trigger_id");
    }
    if (trigger.used()) {
      throw new Refused("exchanged_trigger_id");
    }
    if (clock.instant().isAfter(trigger.until())) {
      throw new Refused("expired_trigger_id");
    }
    issued.put(id, new Trigger(trigger.userId(), trigger.until(), true));
    return trigger.userId();
  }
}
